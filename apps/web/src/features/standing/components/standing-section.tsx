import {
  formatChange,
  formatDate,
  formatDatedTarget,
  formatNumber,
  formatPeriod,
  formatQuantity,
  toReading,
} from "@lilink/i18n";
import { aimOf, type GoalDirection, leadPart, needPace, type Pace } from "@lilink/model/goals";
import { cn, DescriptionList, NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { seriesPath } from "#features/series/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingDetail } from "../queries.ts";
import { toRatio, toShare } from "../view.ts";
import { StandingNow, StandingStatus, StatusBadge } from "./marks.tsx";
import { PacePoints } from "./pace-points.tsx";
import { paceShown } from "./pace-shown.ts";
import { ownMeasure, StandingChart } from "./standing-chart.tsx";
import { StandingParts } from "./standing-parts.tsx";
import { toWords } from "./to-words.ts";
import { WhatIf } from "./what-if.tsx";

export type StandingSectionProps = {
  readonly standing: StandingDetail;
  readonly horizon: number;
  readonly direction: GoalDirection;
};

/** Where a goal stands: in words, both paces, how sure that is, the way there, and what another pace would do. */
export function StandingSection({ standing, horizon, direction }: StandingSectionProps) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { now, target, unit, closed } = standing;
  const own = ownMeasure(standing);
  const shown = paceShown(standing);
  const ofPaper = shown?.from.origin === "paper";
  const single = target && target.operator !== "between" ? target : null;
  const isOpen = Boolean(now?.value && single && !closed && horizon > now.year);
  // Of several measures the one that decides is in the sentence below: its two paces are what may disagree.
  const decides = standing.parts.find((part) => part.status === standing.status && part.disagree);
  const judged = standing.method === null ? t("method.none") : t(`method.${standing.method}`);
  return (
    <Section id="progress" title={t("title")}>
      <div className="mb-5 flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {own || !now ? null : (
            <span className="text-2xl font-semibold">
              <StandingNow standing={standing} />
            </span>
          )}
          <StandingStatus standing={decides ?? standing} />
          {own || !now || !target ? null : (
            <span className="text-muted tabular-nums">
              {`${t("parts.target")} ${formatDatedTarget(target, unit, locale)}`}
            </span>
          )}
        </div>
        {toWords(standing, locale).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {shown && ofPaper ? <PacePoints shown={shown} unit={unit} /> : null}
        {own || !now ? null : <FigureOrigin standing={standing} />}
      </div>
      {decides ? <NoticeBox className="mb-3">{t("disagree")}</NoticeBox> : null}
      {standing.years.length > 0 ? (
        <div
          className={cn(
            "mb-6 grid items-start gap-x-10 gap-y-4",
            isOpen && "lg:grid-cols-[minmax(0,1fr)_18rem]",
          )}
        >
          <StandingChart standing={standing} />
          {now?.value && single && isOpen ? (
            <ClientMessages namespaces={["standing"]}>
              <WhatIf
                from={{ year: now.year, value: Number(now.value) }}
                horizon={horizon}
                unit={unit ?? ""}
                measure={own && inLocale(own, locale)}
                start={Number(standing.needed?.perYear ?? 0)}
                target={single}
                direction={direction}
              />
            </ClientMessages>
          ) : null}
        </div>
      ) : null}
      <StandingFacts standing={standing} />
      <StandingParts standing={standing} />
      <p className="prose-measure mt-3 text-sm text-muted">
        {`${t(ofPaper ? "leadPaper" : "lead")} ${judged} · ${t(`judgedBy.${standing.judgedBy}`)}`}
      </p>
    </Section>
  );
}

