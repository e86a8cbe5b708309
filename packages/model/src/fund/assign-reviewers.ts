import { solveFlow } from "@lilink/engine/flow";
import { solve } from "@lilink/engine/optimise";
import { toInputError } from "../error/index.ts";

export type ReviewerLoad = { readonly min: number; readonly max: number };

export type ReviewCase = {
  readonly applications: number;
  readonly reviewers: readonly ReviewerLoad[];
  /** Reviews that each application needs. */
  readonly demand: number;
  /** By application and reviewer: how well they fit, not negative. */
  readonly affinity: readonly (readonly number[])[];
  /** Who may not read what: never assigned, whatever it costs. */
  readonly conflicts: readonly (readonly [application: number, reviewer: number])[];
};

/** One change that would make room, each enough alone. */
export type ReviewRepair =
  | { readonly what: "reviewers"; readonly by: number }
  | { readonly what: "cap"; readonly by: number }
  | { readonly what: "demand"; readonly by: number }
  | { readonly what: "least"; readonly by: number };

export type Assigned = {
  /** Reviewers by application. */
  readonly reviewersOf: readonly (readonly number[])[];
  readonly value: number;
  readonly proven: boolean;
  readonly minPerApplication: number;
};

export type NotAssigned = { readonly missing: number; readonly repairs: readonly ReviewRepair[] };

const scale = 1e9;

type Net = {
  readonly network: Parameters<typeof solveFlow>[0];
  readonly pairs: readonly (readonly [application: number, reviewer: number])[];
};

/**
 * Who reads what: the largest sum of fits with as many reviews for each application as are needed, each reviewer between least and most, and
 * nobody in conflict; proven by reduced costs. Where it cannot be done, which changes would do it. [FU2]
 * @throws LilinkError INVALID_INPUT where the table of fits is not applications by reviewers
 */
export function assignReviewers(given: ReviewCase, weights?: readonly number[]): Assigned | NotAssigned {
  requireCase(given);
  const { network, pairs } = toNetwork(given, weights);
  const answer = solve({ kind: "flow", network, relax: { capacity: () => false, supply: () => false } });
  if (answer.infeasible) return explain(given);
  const reviewersOf: number[][] = Array.from({ length: given.applications }, () => []);
  for (const [at, [application, reviewer]] of pairs.entries())
    if (answer.solution[at]) reviewersOf[application]?.push(reviewer);
  const sums = sumsOf(given, reviewersOf);
  return {
    reviewersOf,
    value: sums.reduce((sum, one) => sum + one, 0),
    proven: answer.proven,
    minPerApplication: Math.min(...sums),
  };
}

/** What each application gets. */
export const sumsOf = (
  { affinity }: Pick<ReviewCase, "affinity">,
  reviewersOf: readonly (readonly number[])[],
) =>
  reviewersOf.map((all, application) =>
    all.reduce((sum, one) => sum + (affinity[application]?.[one] ?? 0), 0),
  );

/** How often a conflict was assigned: always 0, looked at anew. */
export function breachesOf(
  { conflicts }: Pick<ReviewCase, "conflicts">,
  { reviewersOf }: Pick<Assigned, "reviewersOf">,
) {
  return conflicts.filter(([application, reviewer]) => reviewersOf[application]?.includes(reviewer)).length;
}

function requireCase({ applications, reviewers, affinity, conflicts, demand }: ReviewCase): void {
  const isTable =
    affinity.length === applications && affinity.every((row) => row.length === reviewers.length);
  if (!isTable)
    throw toInputError([
      { field: "affinity", rule: "badFormat", params: { expected: `${applications} x ${reviewers.length}` } },
    ]);
  if (!(Number.isInteger(demand) && demand >= 1))
    throw toInputError([{ field: "demand", rule: "tooSmall", params: { min: 1 } }]);
  for (const { min, max } of reviewers)
    if (!(min >= 0 && max >= min))
      throw toInputError([{ field: "reviewers", rule: "tooSmall", params: { min } }]);
  for (const [application, reviewer] of conflicts)
    if (!(application in affinity && reviewer in reviewers))
      throw toInputError([{ field: "conflicts", rule: "notInList", params: { application, reviewer } }]);
}

