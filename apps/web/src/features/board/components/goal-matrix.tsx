import { linkIds } from "@lilink/model/chain";
import { countedStatus, countedStatuses, loadGoal } from "@lilink/model/goals";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { GoalMark } from "#features/standing/components/goal-mark.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { inLocale } from "#lib/in-locale.ts";

const horizons = [2025, 2035] as const;

/** All goals as marks, by link and horizon, the best first; each leads to its goal, the legend to all of one status. */
export function GoalMatrix({ standings }: { readonly standings: readonly StandingItem[] }) {
  const t = useTranslations("board.goals");
  const words = useTranslations("standing.status");
  const order = (one: StandingItem) => countedStatuses.indexOf(countedStatus(one));
  const shown = countedStatuses.filter((status) => standings.some((one) => countedStatus(one) === status));
  return (
    <>
      <table className="w-full text-sm lg:table-fixed">
        <caption className="sr-only">{t("matrix")}</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            <td className="lg:w-42" />
            {horizons.map((year) => (
              <th key={year} scope="col" className="py-1.5 pr-3 font-medium">
                {t(year === 2025 ? "closed" : "running", { year })}
              </th>
            ))}
            <th scope="col" className="py-1.5 text-right font-medium lg:w-20">
              {t("assessed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {linkIds.map((link) => {
            const own = standings.filter(({ goal }) => loadGoal(goal).link === link);
            const assessed = own.filter(({ status }) => status !== "not_assessable").length;
            return (
              <tr key={link} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  <LinkBadge link={link} />
                </th>
                {horizons.map((year) => (
                  <td key={year} className="py-1.5 pr-3">
                    <ul className="flex flex-wrap gap-x-1.5 gap-y-1">
                      {own
                        .filter(({ goal }) => loadGoal(goal).horizon === year)
                        .toSorted((a, b) => order(a) - order(b))
                        .map((one) => (
                          <Mark key={one.goal} standing={one} />
                        ))}
                    </ul>
                  </td>
                ))}
                <td className="py-2 text-right whitespace-nowrap tabular-nums">
                  <TextLink
                    href={{ pathname: "/goals", query: { link } }}
                  >{`${assessed}/${own.length}`}</TextLink>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs">
        {shown.map((status) => (
          <li key={status} className="inline-flex items-center gap-1.5">
            <GoalMark status={status} />
            <span>{words(status)}</span>
            <TextLink href={{ pathname: "/goals", query: { status } }} className="tabular-nums">
              <span className="sr-only">{t("all", { status: words(status) })}</span>
              {standings.filter((one) => countedStatus(one) === status).length}
            </TextLink>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-muted">{t("numbers")}</p>
    </>
  );
}

/** The mark of one goal over its number; its name and status for whoever hovers or hears it. */
function Mark({ standing }: { readonly standing: StandingItem }) {
  const { goal } = standing;
  const status = countedStatus(standing);
  const words = useTranslations("standing.status");
  const locale = useLocale();
  const name = `${goal} ${inLocale(loadGoal(goal).statement, locale)} · ${words(status)}`;
  return (
    <li>
      <RoutedLink
        href={`/goals/${goal}`}
        title={name}
        className="flex min-w-6 flex-col items-center gap-0.5 text-xs text-muted no-underline hover:text-ink"
      >
        <span className="sr-only">{name}</span>
        <GoalMark status={status} />
        <span aria-hidden className="tabular-nums">
          {goal.slice(-2)}
        </span>
      </RoutedLink>
    </li>
  );
}
