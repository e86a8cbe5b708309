import { formatDatedTarget, formatNumber, formatTarget, sayGoal } from "@lilink/i18n";
import { linkIds } from "@lilink/model/chain";
import { countedStatus, countedStatuses, leadPart } from "@lilink/model/goals";
import { cn, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { GoalMark } from "#features/standing/components/goal-mark.tsx";
import { StandingNow } from "#features/standing/components/marks.tsx";
import { StandingTrend, TrendKey } from "#features/standing/components/standing-trend.tsx";
import { OriginMark } from "#features/target/components/target-marks.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { GoalItem } from "../queries.ts";

export type GoalListProps = {
  readonly goals: readonly GoalItem[];
};

const wide = "max-xl:hidden";
const rank = ({ standing }: GoalItem) => -countedStatuses.indexOf(countedStatus(standing));

/** All goals under one head, link by link, the worst first; those that nobody can judge yet stand together with their reason. */
export function GoalList({ goals }: GoalListProps) {
  const t = useTranslations("goal");
  if (goals.length === 0) return <p className="border-y border-line py-6 text-muted">{t("none")}</p>;
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("order")}</p>
      <TrendKey />
      <table className="mb-12 w-full text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-ink/60 text-left text-xs text-muted [&>th]:py-1.5 [&>th]:pr-3 [&>th]:font-medium">
            <th scope="col">{t("column.link")}</th>
            <th scope="col" className="sm:min-w-70 xl:w-[34%] xl:min-w-56">
              {t("column.goal")}
            </th>
            <th scope="col">{t("column.horizon")}</th>
            <th scope="col" className={wide}>
              {t("column.trend")}
            </th>
            <th scope="col" className="text-right!">
              {t("column.current")}
            </th>
            <th scope="col" className="xl:min-w-44">
              {t("column.target")}
            </th>
            <th scope="col" className={wide}>
              {t("column.coverage")}
            </th>
          </tr>
        </thead>
        {linkIds.map((link) => {
          const own = goals.filter(({ goal }) => goal.link === link);
          return own.length === 0 ? null : <LinkGoals key={link} link={link} goals={own} />;
        })}
      </table>
    </>
  );
}

type LinkGoalsProps = GoalListProps & { readonly link: GoalItem["goal"]["link"] };

