import { formatDate, formatNumber } from "@lilink/i18n";
import { Badge, DataTable, NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { periodText, seriesUnit } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { SeriesItem } from "../queries.ts";
import { EditionConflicts } from "./edition-conflicts.tsx";

/** Published figures near the indicator, each edition with where it comes from. */
export function SeriesSection({ series }: { readonly series: readonly SeriesItem[] }) {
  const t = useTranslations("goal.detail");
  const regionName = useRegionName();
  return (
    <Section id="series" title={t("series")}>
      {series.length === 0 ? (
        <p className="prose-measure text-muted">{t("seriesNone")}</p>
      ) : (
        <>
          <NoticeBox className="mb-4">{t("seriesLead")}</NoticeBox>
          <div className="flex flex-col gap-8">
            <EditionConflicts series={series} regionName={regionName} />
            {series.map((one) => (
              <SeriesEdition key={`${one.code}/${one.vintage}`} series={one} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function SeriesEdition({ series }: { readonly series: SeriesItem }) {
  const t = useTranslations("goal.series");
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
        <h3>{name}</h3>
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

const drawn = [
  { region: "CN", tone: "accent" },
  { region: "WLD", tone: "neutral" },
] as const;

/** China and the world as lines, where the figures go by year. */
function toLines(series: SeriesItem) {
  return drawn.flatMap(({ region, tone }) => {
    const points = series.figures
      .filter((figure) => figure.region === region && figure.period === String(figure.year))
      .map((figure) => ({ x: figure.year, y: Number(figure.value) }));
    return points.length > 1 ? [{ region, tone, points }] : [];
  });
}

function useRegionName(): (region: string) => string {
  const t = useTranslations("goal.series");
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return (region) => {
    if (region === "WLD") return t("world");
    if (region === "OTHER") return t("other");
    return /^[A-Z]{2}$/.test(region) ? (names.of(region) ?? region) : region;
  };
}