function StandingFacts({ standing }: Pick<StandingSectionProps, "standing">) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { linear, compound, baseline, needed, unit, closed, toDate, parts, now } = standing;
  // The sentence above may be of another measure than the figures below it.
  const own = ownMeasure(standing);
  const shown = paceShown(standing);
  const ofOwn = (term: string) => (own ? `${term} · ${inLocale(own, locale)}` : term);
  const isPaced =
    !closed &&
    standing.method !== "corridor" &&
    parts.length === 1 &&
    (linear.ratio ?? compound.ratio) !== null;
  const byPace = ({ ratio, status }: StandingDetail["linear"]) => {
    const percent = toShare(ratio);
    return (
      <span className="inline-flex flex-wrap items-baseline gap-x-3">
        <StatusBadge status={status} />
        {percent === null ? null : (
          <span className="text-sm text-muted tabular-nums">{t("ratio", { percent })}</span>
        )}
      </span>
    );
  };
  const paceText = ({ perYear, growth }: Pace) =>
    [
      t("perYear", { perYear: formatChange(perYear, unit, locale, 3) }),
      ...(growth
        ? [
            t(Number(growth) < 0 ? "neededFall" : "neededGrowth", {
              growth: `${formatNumber(toRatio(String(Math.abs(Number(growth)) * 100)), locale)}%`,
            }),
          ]
        : []),
    ].join(locale === "en" ? ", " : "，");
  // What the percentages above are shares of.
  const route = isPaced ? routeOf(standing, (value) => formatQuantity(toReading(value), unit, locale)) : null;
  return (
    <DescriptionList
      items={[
        // Of a single measure the figure stands above the picture.
        ...(own || !now
          ? [
              {
                key: "now",
                term: ofOwn(t("now")),
                detail: (
                  <>
                    <StandingNow standing={now ? { now, unit, method: standing.method } : standing} />
                    <FigureOrigin standing={standing} />
                  </>
                ),
              },
            ]
          : []),
        ...(toDate && toDate.period !== standing.now?.period
          ? [
              {
                key: "toDate",
                term: t("toDate"),
                detail: <FigureToDate standing={standing} />,
              },
            ]
          : []),
        ...(isPaced
          ? [
              { key: "compound", term: t("compound"), detail: byPace(compound) },
              { key: "linear", term: t("linear"), detail: byPace(linear) },
            ]
          : []),
        // The paper's stands beside the target, with where it is printed.
        ...(baseline?.origin === "released"
          ? [
              {
                key: "baseline",
                term: t("baseline.released"),
                detail: `${formatQuantity(toReading(baseline.value), unit, locale)} · ${formatPeriod(String(baseline.year), locale)}`,
              },
            ]
          : []),
        ...(shown
          ? [
              {
                key: "made",
                term: ofOwn(t("made")),
                detail: (
                  <>
                    {paceText(shown.pace)}
                    {/* Of two sources it stands above, beside the verdict. */}
                    {shown.from.origin === "paper" ? null : <PacePoints shown={shown} unit={unit} />}
                  </>
                ),
              },
            ]
          : []),
        ...(route
          ? [
              {
                key: "route",
                term: t("route"),
                detail: (
                  <>
                    {paceText(route.pace)}
                    <span className="prose-measure block text-sm text-muted">
                      {t("routeFrom", route.points)}
                    </span>
                  </>
                ),
              },
            ]
          : []),
        ...(needed ? [{ key: "needed", term: ofOwn(t("needed")), detail: paceText(needed) }] : []),
      ]}
    />
  );
}

/** The pace of the whole way from the base to the target, and its two ends in words. */
function routeOf(
  { baseline, target }: Pick<StandingDetail, "baseline" | "target">,
  read: (value: string) => string,
): { readonly pace: Pace; readonly points: Record<"from" | "low" | "to" | "high", string> } | null {
  if (!baseline || !target) return null;
  const to = { year: target.year, value: aimOf(target, baseline.value) };
  const pace = needPace(baseline, to);
  return (
    pace && {
      pace: { perYear: pace.perYear.toString(), growth: pace.growth?.toString() ?? null },
      points: {
        from: String(baseline.year),
        low: read(baseline.value),
        to: String(to.year),
        high: read(to.value),
      },
    }
  );
}

/** What is known of the running year, and the release that it is from. */
function FigureToDate({ standing }: Pick<StandingSectionProps, "standing">) {
  const t = useTranslations("standing");
  const { toDate, toDateRelease, unit, method } = standing;
  if (!toDate) return null;
  return (
    <>
      <StandingNow standing={{ now: toDate, unit, method }} />
      {toDateRelease ? (
        <TextLink href={`/releases/${toDateRelease}`} className="ml-3 text-sm">
          {t("toDateRelease")}
        </TextLink>
      ) : null}
    </>
  );
}

/** Which release the figure is from, and how far it may still move. */
function FigureOrigin({ standing }: Pick<StandingSectionProps, "standing">) {
  const t = useTranslations("standing");
  const locale = useLocale();
  const { release, band, spread, unit, now, parts } = standing;
  const series = leadPart(parts)?.series;
  const differ =
    band !== null && band[0] !== band[1]
      ? { low: t(`status.${band[0]}`), high: t(`status.${band[1]}`) }
      : null;
  const why = spread?.why.map((one) => t(`spread.${one}`)).join(locale === "en" ? ", " : "、") ?? "";
  const reading = (value: string, own: string | null) => formatQuantity(toReading(value), own, locale);
  return (
    <>
      {release ? (
        <span className="block text-sm text-muted">
          {`${t("age", { date: formatDate(release.frozenAt, locale), days: release.ageDays })} · `}
          {release.coverage === null ? null : `${t("coverage", { percent: release.coverage })} · `}
          <TextLink href={`/releases/${release.publicId}`}>{t("release")}</TextLink>
        </span>
      ) : null}
      {series ? (
        <span className="block text-sm text-muted">
          <TextLink href={seriesPath(series.series)}>
            {t("fromSeries", { code: series.series, vintage: series.vintage })}
          </TextLink>
        </span>
      ) : null}
      {spread ? (
        <span className="block text-sm text-muted">
          {t("spread.line", { low: reading(spread.low, null), high: reading(spread.high, unit), why })}
          {differ ? `${locale === "en" ? "; " : "；"}${t("spread.verdicts", differ)}` : null}
        </span>
      ) : null}
      {now?.value === null && differ ? (
        <span className="block text-sm text-muted">{t("spread.withheld", differ)}</span>
      ) : null}
    </>
  );
}
