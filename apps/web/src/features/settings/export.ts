import { createTranslator } from "@lilink/i18n";
import { listExport } from "#lib/define-export.ts";

/** Who read what of the own organization. */
export const disclosures = listExport({
  most: 20_000,
  list: (api) => (turn) => api.disclosure.list(turn),
  table: (locale) => {
    const t = createTranslator(locale, "settings.disclosures");
    return {
      name: t("caption"),
      columns: [
        [t("when"), ({ at }) => at],
        [
          t("who"),
          ({ reader }) => (locale === "en" ? reader?.nameEn : null) ?? reader?.nameZh ?? t("unknownReader"),
        ],
        [
          t("what"),
          (row) =>
            row.posting?.title ??
            (row.return?.publicId ? t("return", { period: row.return.period ?? "" }) : t("deleted")),
        ],
        [t("level"), ({ level }) => t(`levels.${level as "partner"}`)],
        [t("why"), ({ purpose }) => t(`purposes.${purpose as "partner"}`)],
      ],
    };
  },
});
