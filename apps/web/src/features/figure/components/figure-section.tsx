import { formatDate, formatNumber, formatPeriod, formatUnit } from "@lilink/i18n";
import { headFigures } from "@lilink/model/goals";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { parsePeriod, returnFrequencies } from "@lilink/model/return";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { NarrowTable } from "#components/narrow-table.tsx";
import { headed } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { Figures, MeasureSeries, ReleasedFigure } from "../queries.ts";
import { type Best, figureLine, placesOf, toAxis, toDrawn, toMiddle, withGaps } from "../view.ts";
import { Breakdown } from "./breakdown.tsx";
import { PeerCard } from "./peer-card.tsx";

/** What one sheet asks and another counts with has its name in the first. */
const shippedComponents = shippedDefinitions.flatMap(({ components }) => components);

/** What is released of an indicator: its course, each period with its release, its breakdowns, and oneself among peers. */
export function FigureSection({
  figures,
  best,
}: {
  readonly figures: Figures;
  readonly best: readonly Best[];
}) {
  const { definition } = figures;
  const t = useTranslations("figure");
  const locale = useLocale();
  const nameOf = (measure: string) => {
    const known = [...definition.measures, ...definition.components, ...shippedComponents];
    const named = known.find(({ code }) => code === measure);
    return named ? headed(inLocale(named.name, locale)) : measure;
  };
  const told = new Set<string>(definition.measures.map(({ expression }) => expression));
  const headline = figures.lead;
  const others = withoutTwins(
    // A sum that a measure is and nothing more stands as the measure.
    figures.measures.filter((series) => series !== headline && !told.has(series.measure)),
    nameOf,
  );
  if (!headline)
    return (
      <Section id="figures" title={t("title")}>
        <p className="text-muted">{t("none")}</p>
      </Section>
    );
  return (
    <Section
      id="figures"
      title={t("title")}
      action={
        <span className="flex flex-wrap gap-x-4">
          <ExportLinks href={`/api/export/figure?indicator=${definition.indicator}&locale=${locale}`} />
          <a className="text-link" href={`/api/v1/figures?indicator=${definition.indicator}`}>
            {t("json")}
          </a>
        </span>
      }
    >
      <div className="flex flex-col gap-8">
        <Course series={headline} name={nameOf(headline.measure)} />
        <PeerCard peers={figures.peers} best={best} nameOf={nameOf} />
        <Periods series={headline} name={nameOf(headline.measure)} />
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
          {figures.breakdowns.map(({ dimension, series }) => (
            <Breakdown key={dimension} dimension={dimension} terms={definition.terms} series={series} />
          ))}
        </div>
        {others.length > 0 ? <Others series={others} nameOf={nameOf} /> : null}
        <Cite figures={figures} name={nameOf(headline.measure)} last={headline.figures.at(-1)} />
      </div>
    </Section>
  );
}

/** The figure that goals are judged by, for the head of a page, and beside it what is known of the year after. [PG23] */
export function LatestFigure({
  figures: { lead, definition },
  floor,
}: {
  readonly figures: Figures;
  /** Below this share of returns a figure is read with care. */
  readonly floor: number;
}) {
  const t = useTranslations("figure");
  const locale = useLocale();
  if (!lead) return null;
  const told = lead.figures.filter(({ status }) => status !== "absent");
  const { judged, later } = headFigures(told, definition.judgedBy);
  const first = judged ?? later;
  if (!first) return null;
  const places = placesOf(lead.figures);
  const textOf = (figure: ReleasedFigure) => figureLine(figure, lead.unit, locale, t("absent"), places);
  const measure = definition.measures.find(({ code }) => code === lead.measure);
  return (
    <span className="mb-1 block text-ink">
      <span className="text-xl font-semibold tabular-nums">{textOf(first)}</span>
      <span className="ml-2 text-sm text-muted">
        {[
          formatPeriod(first.period, locale),
          ...(measure && !lead.headline ? [inLocale(measure.name, locale)] : []),
          ...(judged && later ? [`${formatPeriod(later.period, locale)} ${textOf(later)}`] : []),
        ].join(" · ")}
      </span>
      {first.coverage !== null && first.coverage < floor ? (
        <span className="ml-2 text-sm text-warning">{t("thin", { percent: first.coverage })}</span>
      ) : null}
    </span>
  );
}

type CourseProps = { readonly series: MeasureSeries; readonly name: string };

