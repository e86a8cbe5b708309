import { formatDate, formatNumber } from "@lilink/i18n";
import { Badge, DataTable, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { periodText, seriesUnit } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { SeriesItem } from "../queries.ts";
import { seriesPath } from "./series-list.tsx";
import { useRegionName } from "./use-region-name.ts";

/** One edition of a series: its lines and figures, with source, licence and vintage. */
export function SeriesEdition({ series }: { readonly series: SeriesItem }) {
  const t = useTranslations("series.edition");
  const locale = useLocale();
  const name = inLocale(series.name, locale);
  const unit = seriesUnit(series.unit, locale);
  const regions = useRegionName();
  const caption = t("caption", { name, vintage: series.vintage });
  const origin = (
    <span className="flex flex-wrap gap-x-4">
      <span>
        {`${t("source")}: `}
        {series.address ? (
          <a className="text-link" href={series.address} rel="noreferrer">
            {series.source}
          </a>
        ) : (
          series.source
        )}
      </span>
      <span>{`${t("licence")}: ${series.licence}`}</span>
      <span>{`${t("vintage")}: ${series.vintage}`}</span>
      <span>{`${t("imported")}: ${formatDate(series.importedAt, locale)}`}</span>
    </span>
  );
  const rows = [...series.figures].sort(
    (a, b) =>
      b.year - a.year ||
      (a.period < b.period ? 1 : a.period > b.period ? -1 : Number(b.value) - Number(a.value)),
  );
  const years = new Set(series.figures.map((figure) => figure.year));
  const lines = toLines(series);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3>
          <TextLink href={seriesPath(series.code)}>{name}</TextLink>
        </h3>
        <span className="text-sm text-muted">{unit}</span>
        <Badge>{t(`confidence.${series.confidence === "computed" ? "computed" : "published"}`)}</Badge>
      </div>
      {years.size > 2 && lines.length > 0 ? (
        <Chart
          title={t("chart")}
          subtitle={unit}
          source={origin}
          spec={{
            kind: "line",
            head: [t("period")],
            series: lines.map(({ region, tone, points }) => ({
              key: region,
              label: regions(region),
              tone,
              points: points.map((point) => ({ ...point, text: formatNumber(point.y, locale) })),
            })),
            marks: [...years]
              .filter((year) => year % 5 === 0)
              .sort((a, b) => a - b)
              .map((year) => ({ x: year, label: String(year) })),
            formatY: (value) => formatNumber(value, locale, "short"),
          }}
          table={{
            head: [t("period"), t("region"), unit ? `${t("value")} (${unit})` : t("value")],
            rows: rows.map((row) => ({
              key: `${row.region} ${row.period}`,
              cells: [periodText(row.period), regions(row.region), formatNumber(row.value, locale)],
            })),
          }}
        />
      ) : (
        <>
          <DataTable
            caption={caption}
            rows={rows}
            rowKey={(row) => `${row.region} ${row.period}`}
            className="max-w-xl"
            columns={[
              { key: "region", label: t("region"), lead: true, cell: (row) => regions(row.region) },
              {
                key: "period",
                label: t("period"),
                className: "whitespace-nowrap",
                cell: (row) => periodText(row.period),
              },
              {
                key: "value",
                label: t("value"),
                align: "end",
                cell: (row) => formatNumber(row.value, locale),
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
        .map((figure) => ({ x: figure.year, y: Number(figure.value) })),
    }))
    .filter(({ points }) => points.length > 1)
    .slice(0, tones.length)
    .map((line, at) => ({ ...line, tone: tones[at] ?? "neutral" }));
}
