import { formatNumber, formatUnit } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Figure } from "../queries.ts";
import {
  boundsText,
  dimensionName,
  type FigureTable,
  figureMark,
  isSum,
  isTold,
  measureName,
  type NameBook,
  placeNames,
} from "../view.ts";

export type FigureTableViewProps = { readonly table: FigureTable; readonly names: NameBook };

/** One measure by one breakdown; what is nought for want of reports is said once below. */
export function FigureTableView({ table, names }: FigureTableViewProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const { measure, dimensions, figures } = table;
  const words = {
    withheld: t("withheld"),
    absent: t("absent"),
    unstated: t("unstated"),
    total: t("total"),
  };
  const name = measureName(names, measure, locale);
  const told = dimensions.length === 0 ? figures : figures.filter(isTold);
  const hidden = figures.some((one) => !told.includes(one) && one.status === "published");
  const caption =
    dimensions.length === 0
      ? t("overall", { measure: name })
      : t("by", {
          measure: name,
          dimensions: dimensions.map((one) => dimensionName(one, locale)).join(t("and")),
        });
  const title = `${caption} (${formatUnit(measure.unit, locale)})`;
  return (
    <div>
      <h3 className="mb-1">{title}</h3>
      <DataTable
        caption={title}
        rows={told}
        rowKey={({ place }) => place.join(" ")}
        className="max-w-3xl"
        columns={[
          {
            key: "place",
            label: t("column.place"),
            lead: true,
            cell: (figure) => placeNames(names, figure, locale, words).join(" · ") || words.total,
          },
          {
            key: "figure",
            label: t("column.figure"),
            align: "end",
            cell: (figure) => (
              <Mark figure={figure} text={figureMark(figure, words)} isSum={isSum(names, figure)} />
            ),
          },
          {
            key: "bounds",
            label: t("column.bounds"),
            align: "end",
            cell: (figure) => (figure.status === "withheld" ? boundsText(figure, locale) : null),
          },
        ]}
      />
      {hidden ? <p className="mt-1 text-xs text-muted">{t("noughts")}</p> : null}
    </div>
  );
}

/** Digits of a measure on the page. */
const shownDigits = 6;

type MarkProps = { readonly figure: Figure; readonly text: string; readonly isSum: boolean };

/** A sum is shown to the last digit, a share rounded; the files have all digits of both. */
function Mark({ figure, text, isSum: exact }: MarkProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  if (figure.status === "published")
    return formatNumber(exact ? text : Number(Number(text).toPrecision(shownDigits)), locale);
  if (figure.status === "absent") return <span className="text-muted">{text}</span>;
  return <abbr title={t("withheldHelp")}>{text}</abbr>;
}
