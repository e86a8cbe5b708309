import { toShanghaiDate } from "@lilink/model/calendar";
import { can } from "@lilink/model/policy";
import { EmptyState, PageHeader, Section, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { NotedWords } from "#components/noted-words.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { organizationName } from "#features/organization/view.ts";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { Portfolio } from "../queries.ts";
import { axisOf, dayText, money, share } from "../view.ts";
import { FundStat } from "./fund-stat.tsx";
import { CallFlow, MoneyRiver } from "./money-charts.tsx";
import { PlanLegend, PlanRibbon, Years } from "./plan-ribbon.tsx";

type Given = {
  readonly portfolio: Portfolio;
  readonly viewer: Viewer | null;
  /** Where the list of projects stands, as the address has it. */
  readonly cursor: string | undefined;
  readonly row: string | readonly string[] | undefined;
  /** Where results stand; drawn by who knows the relay. */
  readonly relay: ReactNode;
};
type Locale = "en" | "zh-CN";

/** The whole fund on one page: five figures, money by year, where it comes from and goes, and a ribbon for each project. [FU19] [FU20] */
export function PortfolioPage({ portfolio, viewer, cursor, row, relay }: Given) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale: Locale = given === "en" ? "en" : "zh-CN";
  const actor = actorOf(viewer);
  return (
    <>
      <PageHeader
        title={t("portfolio.title")}
        lead={t("lead")}
        badges={<SampleBadge />}
        actions={
          <>
            {can(actor, "fund.keep") ? (
              <ButtonLink variant="accent" href="/fund-calls/new">
                {t("portfolio.newCall")}
              </ButtonLink>
            ) : null}
            <ButtonLink href="/fund-calls">{t("portfolio.calls")}</ButtonLink>
            {can(actor, "fund.apply", { owner: true }) ? (
              <ButtonLink href="/fund/applications">{t("own.title")}</ButtonLink>
            ) : null}
            {can(actor, "fund.review") ? (
              <ButtonLink href="/fund/reviews">{t("desk.title")}</ButtonLink>
            ) : null}
          </>
        }
      />
      <Figures portfolio={portfolio} locale={locale} />
      {portfolio.count === 0 ? (
        <div className="mt-8">
          <EmptyState
            title={t("portfolio.noneTitle")}
            body={t("portfolio.noneBody")}
            action={<ButtonLink href="/fund-calls">{t("portfolio.calls")}</ButtonLink>}
          />
        </div>
      ) : (
        <>
          <div className="mt-8">
            <MoneyRiver years={portfolio.sums.years} locale={locale} />
            <CallFlow portfolio={portfolio} locale={locale} />
          </div>
          <Ribbons portfolio={portfolio} locale={locale} />
          <CursorPages
            pathname="/fund"
            query={{ cursor }}
            nextCursor={portfolio.nextCursor}
            shown={portfolio.awards.length}
            row={row}
            hash="ribbons"
            {...((cursor || portfolio.nextCursor) && { count: portfolio.count })}
          />
          <Dormant portfolio={portfolio} locale={locale} />
          {relay}
          <p className="no-print flex flex-wrap gap-x-3 gap-y-1 text-sm">
            <a
              className="text-link"
              download
              href={`/api/export/fund-grants?${new URLSearchParams({ locale })}`}
            >
              {t("portfolio.csv")}
            </a>
            <a
              className="text-link"
              download
              href={`/api/export/fund-giving?${new URLSearchParams({ locale })}`}
            >
              {t("portfolio.giving")}
            </a>
            {(["csv", "xlsx", "json", "xml"] as const).map((format) => (
              <a
                key={format}
                className="text-link"
                href={`/api/export/fund-projects?${new URLSearchParams({ locale, format })}`}
                download
              >
                {t("export.cordis", { format: format.toUpperCase() })}
              </a>
            ))}
          </p>
        </>
      )}
    </>
  );
}

type Part = { readonly portfolio: Portfolio; readonly locale: Locale };

