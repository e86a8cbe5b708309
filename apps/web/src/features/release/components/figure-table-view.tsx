import { formatNumber, formatUnit } from "@lilink/i18n";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { NarrowTable } from "#components/narrow-table.tsx";
import { headed } from "#features/target/view.ts";
import type { Figure } from "../queries.ts";
import {
  boundsText,
  dimensionName,
  type FigureTable,
  figureMark,
  isTold,
  measureName,
  type NameBook,
  placeNames,
} from "../view.ts";
import { inYuan, withoutRepeats } from "./overview.ts";

export type FigureTableViewProps = {
  readonly table: FigureTable;
  readonly names: NameBook;
  /** Open on a phone too; the others are folded there behind their titles. */
  readonly isFirst: boolean;
};

/** So many withheld figures stand among the others; more are counted, and listed on demand. */
const mostWithheld = 3;

/** One measure by one breakdown; what is nought for want of reports is said once below. */
export function FigureTableView({ table, names, isFirst }: FigureTableViewProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const { dimensions } = table;
  const figures = withoutRepeats(names, table.figures).map((figure) => inYuan(figure, locale));
  const measure = inYuan(table.measure, locale);
  const words = {
    withheld: t("withheld"),
    absent: t("absent"),
    unstated: t("unstated"),
    total: t("total"),
  };
  const name = headed(measureName(names, measure, locale));
  const isShare = measure.unit === "%";
  const isAbove = ({ value }: Figure) => isShare && value !== null && Number(value) > 100;
  const told = dimensions.length === 0 ? figures : figures.filter(isTold);
  const hidden = figures.some((one) => !told.includes(one) && one.status === "published");
  const withheld = told.filter(({ status }) => status === "withheld");
  const folded = withheld.length > mostWithheld ? withheld : [];
  const shown = told.filter((one) => !folded.includes(one));
  const hasBounds = shown.some((one) => one.status === "withheld" && boundsText(one, locale) !== null);
  const placeOf = (figure: Figure) => placeNames(names, figure, locale, words).join(" · ") || words.total;
  const caption =
    dimensions.length === 0
      ? t("overall", { measure: name })
      : t("by", {
          measure: name,
          dimensions: dimensions.map((one) => dimensionName(one, locale)).join(t("and")),
        });
  const title = `${caption} (${formatUnit(measure.unit, locale)})`;
  return (
    <details className="folds-on-phone max-sm:border-b max-sm:border-line" open={isFirst}>
      <summary className="mb-1 max-sm:py-2">
        <h3 className="inline">{title}</h3>
        <span className="ml-2 text-sm text-muted tabular-nums sm:hidden">{figures.length}</span>
      </summary>
      {shown.length > 0 || folded.length === 0 ? (
        <NarrowTable
          caption={title}
          rows={shown}
          rowKey={({ place }) => place.join(" ")}
          // The columns of all tables of a release stand under one another, on a phone too.
          className={cn("table-fixed", hasBounds ? "max-w-3xl" : "max-w-lg")}
          columns={[
            { key: "place", label: t("column.place"), cell: placeOf },
            {
              key: "figure",
              label: t("column.figure"),
              align: "end",
              cell: (figure) => <Mark figure={figure} text={figureMark(names, figure, words)} />,
            },
            ...(hasBounds
              ? [
                  {
                    key: "bounds",
                    label: t("column.bounds"),
                    align: "end" as const,
                    cell: (figure: Figure) =>
                      figure.status === "withheld" ? boundsText(figure, locale) : null,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {folded.length > 0 ? (
        <details className="mt-1 max-w-3xl text-sm">
          <summary className="w-fit text-muted hover:text-ink">
            {t("withheldOf", { withheld: folded.length, count: figures.length })}
          </summary>
          <ul className="hairline-list">
            {folded.map((figure) => (
              <li key={figure.place.join(" ")} className="flex justify-between gap-4 py-1">
                {placeOf(figure)}
                <span>
                  <Mark figure={figure} text={figureMark(names, figure, words)} />{" "}
                  {boundsText(figure, locale)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {figures.some(isAbove) ? <p className="mt-1 text-sm text-muted">{t("above")}</p> : null}
      {hidden ? <p className="mt-1 text-xs text-muted">{t("noughts")}</p> : null}
    </details>
  );
}

type MarkProps = { readonly figure: Figure; readonly text: string };

function Mark({ figure, text }: MarkProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  if (figure.status === "published") return formatNumber(text, locale);
  if (figure.status === "absent") return <span className="text-muted">{text}</span>;
  return <abbr title={t("withheldHelp")}>{text}</abbr>;
}
