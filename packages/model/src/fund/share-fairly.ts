import {
  type Assigned,
  assignReviewers,
  type NotAssigned,
  type ReviewCase,
  sumsOf,
} from "./assign-reviewers.ts";

/** What the worst-off application gets, beside a bound that no assignment can pass. */
export type FairlyAssigned = Assigned & { readonly bound: number };

/**
 * Raises the worst-off application: from the largest sum on, reviewers are taken from free hands or exchanged with an application that stays
 * better off. The bound comes from weighted sums: with any weights that add up to one, the largest weighted sum is at least the fairest
 * minimum. [FU3]
 * @param rounds of weights that are tried; each is a flow of the whole size
 */
export function shareFairly(given: ReviewCase, rounds = 8): FairlyAssigned | NotAssigned {
  const first = assignReviewers(given);
  if (!("reviewersOf" in first)) return first;
  let best: Assigned = raiseWorst(given, first);
  let bound = first.value / given.applications;
  let weights = Array.from({ length: given.applications }, () => 1);
  let last: Assigned = first;
  for (let round = 0; round < rounds && bound - best.minPerApplication > 1e-9; round++) {
    const sums = sumsOf(given, last.reviewersOf);
    const spread = Math.max(...sums) - Math.min(...sums) || 1;
    weights = weights.map(
      (weight, at) => weight * Math.exp((-2 * ((sums[at] ?? 0) - bound)) / spread / (1 + round / 2)),
    );
    const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
    weights = weights.map((weight) => Math.round((weight / mean) * 1e3) / 1e3);
    const total = weights.reduce((sum, one) => sum + one, 0);
    const next = assignReviewers(given, weights);
    if (!("reviewersOf" in next) || !(total > 0)) break;
    last = next;
    const weighted = sumsOf(given, next.reviewersOf).reduce(
      (sum, one, at) => sum + one * (weights[at] ?? 0),
      0,
    );
    bound = Math.min(bound, weighted / total);
    const raised = raiseWorst(given, next);
    if (raised.minPerApplication > best.minPerApplication) best = raised;
  }
  return { ...best, bound: Math.max(bound, best.minPerApplication) };
}

/** Improves the worst application until no single change does. */
function raiseWorst(given: ReviewCase, from: Assigned): Assigned {
  const { affinity, reviewers, conflicts } = given;
  const barred = new Set(
    conflicts.map(([application, reviewer]) => application * reviewers.length + reviewer),
  );
  const held = from.reviewersOf.map((all) => new Set(all));
  const holders = reviewers.map((): Set<number> => new Set());
  for (const [application, all] of held.entries()) for (const one of all) holders[one]?.add(application);
  const sums = [...sumsOf(given, from.reviewersOf)];
  const fit = (application: number, reviewer: number) => affinity[application]?.[reviewer] ?? 0;
  const mayRead = (application: number, reviewer: number) =>
    !held[application]?.has(reviewer) && !barred.has(application * reviewers.length + reviewer);
  const move = (application: number, out: number, into: number) => {
    held[application]?.delete(out);
    held[application]?.add(into);
    holders[out]?.delete(application);
    holders[into]?.add(application);
    sums[application] = (sums[application] ?? 0) - fit(application, out) + fit(application, into);
  };
  const improve = (worst: number): boolean => {
    const low = sums[worst] ?? 0;
    let best: { readonly gain: number; readonly run: () => void } | null = null;
    for (const out of held[worst] ?? []) {
      for (const [into, { max }] of reviewers.entries()) {
        const gain = fit(worst, into) - fit(worst, out);
        if (gain <= 1e-12 || gain <= (best?.gain ?? 0) || !mayRead(worst, into)) continue;
        const isFree =
          (holders[into]?.size ?? 0) < max && (holders[out]?.size ?? 0) > (reviewers[out]?.min ?? 0);
        if (isFree) {
          best = { gain, run: () => move(worst, out, into) };
          continue;
        }
        for (const other of holders[into] ?? []) {
          if (!mayRead(other, out)) continue;
          if ((sums[other] ?? 0) - fit(other, into) + fit(other, out) <= low + 1e-12) continue;
          best = {
            gain,
            run: () => {
              move(worst, out, into);
              move(other, into, out);
            },
          };
          break;
        }
      }
    }
    best?.run();
    return best !== null;
  };
  for (let tries = 0; tries < given.applications * 20; tries++) {
    const worst = sums.indexOf(Math.min(...sums));
    if (worst < 0 || !improve(worst)) break;
  }
  const reviewersOf = held.map((all) => [...all].sort((a, b) => a - b));
  const found = sumsOf(given, reviewersOf);
  return {
    reviewersOf,
    value: found.reduce((sum, one) => sum + one, 0),
    proven: false,
    minPerApplication: Math.min(...found),
  };
}
