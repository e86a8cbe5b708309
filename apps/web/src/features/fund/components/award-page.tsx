import { formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { can } from "@lilink/model/policy";
import { Badge, DataTable, NoticeBox, PageHeader, Section, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import { ownText } from "#features/record/view.ts";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { Award } from "../queries.ts";
import { axisOf, money } from "../view.ts";
import { EndAward } from "./end-award.tsx";
import { FundStat } from "./fund-stat.tsx";
import { MaturityPart } from "./maturity-part.tsx";
import { Payments } from "./payments.tsx";
import { FundActs, LeaderActs } from "./plan-acts.tsx";
import { PlanLegend, PlanRibbon, Years } from "./plan-ribbon.tsx";
import { ProjectPart } from "./project-part.tsx";

type Given = Award & { readonly viewer: Viewer | null };

/** One grant: its money, its plan with promise and now on one line, and its payments. [FU18] [FU19] */
export function AwardPage({ award, call, payments, project, alike, viewer, now }: Given) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  const today = toShanghaiDate(now);
  const { plan, startsOn, months, amount } = award;
  const paid = award.paid.reduce((sum, one) => sum + one.amount, 0);
  const keeps = can(actorOf(viewer), "fund.keep");
  const isRunning = award.state === "active";
  // Reviews go on after the grant was closed: a follow-up comes years later.
  const isLookedAt = award.state !== "terminated";
  const axis = axisOf([startsOn, today, ...plan.lines.flatMap((line) => [line.now, line.promised])]);
  const stages = plan.lines.filter(({ done }) => done === null).map(({ stage }) => stage);
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund">{t("up")}</TextLink>}
        title={<OwnWords>{award.title}</OwnWords>}
        lead={
          <>
            <AboutLine title={award.title} concept={award.concept} />
            {organizationName(award.lead, locale)} ·{" "}
            <TextLink href={`/fund-calls/${call.publicId}`}>
              {`${call.number} ${ownText({ zh: call.titleZh, en: call.titleEn }, locale)}`}
            </TextLink>
          </>
        }
        badges={
          <>
            <Badge>{t(`class.${award.researchClass}`)}</Badge>
            <Badge tone={isRunning ? "success" : "neutral"}>{t(`awardState.${award.state}`)}</Badge>
          </>
        }
        actions={keeps && isRunning ? <EndAward publicId={award.publicId} /> : null}
      />
      {alike.length > 0 ? (
        <NoticeBox tone="warning" className="mb-6" title={t("project.alike")}>
          <p>{t("project.alikeBody")}</p>
          <ul className="mt-1">
            {alike.map(({ publicId, title, likeness }) => (
              <li key={publicId}>
                <TextLink href={`/fund/awards/${publicId}`}>
                  <OwnWords>{title}</OwnWords>
                </TextLink>{" "}
                {t("project.alikeOf", { likeness: Math.round(likeness * 100) })}
              </li>
            ))}
          </ul>
        </NoticeBox>
      ) : null}
      <StatRow>
        <FundStat label={t("award.amount")} value={money(amount, locale)} />
        <FundStat label={t("award.paid")} value={money(paid, locale)} />
        <FundStat label={t("award.open")} value={money(isRunning ? amount - paid : 0, locale)} />
        <FundStat
          label={t("award.period")}
          value={t("award.months", { months })}
          note={t("award.since", { start: formatDate(startsOn, locale) })}
        />
      </StatRow>
      <div className="mt-8">
        <Section id="plan" title={t("award.plan")}>
          <p className="prose-measure mb-2 text-sm text-muted">{t("award.planLead", { cap: plan.cap })}</p>
          <p className="mb-4 text-sm">
            {`${t(plan.isFreeMoveLeft ? "award.free" : "award.freeUsed")} · ${t("award.tokens", { tokens: plan.tokens })}`}
          </p>
          <PlanLegend />
          <span className="relative block h-5" aria-hidden>
            <Years axis={axis} isNamed />
          </span>
          <PlanRibbon plan={plan} startsOn={startsOn} axis={axis} today={today} />
          <div className="mt-4">
            <DataTable
              caption={t("award.plan")}
              rows={plan.lines}
              rowKey={({ stage }) => stage}
              columns={[
                {
                  key: "stage",
                  label: t("award.stage"),
                  lead: true,
                  cell: ({ stage }) => t(`stage.${stage}`),
                },
                {
                  key: "promised",
                  label: t("award.promised"),
                  cell: ({ promised }) => formatDate(promised, locale),
                },
                {
                  key: "now",
                  label: t("award.now"),
                  cell: ({ now: day, why }) =>
                    `${formatDate(day, locale)}${why ? ` (${t(`why.${why}`)})` : ""}`,
                },
                {
                  key: "window",
                  label: t("award.window"),
                  cell: ({ from, until }) => (
                    <span>
                      <span className="whitespace-nowrap">{formatDate(from, locale)} –</span>{" "}
                      <span className="whitespace-nowrap">{formatDate(until, locale)}</span>
                    </span>
                  ),
                },
                {
                  key: "result",
                  label: t("award.result"),
                  cell: ({ done }) =>
                    done
                      ? `${t(`verdict.${done.verdict}`)}${done.negative ? ` · ${t("award.negative")}` : ""}`
                      : t("blank.notYet"),
                },
              ]}
            />
          </div>
          {plan.checks.map(({ on, cause }) => (
            <p key={`${on} ${cause}`} className="mt-3 text-sm text-danger">
              {t("award.checkOf", { day: formatDate(on, locale), cause: t(`cause.${cause}`) })}
            </p>
          ))}
        </Section>
      </div>
      {award.isOwn && isLookedAt && stages.length > 0 ? (
        <LeaderActs publicId={award.publicId} stages={stages} isFree={plan.isFreeMoveLeft} today={today} />
      ) : null}
      {keeps && isLookedAt ? (
        <FundActs
          publicId={award.publicId}
          stages={stages}
          today={today}
          opensOn={plan.lines.find(({ done }) => done === null)?.from ?? null}
        />
      ) : null}
      <MaturityPart
        publicId={award.publicId}
        steps={project.maturity}
        mayTell={award.isOwn && isRunning}
        today={today}
      />
      <ProjectPart award={award} project={project} keeps={keeps} today={today} />
      <p className="no-print mb-8 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {(["json", "xml", "raid"] as const).map((format) => (
          <a
            key={format}
            className="text-link"
            href={`/api/export/fund-project?${new URLSearchParams({ project: award.publicId, format })}`}
            download
          >
            {format === "raid" ? t("export.raid") : t("export.cordis", { format: format.toUpperCase() })}
          </a>
        ))}
      </p>
      {keeps || award.isOwn ? (
        <Payments
          publicId={award.publicId}
          payments={payments}
          keeps={keeps}
          isRunning={isRunning}
          granted={amount}
        />
      ) : null}
    </>
  );
}
