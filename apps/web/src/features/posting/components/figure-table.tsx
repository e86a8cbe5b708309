import type { PostingFigure } from "@lilink/model/posting";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { attributeName, figureText } from "../view.ts";

/** Attribute, what is asked or offered with its unit, and whether it decides or only ranks. */
export function FigureTable({ figures }: { readonly figures: readonly PostingFigure[] }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const rows = figures.map((figure, index) => ({ figure, key: `${figure.attribute}-${index}` }));
  return (
    <DataTable
      caption={t("body.figures")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "attribute",
          label: t("field.attribute"),
          lead: true,
          className: "first-letter:uppercase",
          cell: ({ figure }) => (
            <>
              {attributeName(figure.attribute, locale)}
              {figure.condition ? (
                <span className="block text-sm font-normal text-muted">{figure.condition}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "value",
          label: t("field.value"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ figure }) => figureText(figure, locale),
        },
        {
          key: "hard",
          label: t("body.kind"),
          className: "whitespace-nowrap text-muted",
          cell: ({ figure }) => (figure.hard ? t("body.hard") : t("body.wish")),
        },
      ]}
    />
  );
}