function Figures({ portfolio: { sums, relay, now }, locale }: Part) {
  const t = useTranslations("fund.portfolio");
  const board = useTranslations("relay.board");
  const { clock } = relay;
  const { pace, dormant, load } = sums;
  const sleeping = dormant.reduce((sum, { amount }) => sum + amount, 0);
  const longest = Math.max(0, ...dormant.map(({ months }) => months));
  return (
    <StatRow>
      <FundStat
        label={t("pace", { year: toShanghaiDate(now).slice(0, 4) })}
        value={pace.due > 0 ? share(pace.paid / pace.due) : undefined}
        note={t("paceOf", {
          paid: money(pace.paid, locale),
          due: money(pace.due, locale),
          over: share(pace.over),
        })}
      />
      <FundStat
        label={t("basic")}
        value={sums.basicShare === null ? undefined : share(sums.basicShare)}
        note={sums.basicShare === null ? null : t("basicOf")}
      />
      <FundStat
        label={t("dormant")}
        value={sleeping > 0 ? money(sleeping, locale) : t("dormantNone")}
        note={dormant.length > 0 ? t("dormantOf", { count: dormant.length, months: longest }) : null}
      />
      <FundStat
        label={t("load")}
        value={load.removed === null ? undefined : t("loadShort", { count: load.before - load.reviews })}
        note={load.before > 0 ? t("loadOf", { reviews: load.reviews, before: load.before }) : null}
      />
      <FundStat
        label={board("median")}
        value={clock.median === null ? board("medianNone") : board("months", { months: clock.median })}
        note={board(clock.median === null ? "medianNoneOf" : "medianOf", {
          taken: clock.taken,
          all: clock.taken + clock.waiting,
        })}
      />
    </StatRow>
  );
}

/** One line for each project on one axis: what was promised, the window, and what stands now. [FU19] */
function Ribbons({ portfolio: { awards, now }, locale }: Part) {
  const t = useTranslations("fund");
  const today = toShanghaiDate(now);
  const shown = awards.filter(({ state }) => state !== "terminated");
  const axis = axisOf([
    today,
    ...shown.flatMap(({ startsOn, plan }) => [startsOn, ...plan.lines.map((line) => line.now)]),
  ]);
  return (
    <Section
      id="ribbons"
      title={t("portfolio.ribbons")}
      fold={shown.length}
      action={<span className="text-muted">{t("portfolio.ribbonsLead")}</span>}
    >
      <PlanLegend />
      <div>
        <div className="grid gap-x-4 border-b border-line px-3 pb-1 text-sm text-muted sm:grid-cols-[14rem_minmax(0,1fr)_3rem] sm:px-0">
          <span className="max-sm:hidden">{t("portfolio.project")}</span>
          <span className="relative block h-5" aria-hidden>
            <Years axis={axis} isNamed />
          </span>
          <span className="text-right max-sm:hidden">{t("portfolio.tokens")}</span>
        </div>
        <ul>
          {shown.map(({ publicId, title, concept, lead, researchClass, plan, startsOn }) => (
            <li
              key={publicId}
              className="grid items-center gap-x-4 border-b border-line py-1 max-sm:px-3 sm:grid-cols-[14rem_minmax(0,1fr)_3rem]"
            >
              <span className="flex min-w-0 items-start gap-2 py-1">
                <abbr
                  title={t(`class.${researchClass}`)}
                  className="mt-0.5 grid size-5 shrink-0 place-items-center bg-chain text-xs text-ground no-underline"
                >
                  {t(`classShort.${researchClass}`)}
                </abbr>
                <span className="min-w-0">
                  <TextLink href={`/fund/awards/${publicId}`}>
                    <NotedWords>{title}</NotedWords>
                  </TextLink>
                  <AboutLine title={title} concept={concept} />
                  <span className="block truncate text-sm text-muted">{organizationName(lead, locale)}</span>
                  <span className="sr-only">
                    {plan.lines
                      .map((line) =>
                        t("portfolio.ribbonText", {
                          stage: t(`stage.${line.stage}`),
                          day: dayText(line.now, locale),
                        }),
                      )
                      .join(locale === "en" ? ", " : "、")}
                  </span>
                </span>
              </span>
              <PlanRibbon plan={plan} startsOn={startsOn} axis={axis} today={today} />
              <span className="text-right text-sm tabular-nums">
                <span className="text-muted sm:sr-only">{t("portfolio.tokens")} </span>
                {plan.tokens}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Dormant({ portfolio: { dormant }, locale }: Part) {
  const t = useTranslations("fund.portfolio");
  if (dormant.length === 0) return null;
  return (
    <Section
      id="dormant"
      title={t("dormantList")}
      fold={dormant.length}
      action={<span className="text-muted">{t("dormantLead")}</span>}
    >
      <ul className="hairline-list max-w-3xl">
        {dormant.map(({ publicId, title, concept, amount, months }) => (
          <li key={publicId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <span>
              <TextLink href={`/fund/awards/${publicId}`}>
                <NotedWords>{title}</NotedWords>
              </TextLink>
              <AboutLine title={title} concept={concept} />
            </span>
            <span className="text-danger tabular-nums">{`${money(amount, locale)} · ${t("months", { months })}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
