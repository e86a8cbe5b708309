import { type FiledRecord, recordColumns, toRecordCells } from "@lilink/documents";
import { type Locale, recordWords } from "@lilink/i18n";
import { findRegister, type RegisterName } from "@lilink/model/register";
import { type Export, listExport, notThere } from "#lib/define-export.ts";
import { readListQuery } from "./queries.ts";

/**
 * A register's list with the filters of its page, in the columns of its template, so that the file comes in again as it is.
 * Its address names the register and the language `lang`.
 */
export const records: Export = (asked) => {
  const register = findRegister(String(asked.params.register ?? ""));
  if (!register) return Promise.resolve(notThere());
  const locale: Locale = asked.params.lang === "en" ? "en" : "zh-CN";
  const words = recordWords(register.name, locale);
  const columns = recordColumns(register, locale);
  const { cursor: _first, ...query } = readListQuery(register, asked.params);
  const make = listExport({
    most: 10_000,
    list: async (api) => (turn) =>
      api[register.name as RegisterName].list({ ...query, ...turn, counts: "false" }),
    table: () => ({
      name: words.title,
      columns: columns.map(
        (column) =>
          [
            column.header,
            (item: FiledRecord) =>
              toRecordCells(register, [column], { ...item, state: words.state(item.state) })[0],
          ] as const,
      ),
    }),
  });
  return make({ ...asked, locale });
};
