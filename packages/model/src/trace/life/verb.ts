/** Where a battery stands. The ends take no further step. [TR12] */
export const lifeStates = [
  "none",
  "made",
  "fitted",
  "removed",
  "retired",
  "collected",
  "tested",
  "returned_to_use",
  "recoded",
  "deployed",
  "withdrawn",
  "dismantled",
  "scrapped",
  "in_batch",
  "recovered",
  "lost",
  "exported",
  "destroyed",
] as const;
export type LifeState = (typeof lifeStates)[number];

export const licenceKinds = ["collect", "cascade", "dismantle", "recycle"] as const;
export type LicenceKind = (typeof licenceKinds)[number];

type Rule = {
  readonly from: readonly LifeState[];
  /** `same`: the step leaves the state as it is. */
  readonly to: LifeState | "same";
  /** One of these the acting body must hold on the day of the event. */
  readonly licence?: readonly LicenceKind[];
};

const inUse = ["made", "fitted", "removed", "returned_to_use", "deployed"] as const;
const asWaste = ["retired", "collected", "tested", "withdrawn"] as const;
const owned: readonly LifeState[] = [...inUse, ...asWaste];
const notEnded: readonly LifeState[] = [...owned, "scrapped", "dismantled", "in_batch"];

/** In the order in which events of one moment count: made before fitted, taken out before put in again. [TR11] */
const rules = {
  make: { from: ["none"], to: "made" },
  remove: { from: ["fitted"], to: "removed" },
  fit: { from: ["made", "removed", "returned_to_use"], to: "fitted" },
  retire: { from: ["fitted", "removed"], to: "retired" },
  vehicle_scrap: { from: lifeStates, to: "same" },
  // What came out of a pack is collected as it leaves it, and may be taken in once more.
  collect: { from: ["retired", "withdrawn", "collected"], to: "collected", licence: ["collect"] },
  transfer: { from: notEnded, to: "same" },
  withdraw: { from: ["deployed"], to: "withdrawn" },
  test: { from: ["collected", "withdrawn", "tested", "returned_to_use"], to: "tested" },
  recode: { from: ["tested"], to: "recoded", licence: ["cascade"] },
  deploy: { from: ["made", "withdrawn", "tested"], to: "deployed", licence: ["cascade"] },
  dismantle: { from: ["retired", "collected", "tested"], to: "dismantled", licence: ["dismantle"] },
  scrap: { from: owned, to: "scrapped", licence: licenceKinds },
  batch_in: { from: ["scrapped", "dismantled", "tested"], to: "in_batch", licence: ["recycle"] },
  batch_out: { from: ["in_batch"], to: "recovered", licence: ["recycle"] },
  lose: { from: notEnded, to: "lost" },
  export: { from: notEnded, to: "exported" },
  destroy: { from: notEnded, to: "destroyed" },
} as const satisfies Readonly<Record<string, Rule>>;

export type StepVerb = keyof typeof rules;
export type CustodyVerb = StepVerb | "correct";
export const stepVerbs = Object.keys(rules) as readonly StepVerb[];
export const custodyVerbs: readonly CustodyVerb[] = [...stepVerbs, "correct"];

/** The row of a verb; a test may lead back to use, which its result decides. [TR12] */
export function ruleOf(verb: StepVerb): Rule {
  return rules[verb];
}

export function isStepVerb(verb: string): verb is StepVerb {
  return verb in rules;
}

/** Why an event is corrected: it never happened, or what was said of it is wrong. [TR16] */
export const correctionReasons = ["did_not_occur", "incorrect_data"] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

export function isCorrectionReason(reason: string | null | undefined): reason is CorrectionReason {
  return correctionReasons.some((one) => one === reason);
}

const ranks = new Map(custodyVerbs.map((verb, at) => [verb, at]));

export function rankOf(verb: CustodyVerb): number {
  return ranks.get(verb) ?? -1;
}

const waste: ReadonlySet<LifeState> = new Set([...asWaste, "scrapped", "dismantled", "in_batch"]);

/** States after use: whoever takes a battery over in one of them needs a licence. [TR14] */
export function isWaste(state: LifeState): boolean {
  return waste.has(state);
}

const reached = new Map(lifeStates.map((state) => [state, reachFrom(state)]));

/** Whether events that nobody told could lead from a state to one in which the verb is open. [TR13] */
export function couldReach(state: LifeState, verb: StepVerb): boolean {
  const reach = reached.get(state);
  return ruleOf(verb).from.some((from) => reach?.has(from));
}

function reachFrom(start: LifeState): ReadonlySet<LifeState> {
  const seen = new Set<LifeState>();
  const open: LifeState[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const verb of stepVerbs) {
      const { from, to } = ruleOf(verb);
      if (to === "same" || !from.includes(state)) continue;
      for (const next of verb === "test" ? (["tested", "returned_to_use"] as const) : [to])
        if (!seen.has(next)) {
          seen.add(next);
          open.push(next);
        }
    }
  return seen;
}
