import { formatDate, formatNumber, formatPeriod, joinUnit, type Locale } from "@lilink/i18n";
import { Badge, type Tone } from "@lilink/ui";
import type { ChartSpec } from "@lilink/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { NarrowTable } from "#components/narrow-table.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { headed, seriesUnit, seriesValue, vintageText } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { SeriesItem } from "../queries.ts";
import { seriesPath } from "../view.ts";
import { useRegionName } from "./use-region-name.ts";
import { useSourceWords } from "./use-source-words.ts";

type Row = SeriesItem["figures"][number];

/** One edition of a series: its lines and figures, with source, licence and vintage. */
export function SeriesEdition({
  series,
  isAtHome = false,
}: {
  readonly series: SeriesItem;
  /** On the page of the series itself: there its edition is the heading, and no link leads to where one is. */
  readonly isAtHome?: boolean;
}) {
  const t = useTranslations("series.edition");
  const list = useTranslations("series");
  const locale = useLocale() as Locale;
  const name = headed(inLocale(series.name, locale));
  const vintage = vintageText(series.vintage, locale, { asPublished: list("asPublished") });
  // A share says so at each figure, not once beside the title.
  const told = (value: string) =>
    formatNumber(seriesValue(value, series.unit), locale) + (series.unit === "%" ? "%" : "");
  const unit = series.unit === "%" ? "" : seriesUnit(series.unit, locale);
  const nameOf = useRegionName();
  const regions = (region: string) => nameOf(region, series.confidence);
  const caption = t("caption", { name, vintage });
  const words = useSourceWords()(series);
  const origin = (
    <span className="flex flex-wrap gap-x-4">
      <span>
        {list("labelled", { label: t("source"), text: "" })}
        {series.address ? (
          <a className="text-link" href={series.address} rel="noreferrer">
            {words.source}
          </a>
        ) : (
          words.source
        )}
      </span>
      <span>{list("labelled", { label: t("licence"), text: words.licence })}</span>
      {isAtHome ? null : <span>{list("labelled", { label: t("vintage"), text: vintage })}</span>}
      <span>{list("labelled", { label: t("imported"), text: formatDate(series.importedAt, locale) })}</span>
    </span>
  );
  const rows = [...series.figures].sort(
    (a, b) =>
      b.year - a.year ||
      (a.period < b.period ? 1 : a.period > b.period ? -1 : Number(b.value) - Number(a.value)),
  );
  const spec = toSpec(series, t("period"), regions, locale);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3>
          {isAtHome ? (
            list("labelled", { label: t("vintage"), text: vintage })
          ) : (
            <TextLink href={seriesPath(series.code)}>{name}</TextLink>
          )}
        </h3>
        {series.confidence === "computed" ? <SampleBadge /> : null}
        <Badge>{t(`confidence.${series.confidence === "computed" ? "computed" : "published"}`)}</Badge>
      </div>
      {spec ? (
        <Chart
          title={spec.kind === "line" ? t("chart") : formatPeriod(rows[0]?.period ?? "", locale)}
          subtitle={unit || undefined}
          source={origin}
          spec={spec}
          table={{
            head: [t("period"), t("region"), unit ? `${t("value")} (${unit})` : t("value")],
            rows: rows.map((row) => ({
              key: `${row.region} ${row.period}`,
              cells: [formatPeriod(row.period, locale), regions(row.region), told(row.value)],
            })),
          }}
        />
      ) : (
        <>
          <NarrowTable
            caption={caption}
            rows={rows}
            rowKey={(row) => `${row.region} ${row.period}`}
            className="max-w-xl"
            columns={[
              ...(rows.every(({ region }) => region === "WLD")
                ? []
                : [
                    {
                      key: "region",
                      label: t("region"),
                      cell: (row: Row) => regions(row.region),
                    },
                  ]),
              {
                key: "period",
                label: t("period"),
                className: "whitespace-nowrap",
                cell: (row: Row) => formatPeriod(row.period, locale),
              },
              {
                key: "value",
                label: t("value"),
                align: "end" as const,
                cell: (row: Row) => joinUnit(told(row.value), unit, locale),
              },
            ]}
          />
          <p className="mt-2 text-xs text-muted">{origin}</p>
        </>
      )}
    </div>
  );
}

const tones: readonly Tone[] = ["accent", "neutral", "info", "warning", "success"];
const mostBars = 12;
/** So many years are all named below the picture; of more, every fifth. */
const fewYears = 12;

/** Lines over three years or more, else one bar for each region of a single period; nothing where a table says as much. */
function toSpec(
  series: SeriesItem,
  period: string,
  nameOf: (region: string) => string,
  locale: Locale,
): ChartSpec | null {
  const years = [...new Set(series.figures.map(({ year }) => year))].sort((a, b) => a - b);
  const share = series.unit === "%" ? "%" : "";
  const lines = toLines(series);
  if (years.length > 2 && lines.length > 0)
    return {
      kind: "line",
      head: [period],
      series: lines.map(({ region, tone, points }) => ({
        key: region,
        label: nameOf(region),
        tone,
        points: points.map((point) => ({ ...point, text: formatNumber(point.y, locale) + share })),
      })),
      marks: years
        .filter((year) => years.length <= fewYears || year % 5 === 0)
        .map((year) => ({ x: year, label: String(year) })),
      formatY: (value) => formatNumber(value, locale, "short") + share,
    };
  // Of two years the last is drawn; the table has both.
  const [last] = series.figures.map((figure) => figure.period).toSorted((a, b) => (a < b ? 1 : -1));
  const parts = series.figures.filter((figure) => figure.region !== "WLD" && figure.period === last);
  if (parts.length < 3 || parts.length > mostBars) return null;
  const unit = series.unit === "%" ? "" : seriesUnit(series.unit, locale);
  return {
    kind: "bar",
    head: [period],
    bars: parts
      .toSorted((a, b) => Number(b.value) - Number(a.value))
      .map(({ region, value }) => ({
        key: region,
        label: nameOf(region),
        value: Number(seriesValue(value, series.unit)),
        text: joinUnit(formatNumber(seriesValue(value, series.unit), locale) + share, unit, locale),
      })),
  };
}

/** The world, China and the largest others as lines, where the figures go by year. */
function toLines(series: SeriesItem) {
  const yearly = series.figures.filter((figure) => figure.period === String(figure.year));
  const latest = new Map<string, number>();
  for (const { region, value } of yearly) latest.set(region, Number(value));
  const rank = (region: string) => (region === "CN" ? 0 : region === "WLD" ? 1 : 2);
  return [...latest]
    .sort(([a, x], [b, y]) => rank(a) - rank(b) || y - x)
    .map(([region]) => ({
      region,
      points: yearly
        .filter((figure) => figure.region === region)
        .map((figure) => ({ x: figure.year, y: Number(seriesValue(figure.value, series.unit)) })),
    }))
    .filter(({ points }) => points.length > 1)
    .slice(0, tones.length)
    .map((line, at) => ({ ...line, tone: tones[at] ?? "neutral" }));
}