function LinkGoals({ link, goals }: LinkGoalsProps) {
  const t = useTranslations("goal");
  const open = goals.filter(({ standing }) => standing.status === "not_assessable");
  const judged = goals
    .filter((one) => !open.includes(one))
    .toSorted((a, b) => rank(a) - rank(b) || a.goal.horizon - b.goal.horizon);
  const rail = (
    <th
      scope="rowgroup"
      rowSpan={judged.length + (open.length > 0 ? 1 : 0)}
      className="w-36 py-2 pr-3 text-left align-top font-normal max-sm:block max-sm:w-auto"
    >
      <LinkBadge link={link} />
      <span className="mt-1 block text-xs text-muted tabular-nums max-sm:ml-2 max-sm:inline">
        {t("judged", { judged: judged.length, all: goals.length })}
      </span>
    </th>
  );
  return (
    <tbody className="border-b border-edge max-sm:block">
      {judged.map((item, at) => (
        <GoalRow key={item.goal.id} item={item}>
          {at === 0 ? rail : null}
        </GoalRow>
      ))}
      {open.length > 0 ? (
        <tr className="border-t border-line first:border-t-0 max-sm:block">
          {judged.length === 0 ? rail : null}
          <td colSpan={6} className="py-2 max-sm:block">
            <OpenGoals goals={open} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

type GoalRowProps = { readonly item: GoalItem; readonly children: React.ReactNode };

function GoalRow({ item, children }: GoalRowProps) {
  const { goal, standing } = item;
  const t = useTranslations("goal");
  const status = useTranslations("standing.status");
  const locale = useLocale();
  const counted = countedStatus(standing);
  const said = sayGoal(standing, locale).join(" ");
  const { release } = standing;
  return (
    <tr className="border-t border-line align-baseline first:border-t-0 max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-2 max-sm:pl-7 max-sm:[&>th]:-ml-7 [&>td]:py-1.5 [&>td]:pr-3 max-sm:[&>td]:p-0">
      {children}
      {/* On a phone the mark stands before the lines of its row, and all of these begin below the sentence. */}
      <td className="max-sm:order-1 max-sm:-ml-7 max-sm:basis-[calc(100%+1.75rem)]">
        <span className="flex items-baseline gap-2">
          <span className="self-start pt-0.5" title={`${status(counted)} · ${said}`}>
            <GoalMark status={counted} />
            <span className="sr-only">{status(counted)}</span>
          </span>
          <span className="w-13 shrink-0 text-xs text-muted tabular-nums max-sm:hidden">{goal.id}</span>
          <span>
            <TextLink href={`/goals/${goal.id}`}>{inLocale(goal.statement, locale)}</TextLink>
            <span aria-hidden className="block text-xs text-muted">
              {status(counted)}
            </span>
          </span>
        </span>
      </td>
      <td className="text-muted tabular-nums max-sm:hidden">{goal.horizon}</td>
      <td className={wide}>
        <StandingTrend course={standing} link={goal.link} />
      </td>
      {/* Its parts stand at the right of the column; on a phone at the left of the line, the year first. */}
      <td
        data-year-first
        className="text-right font-semibold max-sm:order-3 max-sm:text-left [&>a>span]:justify-end! max-sm:[&>a>span]:justify-start!"
      >
        <TextLink
          href={`/indicators/${leadPart(standing.parts)?.indicator ?? goal.indicator}`}
          className="no-underline hover:underline"
        >
          <StandingNow standing={standing} />
        </TextLink>
      </td>
      <td className={cn("max-sm:order-4", isLevel(item) || "max-sm:basis-full")}>
        <span className="mr-1 text-muted tabular-nums sm:hidden">{t("until", { year: goal.horizon })}</span>
        <Target item={item} />
      </td>
      <td className={wide}>
        {release && release.coverage !== null ? (
          <TextLink
            href={`/releases/${release.publicId}?indicator=${goal.indicator}`}
            className="no-underline hover:underline"
            title={t("days", { days: formatNumber(release.ageDays, locale) })}
          >
            <Coverage percent={Math.round(release.coverage)} link={goal.link} />
          </TextLink>
        ) : (
          <span className="text-xs text-muted">{standing.now ? t("notReturned") : null}</span>
        )}
      </td>
    </tr>
  );
}

/** Whether the target is a figure, not words. */
const isLevel = ({ standing }: GoalItem) => standing.target !== null && standing.method !== "yes_no";

/** The level that is asked for, short; on hover as it is printed or proposed. */
function Target({ item }: { readonly item: GoalItem }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  const { target, standing } = item;
  if (!target) return <span className="text-muted italic">{t("noTarget")}</span>;
  const printed = formatTarget(target, locale);
  const limits = standing.method === "conformity" ? standing.parts.length : null;
  return (
    <span title={printed}>
      <span
        className={cn(
          "mr-2",
          isLevel(item) && "whitespace-nowrap",
          target.origin === "seed" ? "font-medium" : "text-muted",
        )}
      >
        {limits
          ? t("limits", { count: limits })
          : isLevel(item) && standing.target
            ? formatDatedTarget(standing.target, standing.unit, locale)
            : printed}
      </span>
      <OriginMark origin={target.origin} />
    </span>
  );
}

/** The share of owed returns behind a figure, as a bar and a number. */
function Coverage({ percent, link }: { readonly percent: number; readonly link: GoalItem["goal"]["link"] }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="inline-block h-1.5 w-8 bg-sunken">
        <span className="block h-full" style={{ width: `${percent}%`, background: toneColor(link) }} />
      </span>
      <span className="tabular-nums">{`${percent}%`}</span>
    </span>
  );
}

/** Goals without a verdict, side by side, each with what is missing. */
function OpenGoals({ goals }: GoalListProps) {
  const status = useTranslations("standing.status");
  const locale = useLocale();
  return (
    <div className="flex items-baseline gap-2">
      <span className="self-start pt-0.5">
        <GoalMark status="not_assessable" />
      </span>
      <span className="shrink-0 text-xs whitespace-nowrap text-muted max-sm:sr-only">
        {status("not_assessable")}
      </span>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {goals.map(({ goal, standing }) => (
          <li key={goal.id}>
            <TextLink href={`/goals/${goal.id}`}>{inLocale(goal.statement, locale)}</TextLink>
            <span className="ml-2 text-xs text-muted tabular-nums">
              {[goal.horizon, ...sayGoal(standing, locale)].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