function Course({ series, name }: CourseProps) {
  const t = useTranslations("figure");
  const locale = useLocale();
  const frequencies = new Set(series.figures.map(({ period }) => parsePeriod(period)?.frequency));
  const points = series.figures.map((figure) => ({
    x: frequencies.size > 1 ? toMiddle(figure.period) : toAxis(figure.period),
    at: figure.period,
    text: figureLine(figure, series.unit, locale, t("absent")),
    ...toDrawn(figure),
  }));
  if (points.filter(({ y }) => y !== null).length < 2) return null;
  const years = [...new Set(points.map(({ x }) => Math.floor(x)))];
  // A year and a quarter of it are not one course.
  const courses = returnFrequencies
    .map((frequency) => ({
      key: frequency,
      label: t(`frequency.${frequency}`),
      points: withGaps(points.filter(({ at }) => parsePeriod(at)?.frequency === frequency)),
    }))
    .filter((course) => course.points.length > 0)
    .map((course, at, all) => ({
      ...course,
      label: all.length === 1 ? name : course.label,
      tone: at === all.length - 1 ? ("info" as const) : ("neutral" as const),
    }));
  return (
    <Chart
      tableBeside
      title={name}
      subtitle={formatUnit(series.unit, locale)}
      source={t("source")}
      spec={{
        kind: "line",
        head: [t("period")],
        series: courses,
        marks: years.map((year) => ({ x: year, label: String(year) })),
        formatY: (value) => formatNumber(value, locale, "short"),
      }}
    />
  );
}

function Periods({ series, name }: CourseProps) {
  const t = useTranslations("figure");
  const standing = useTranslations("standing");
  const locale = useLocale();
  const places = placesOf(series.figures);
  return (
    <div>
      <NarrowTable
        caption={`${name}: ${t("periods")}`}
        rows={series.figures.toReversed()}
        rowKey={({ period }) => period}
        columns={[
          { key: "period", label: t("period"), cell: ({ period }) => formatPeriod(period, locale) },
          {
            key: "value",
            label: t("value"),
            align: "end",
            cell: (figure) => figureLine(figure, series.unit, locale, t("absent"), places),
          },
          {
            key: "coverage",
            label: t("coverage"),
            align: "end",
            cell: ({ coverage }) =>
              coverage === null ? null : (
                <span title={standing("coverage", { percent: coverage })}>{`${coverage}%`}</span>
              ),
          },
          {
            key: "definition",
            label: t("definition"),
            className: "text-sm max-sm:hidden",
            cell: ({ definition }) => (definition === null ? null : t("version", { version: definition })),
          },
          {
            key: "release",
            label: t("release"),
            className: "text-sm max-sm:hidden",
            cell: ({ release, edition, frozenAt }) => (
              <TextLink href={`/releases/${release}`}>
                {t("edition", { edition, day: formatDate(frozenAt, locale) })}
              </TextLink>
            ),
          },
        ]}
      />
      <p className="mt-2 text-sm text-muted">
        {[
          ...(series.figures.some(({ status }) => status === "withheld") ? [t("withheld")] : []),
          t("coverageHelp"),
        ].join(" ")}
      </p>
    </div>
  );
}

type OthersProps = {
  readonly series: readonly MeasureSeries[];
  readonly nameOf: (measure: string) => string;
};

/** The other measures and the sums behind them, each by its last figure. */
function Others({ series, nameOf }: OthersProps) {
  const t = useTranslations("figure");
  const locale = useLocale();
  return (
    <div>
      <h3 className="mb-1">{t("others")}</h3>
      <NarrowTable
        caption={t("others")}
        rows={series}
        rowKey={({ measure }) => measure}
        columns={[
          { key: "measure", label: t("measure"), cell: ({ measure }) => nameOf(measure) },
          {
            key: "value",
            label: t("value"),
            align: "end",
            cell: ({ figures, unit }) => {
              const last = figures.at(-1);
              return last ? figureLine(last, unit, locale, t("absent")) : t("absent");
            },
          },
          {
            key: "period",
            label: t("period"),
            cell: ({ figures }) => formatPeriod(figures.at(-1)?.period ?? "", locale),
          },
        ]}
      />
    </div>
  );
}

type CiteProps = {
  readonly figures: Figures;
  readonly name: string;
  readonly last: ReleasedFigure | undefined;
};

/** How the last figure is named in a text of somebody else. */
function Cite({ figures: { definition }, name, last }: CiteProps) {
  const t = useTranslations("figure");
  const locale = useLocale();
  if (!last) return null;
  const { period, edition, frozenAt } = last;
  const day = formatDate(frozenAt, locale);
  return (
    <details className="no-print text-sm">
      <summary className="w-fit text-muted">{t("cite")}</summary>
      <p className="mt-2 select-all">
        {t("citation", {
          id: definition.indicator,
          name,
          period: formatPeriod(period, locale),
          edition,
          day,
        })}
      </p>
    </details>
  );
}

/** A sum that two sheets count with by one name stands once. */
function withoutTwins(series: readonly MeasureSeries[], nameOf: (measure: string) => string) {
  const keyOf = ({ measure, figures, unit }: MeasureSeries) => {
    const last = figures.at(-1);
    return `${nameOf(measure)} ${last?.period} ${last?.value} ${unit}`;
  };
  return [...new Map(series.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}
