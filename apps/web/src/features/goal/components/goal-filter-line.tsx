import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import type { GoalItem } from "../queries.ts";
import { filterGoals, type GoalFilter, goalChoices, toGoalHref } from "./goal-filter.ts";

export type GoalFilterLineProps = {
  readonly goals: readonly GoalItem[];
  readonly filter: GoalFilter;
  /** In percent. */
  readonly floor: number;
};

type Facet = keyof typeof goalChoices;

const facets = Object.keys(goalChoices) as Facet[];

/** Link, horizon, coverage and origin as switches, each choice with how many goals it would leave. */
export function GoalFilterLine({ goals, filter, floor }: GoalFilterLineProps) {
  const t = useTranslations("goal.filter");
  return (
    <div className="no-print mt-4 mb-5 flex flex-wrap gap-x-6 gap-y-3">
      {facets.map((facet) => (
        <nav key={facet} aria-label={t(facet)} className="flex flex-wrap items-center gap-2">
          <span className="text-sm whitespace-nowrap text-muted">{t(facet)}</span>
          <ul className="flex flex-wrap rounded-md border border-line p-0.5">
            <Choice filter={{ ...filter, [facet]: null }} isChosen={filter[facet] === null}>
              {t("all")}
            </Choice>
            {goalChoices[facet].map((value) => {
              const asked = { ...filter, [facet]: value };
              return (
                <Choice key={value} filter={asked} isChosen={filter[facet] === value}>
                  <ChoiceName facet={facet} value={value} floor={floor} />
                  <span className="ml-1.5 text-muted tabular-nums">
                    {filterGoals(goals, asked, floor).length}
                  </span>
                </Choice>
              );
            })}
          </ul>
        </nav>
      ))}
    </div>
  );
}

type ChoiceNameProps = {
  readonly facet: Facet;
  readonly value: (typeof goalChoices)[Facet][number];
  readonly floor: number;
};

function ChoiceName({ facet, value, floor }: ChoiceNameProps) {
  const t = useTranslations("goal");
  if (facet === "link") return <LinkMark link={value as (typeof goalChoices.link)[number]} />;
  if (facet === "horizon") return value;
  if (facet === "origin") return t(`origin.${value as "seed"}`);
  return t(`filter.${value as "full"}`, { percent: floor });
}

type ChoiceProps = {
  readonly filter: GoalFilter;
  readonly isChosen: boolean;
  readonly children: React.ReactNode;
};

function Choice({ filter, isChosen, children }: ChoiceProps) {
  return (
    <li>
      <RoutedLink
        href={toGoalHref(filter)}
        scroll={false}
        aria-current={isChosen ? "true" : undefined}
        className={cn(
          "flex h-8 items-center rounded-sm px-2 text-sm whitespace-nowrap no-underline hover:bg-raised",
          isChosen && "bg-sunken font-semibold",
        )}
      >
        {children}
      </RoutedLink>
    </li>
  );
}
