import { type LinkId, linkIds } from "@lilink/model/chain";
import {
  type CountedStatus,
  countedStatus,
  countedStatuses,
  type GoalHorizon,
  goalHorizons,
} from "@lilink/model/goals";
import type { GoalItem } from "../queries.ts";

const origins = ["seed", "proposal"] as const;
const coverages = ["full", "low"] as const;

/** What each filter of the goals may ask for, in the order in which it is shown. */
export const goalChoices = {
  link: linkIds,
  horizon: goalHorizons,
  coverage: coverages,
  origin: origins,
} as const;

export type GoalFilter = {
  readonly status: CountedStatus | null;
  readonly link: LinkId | null;
  readonly horizon: GoalHorizon | null;
  /** Whether the share of returns behind the figure reaches the floor below which goals are judged with care. */
  readonly coverage: (typeof coverages)[number] | null;
  /** Whose target it is: the paper's, or a proposal. */
  readonly origin: (typeof origins)[number] | null;
};

/** What of the goals an address asks for; what it names that is none asks for nothing. */
export function toGoalFilter(query: Readonly<Record<string, unknown>>): GoalFilter {
  const one = <Value extends string | number>(values: readonly Value[], name: string) =>
    values.find((value) => String(value) === query[name]) ?? null;
  return {
    status: one(countedStatuses, "status"),
    link: one(linkIds, "link"),
    horizon: one(goalHorizons, "horizon"),
    coverage: one(coverages, "coverage"),
    origin: one(origins, "origin"),
  };
}

/** The address of the goals under a filter. */
export function toGoalHref(filter: GoalFilter) {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return { pathname: "/goals", query: Object.fromEntries(asked) as Record<string, string> };
}

type Judged = {
  readonly goal: Pick<GoalItem["goal"], "id" | "link" | "horizon">;
  readonly target: Pick<NonNullable<GoalItem["target"]>, "origin"> | null;
  readonly standing: Pick<GoalItem["standing"], "status"> & {
    readonly band?: GoalItem["standing"]["band"];
    readonly release: { readonly coverage: number | null } | null;
  };
};

/** What of each filter a goal answers to; floor and coverage in percent. A figure that no returns stand behind has no coverage. */
function facetsOf({ goal, target, standing }: Judged, floor: number): GoalFilter {
  const share = standing.release?.coverage ?? null;
  return {
    status: countedStatus({ goal: goal.id, status: standing.status, band: standing.band }),
    link: goal.link,
    horizon: goal.horizon,
    coverage: share === null ? null : share >= floor ? "full" : "low",
    origin: target?.origin ?? null,
  };
}

/** The goals that a filter leaves. */
export function filterGoals<Item extends Judged>(
  goals: readonly Item[],
  filter: GoalFilter,
  floor: number,
): readonly Item[] {
  const asked = Object.entries(filter).filter(([, value]) => value !== null);
  return goals.filter((item) => {
    const facets: Readonly<Record<string, unknown>> = facetsOf(item, floor);
    return asked.every(([name, value]) => facets[name] === value);
  });
}
