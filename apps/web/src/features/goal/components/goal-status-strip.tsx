import { countedStatus, countedStatuses } from "@lilink/model/goals";
import { cn, toneColor } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { GoalMark, lookOf } from "#features/standing/components/goal-mark.tsx";
import type { GoalItem } from "../queries.ts";
import { filterGoals, type GoalFilter, toGoalHref } from "./goal-filter.ts";
import type { GoalFilterLineProps } from "./goal-filter-line.tsx";

/** How many goals stand how, as one bar; each part leads to its goals, and its sign is the one of the list. */
export function GoalStatusStrip({ goals, filter, floor }: GoalFilterLineProps) {
  const t = useTranslations("goal.filter");
  const words = useTranslations("standing.status");
  const count = (status: GoalFilter["status"]) => filterGoals(goals, { ...filter, status }, floor).length;
  const shown = countedStatuses.filter(
    (status) =>
      status === filter.status || goals.some((one: GoalItem) => countedStatus(one.standing) === status),
  );
  return (
    <nav aria-label={t("status")}>
      <ul className="flex flex-wrap gap-x-2 gap-y-3 max-sm:gap-x-4 max-sm:gap-y-1.5">
        {[null, ...shown].map((status) => {
          const isChosen = filter.status === status;
          const many = count(status);
          return (
            <li key={status ?? "all"} className="min-w-fit" style={{ flexGrow: status ? many : 0 }}>
              <RoutedLink
                href={toGoalHref({ ...filter, status: isChosen ? null : status })}
                scroll={false}
                aria-current={isChosen ? "true" : undefined}
                className={cn(
                  "flex flex-col gap-1.5 pr-2 no-underline hover:text-ink",
                  many === 0 && "text-muted",
                  isChosen && "font-semibold",
                )}
              >
                <span
                  aria-hidden
                  className={cn(
                    "block max-sm:hidden",
                    isChosen ? "h-2" : "mt-0.5 h-1.5",
                    status === "not_assessable" && "hatched",
                  )}
                  style={
                    status === "not_assessable"
                      ? undefined
                      : { background: status ? toneColor(lookOf(status).tone) : "var(--color-ink)" }
                  }
                />
                <span className="flex gap-x-1.5 whitespace-nowrap max-sm:items-center sm:flex-col">
                  <span className="inline-flex items-center gap-x-1.5">
                    {status ? <GoalMark status={status} /> : null}
                    <span className="text-lg font-semibold tabular-nums max-sm:text-sm">{many}</span>
                  </span>
                  <span className="text-xs">{status ? words(status) : t("all")}</span>
                </span>
              </RoutedLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
