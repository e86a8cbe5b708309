import { formatDate, formatNumber, formatQuantity, formatUnit, toReading } from "@lilink/i18n";
import type { GoalDirection } from "@lilink/model/goals";
import { DescriptionList, NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import type { StandingDetail } from "../queries.ts";
import { toRatio, toStandingLines, whyNoPace } from "../view.ts";
import { StandingNow, StandingStatus, StatusBadge } from "./marks.tsx";
import { WhatIf } from "./what-if.tsx";

export type StandingSectionProps = {
  readonly standing: StandingDetail;
  readonly horizon: number;
  readonly direction: GoalDirection;
};

/** Where a goal stands: both paces, how sure that is, the way there, and what another pace would do. */
export function StandingSection({ standing, horizon, direction }: StandingSectionProps) {
  const t = useTranslations("standing");
  const { now, target, unit } = standing;
  const single = target && target.operator !== "between" ? target : null;
  return (
    <Section id="progress" title={t("title")}>
      <p className="prose-measure mb-3 text-muted">
        {`${t("lead")} ${t(`method.${standing.method ?? "none"}`)}`}
      </p>
      {standing.disagree ? <NoticeBox className="mb-3">{t("disagree")}</NoticeBox> : null}
      <StandingFacts standing={standing} horizon={horizon} />
      {standing.years.length > 0 ? <StandingChart standing={standing} /> : null}
      {now?.value && horizon > now.year ? (
        <ClientMessages namespaces={["standing"]}>
          <WhatIf
            from={{ year: now.year, value: Number(now.value) }}
            horizon={horizon}
            unit={unit ?? ""}
            start={Number(standing.needed?.perYear ?? 0)}
            target={single ? Number(single.value) : null}
            rising={direction !== "decrease"}
          />
        </ClientMessages>
      ) : null}
    </Section>
  );
}

type StandingFactsProps = Pick<StandingSectionProps, "standing" | "horizon">;

function StandingFacts({ standing, horizon }: StandingFactsProps) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { linear, compound, baseline, needed, release, band, unit } = standing;
  const pace = ({ ratio, status }: StandingDetail["linear"]) => (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <StatusBadge status={status} />
      {ratio === null ? null : (
        <span className="text-sm text-muted tabular-nums">
          {t("ratio", { ratio: formatNumber(toRatio(ratio), locale) })}
        </span>
      )}
    </span>
  );
  return (
    <DescriptionList
      items={[
        {
          key: "now",
          term: t("now"),
          detail: (
            <>
              <StandingNow standing={standing} />
              {release ? (
                <span className="block text-sm text-muted">
                  {`${t("age", { date: formatDate(release.frozenAt, locale), days: release.ageDays })} · `}
                  {release.coverage === null ? null : `${t("coverage", { percent: release.coverage })} · `}
                  <TextLink href={`/releases/${release.publicId}`}>{t("release")}</TextLink>
                </span>
              ) : null}
              {band && band[0] !== band[1] ? (
                <span className="block text-sm text-muted">
                  {t("band", { low: t(`status.${band[0]}`), high: t(`status.${band[1]}`) })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: "status", term: t("column.status"), detail: <StandingStatus standing={standing} /> },
        { key: "compound", term: t("compound"), detail: pace(compound) },
        { key: "linear", term: t("linear"), detail: pace(linear) },
        ...(baseline
          ? [
              {
                key: "baseline",
                term: t(`baseline.${baseline.origin}`),
                detail: `${formatQuantity(baseline.origin === "paper" ? baseline.value : toReading(baseline.value), unit, locale)} · ${baseline.year}`,
              },
            ]
          : []),
        {
          key: "needed",
          term: t("needed"),
          detail: needed
            ? [
                t("neededLine", { perYear: signed(needed.perYear, unit, locale) }),
                ...(needed.growth
                  ? [
                      t("neededGrowth", {
                        growth: `${formatNumber(toRatio(String(Number(needed.growth) * 100)), locale)}%`,
                      }),
                    ]
                  : []),
              ].join(locale === "en" ? ", " : "，")
            : t(`neededNone.${whyNoPace(standing, horizon)}`),
        },
      ]}
    />
  );
}

function StandingChart({ standing }: { readonly standing: StandingDetail }) {
  const t = useTranslations("standing.chart");
  const locale = useLocale();
  const names = { actual: t("actual"), path: t("path"), line: t("line"), growth: t("growth") };
  const series = toStandingLines(standing, names, locale);
  const isProjected = series.some(({ key }) => key === "line" || key === "growth");
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return (
    <div className="mt-4">
      <Chart
        title={t(isProjected ? "title" : "titlePlain")}
        subtitle={standing.unit === null ? undefined : formatUnit(standing.unit, locale)}
        source={isProjected ? t("note") : t("source")}
        spec={{
          kind: "line",
          head: [t("year")],
          series,
          marks: years
            .filter((year) => year % 5 === 0 || year === years.at(-1))
            .map((year) => ({ x: year, label: String(year) })),
          formatY: (value) => formatNumber(value, locale, "short"),
        }}
      />
    </div>
  );
}

function signed(value: string, unit: string | null, locale: "zh-CN" | "en"): string {
  const text = formatQuantity(toReading(value), unit, locale);
  return value.startsWith("-") || Number(value) === 0 ? text : `+${text}`;
}