/** Applications send their reviews to reviewers, reviewers to the end. */
function toNetwork(
  { applications, reviewers, demand, affinity, conflicts }: ReviewCase,
  weights?: readonly number[],
): Net {
  const barred = new Set(
    conflicts.map(([application, reviewer]) => application * reviewers.length + reviewer),
  );
  const pairs = Array.from({ length: applications }, (_, application) =>
    reviewers.flatMap((_one, reviewer) =>
      barred.has(application * reviewers.length + reviewer) ? [] : [[application, reviewer] as const],
    ),
  ).flat();
  const end = applications + reviewers.length;
  const arcs = pairs.length + reviewers.length;
  const net = {
    nodes: end + 1,
    source: new Int32Array(arcs),
    target: new Int32Array(arcs),
    lower: new Float64Array(arcs),
    upper: new Float64Array(arcs),
    cost: new Float64Array(arcs),
    supply: new Float64Array(end + 1),
  };
  for (const [at, [application, reviewer]] of pairs.entries()) {
    net.source[at] = application;
    net.target[at] = applications + reviewer;
    net.upper[at] = 1;
    net.cost[at] = -Math.round(
      (affinity[application]?.[reviewer] ?? 0) * (weights?.[application] ?? 1) * scale,
    );
  }
  for (const [reviewer, { min, max }] of reviewers.entries()) {
    const at = pairs.length + reviewer;
    net.source[at] = applications + reviewer;
    net.target[at] = end;
    net.lower[at] = min;
    net.upper[at] = max;
  }
  net.supply.fill(demand, 0, applications);
  net.supply[end] = -applications * demand;
  return { network: net, pairs };
}

/** Whether it could be done at all, without asking how well. */
function fits(given: ReviewCase): boolean {
  const { network } = toNetwork({ ...given, affinity: given.affinity.map((row) => row.map(() => 0)) });
  return solveFlow(network).status === "optimal";
}

function explain(given: ReviewCase): NotAssigned {
  const { applications, reviewers, demand, affinity } = given;
  const needed = applications * demand;
  const room = reviewers.reduce((sum, { max }) => sum + max, 0);
  const floor = reviewers.reduce((sum, { min }) => sum + min, 0);
  const usual = Math.max(1, Math.max(...reviewers.map(({ max }) => max), 1));
  const more = leastBy(applications, (by) =>
    fits({
      ...given,
      reviewers: [...reviewers, ...Array.from({ length: by }, () => ({ min: 0, max: usual }))],
      affinity: affinity.map((row) => [...row, ...Array.from({ length: by }, () => 0)]),
    }),
  );
  const cap = leastBy(needed, (by) =>
    fits({ ...given, reviewers: reviewers.map(({ min, max }) => ({ min, max: max + by })) }),
  );
  const fewer = leastBy(demand - 1, (by) => fits({ ...given, demand: demand - by }));
  const least = leastBy(Math.max(...reviewers.map(({ min }) => min), 0), (by) =>
    fits({ ...given, reviewers: reviewers.map(({ min, max }) => ({ min: Math.max(0, min - by), max })) }),
  );
  const repair = (what: ReviewRepair["what"], by: number | null) => (by === null ? [] : [{ what, by }]);
  return {
    missing: Math.max(0, needed - room, floor - needed),
    repairs: [
      ...repair("reviewers", more),
      ...repair("cap", cap),
      ...repair("demand", fewer),
      ...repair("least", least),
    ],
  };
}

/** The least change that is enough, or null where none up to the most is; what is enough stays enough. */
function leastBy(most: number, isEnough: (by: number) => boolean): number | null {
  let [low, high] = [1, 1];
  while (high < most && !isEnough(high)) [low, high] = [high + 1, Math.min(most, high * 2)];
  if (most < 1 || !isEnough(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
