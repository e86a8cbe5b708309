import { createTranslator, type Locale } from "@lilink/i18n";
import { type Export, listExport } from "#lib/define-export.ts";
import { readDirectory, toNameOrder } from "./queries.ts";
import { provinceName } from "./view.ts";

/** The directory, with the filters of the page. Its address names the language `lang`. */
export const organizations: Export = (asked) => {
  const locale: Locale = asked.params.lang === "en" ? "en" : "zh-CN";
  return directory({ ...asked, locale });
};

const directory = listExport({
  most: 5000,
  list: async (api, { params, locale }) => {
    const { cursor: _first, ...query } = params;
    const { filters } = await readDirectory(query, locale);
    return (turn) => api.organization.list({ ...filters, ...turn, order: toNameOrder(locale) });
  },
  table: (locale) => {
    const t = createTranslator(locale, "organization");
    return {
      name: t("title"),
      columns: [
        ["id", ({ publicId }) => publicId],
        [t("new.nameZh"), ({ nameZh }) => nameZh],
        [t("new.nameEn"), ({ nameEn }) => nameEn],
        [t("list.kind"), ({ kind }) => t(`kind.${kind}`)],
        [t("list.status"), ({ status }) => t(`status.${status}`)],
        [t("list.country"), ({ country }) => country],
        [t("list.province"), ({ province }) => provinceName(province, locale)],
        [t("list.link"), ({ links }) => links.join(" ")],
      ],
    };
  },
});
