import { createTranslator, type Locale, recordWords } from "@lilink/i18n";
import { findRegister, type RegisterName } from "@lilink/model/register";
import { type Export, listExport, notThere } from "#lib/define-export.ts";
import { readListQuery } from "./queries.ts";
import { showValue } from "./view.ts";

/** A register's list with the filters of its page. Its address names the register and the language `lang`. */
export const records: Export = (asked) => {
  const register = findRegister(String(asked.params.register ?? ""));
  if (!register) return Promise.resolve(notThere());
  const locale: Locale = asked.params.lang === "en" ? "en" : "zh-CN";
  const words = recordWords(register.name, locale);
  const t = createTranslator(locale, "register");
  const { cursor: _first, ...query } = readListQuery(register, asked.params);
  const make = listExport({
    most: 10_000,
    list: async (api) => (turn) => api[register.name as RegisterName].list({ ...query, ...turn }),
    table: () => ({
      name: words.title,
      columns: [
        ["id", ({ publicId }) => publicId],
        [t("list.state"), ({ state }) => words.state(state)],
        ...Object.entries(register.fields).map(
          ([name, field]) =>
            [
              words.field(name),
              ({ values }: { readonly values: Readonly<Record<string, unknown>> }) =>
                showValue(name, field, values[name], words, locale),
            ] as const,
        ),
      ],
    }),
  });
  return make({ ...asked, locale });
};
