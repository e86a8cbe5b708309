import type { LevelChoice, PostingFigure, PostingKind } from "@lilink/model/posting";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { asLabel, attributeName, figureText, standingOf } from "../view.ts";
import { SeenBy } from "./seen-by.tsx";

export type FigureTableProps = {
  readonly figures: readonly PostingFigure[];
  readonly kind: PostingKind;
  /** Who sees each figure, told to its own organization alone. */
  readonly levels?: LevelChoice | undefined;
};

/** Attribute, what is asked or offered with its unit, and whether it decides or only ranks. */
export function FigureTable({ figures, kind, levels }: FigureTableProps) {
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
          cell: ({ figure }) => (
            <>
              {asLabel(attributeName(figure.attribute, locale, kind), locale)}
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
          speaks: true,
          className: "whitespace-nowrap",
          cell: ({ figure }) => figureText(figure, locale),
        },
        {
          key: "hard",
          label: t("body.kind"),
          speaks: true,
          className: "whitespace-nowrap text-muted",
          cell: ({ figure }) => t(`body.${standingOf(figure, kind)}`),
        },
        ...(levels
          ? [
              {
                key: "levels",
                label: t("form.columns.levels"),
                speaks: true,
                cell: ({ figure }: (typeof rows)[number]) => {
                  const field = `figures.${figure.attribute}`;
                  return <SeenBy field={field} level={levels[field]} />;
                },
              },
            ]
          : []),
      ]}
    />
  );
}
