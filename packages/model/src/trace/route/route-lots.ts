import { type FlowRepair, solve } from "@lilink/engine/optimise";
import type { LotKind } from "./lot.ts";
import { provinceDistance } from "./province-distance.ts";

export type Lot = {
  readonly id: string;
  readonly kind: LotKind;
  readonly province: string;
  readonly chemistry: string;
  readonly tonnes: number;
  /** May be coded anew for cascade use. */
  readonly isGated: boolean;
  /** The last step that it stood on; 0 before the first. */
  readonly step: number;
  /** Somebody says why a battery of another chemistry than iron phosphate goes into cascade use. */
  readonly hasReason: boolean;
  /** Damaged ones travel as dangerous goods. */
  readonly isDamaged: boolean;
};

export type Taker = {
  readonly id: string;
  readonly qualification: "recycling" | "cascade";
  readonly province: string;
  readonly chemistries: readonly string[];
  readonly streams: readonly string[];
  /** The steps of second use that it takes on: 1, 2 or 3; none named are all. */
  readonly steps: readonly number[];
  readonly hazardousTransport: boolean;
  /** Tonnes a year that it says it can still take. */
  readonly free: number;
  /** An office has ordered it to correct something: it stays listed and takes nothing new until that is done. */
  readonly isOrdered?: boolean;
};

export type Unfit =
  | "order"
  | "stream"
  | "chemistry"
  | "gate"
  | "reason"
  | "spent"
  | "step"
  | "transport"
  | "free"
  | "place";

const allSteps = [1, 2, 3] as const;

/** The step of second use that a lot would take at a taker: the first that is after its last. Null where there is none. [TR85] */
export function stepAt(
  lot: Pick<Lot, "step">,
  { qualification, steps }: Pick<Taker, "qualification" | "steps">,
) {
  if (qualification !== "cascade") return null;
  return allSteps.find((step) => step > lot.step && (steps.length === 0 || steps.includes(step))) ?? null;
}

/** Why a taker cannot take a lot; nothing where it can. [TR81] */
export function unfitOf(lot: Lot, taker: Taker): readonly Unfit[] {
  const isStream = lot.kind !== "battery";
  const found: Unfit[] = [];
  if (taker.isOrdered) found.push("order");
  if (isStream && (taker.qualification !== "recycling" || !taker.streams.includes(lot.kind)))
    found.push("stream");
  if (!isStream && taker.chemistries.length > 0 && !taker.chemistries.includes(lot.chemistry))
    found.push("chemistry");
  if (!isStream && taker.qualification === "cascade") {
    if (!lot.isGated) found.push("gate");
    if (lot.chemistry !== "lfp" && !lot.hasReason) found.push("reason");
    if (lot.step >= 3) found.push("spent");
    else if (stepAt(lot, taker) === null) found.push("step");
  }
  if ((lot.isDamaged || isStream) && !taker.hazardousTransport) found.push("transport");
  if (taker.free <= 0) found.push("free");
  if (provinceDistance(lot.province, taker.province) === null) found.push("place");
  return found;
}

/** Kilometres that a lower use of what could be used higher is worth, and a ternary battery in cascade use: proposals. [TR82] */
const lowerUse = 3000;
const ternaryCascade = 1500;
/** What a skipped step of second use is worth: a proposal. */
const skippedStep = 500;

/** What a tonne of a lot at a taker costs, in kilometres. [TR82] */
export function routeCost(lot: Lot, taker: Taker): number {
  const km = provinceDistance(lot.province, taker.province) ?? 0;
  const isLower =
    lot.isGated && lot.step < 3 && lot.kind === "battery" && taker.qualification === "recycling";
  const isTernary = lot.kind === "battery" && lot.chemistry !== "lfp";
  return (
    km +
    (isLower && !isTernary ? lowerUse : 0) +
    (taker.qualification === "cascade" && isTernary ? ternaryCascade : 0) +
    skippedStep * Math.max(0, (stepAt(lot, taker) ?? lot.step + 1) - lot.step - 1)
  );
}

/** The takers of a lot, nearest first, with why the others cannot. [TR81] */
export function listTakers<T extends Taker>(lot: Lot, takers: readonly T[]) {
  return takers
    .map((taker) => ({
      taker,
      km: provinceDistance(lot.province, taker.province),
      cost: routeCost(lot, taker),
      unfit: unfitOf(lot, taker),
    }))
    .sort((a, b) => a.unfit.length - b.unfit.length || a.cost - b.cost || (a.taker.id < b.taker.id ? -1 : 1));
}

export type StepChoice<T> = {
  readonly step: number;
  /** The nearest that can take it, and how far it is; null where nobody can. */
  readonly taker: T | null;
  readonly km: number | null;
  /** Why nobody can: no site takes this step on, or what stands against those that do. */
  readonly why: readonly (Unfit | "nobody")[];
};

/**
 * The steps of second use that are still open to a lot, in the order of the paper, each with its nearest taker or with the reason why it is
 * skipped. Nothing for what may not be coded anew. [TR85]
 */
export function listSteps<T extends Taker>(lot: Lot, takers: readonly T[]): readonly StepChoice<T>[] {
  if (lot.kind !== "battery" || !lot.isGated) return [];
  return allSteps
    .filter((step) => step > lot.step)
    .map((step) => {
      // As if the step before were done: then this one is the first that is open.
      const found = listTakers(
        { ...lot, step: step - 1 },
        takers.filter(
          (one) => one.qualification === "cascade" && (one.steps.length === 0 || one.steps.includes(step)),
        ),
      );
      const [best] = found;
      if (best && best.unfit.length === 0) return { step, taker: best.taker, km: best.km, why: [] };
      const why = [...new Set(found.flatMap(({ unfit }) => unfit))];
      return { step, taker: null, km: null, why: why.length > 0 ? why : (["nobody"] as const) };
    });
}

export type RoutePlan = {
  readonly legs: readonly {
    readonly lot: string;
    readonly taker: string;
    readonly tonnes: number;
    readonly km: number;
    /** The step of second use that it takes there. */
    readonly step: number | null;
  }[];
  /** Tonnes of each lot that nobody can take. */
  readonly left: readonly { readonly lot: string; readonly tonnes: number }[];
  readonly tonneKilometres: number;
  readonly leftTonnes: number;
  /** No assignment leaves less or costs less: checked apart from the search. */
  readonly proven: boolean;
};

/** Dearer than any leg, so that as little as can be stays behind. */
const leftCost = 100_000;

/**
 * The whole market at once: every lot to the takers that may take it, as little as possible left, at the least cost. Tonnes are whole. Lots of
 * several holders are treated alike. [TR83]
 */
export function routeLots(lots: readonly Lot[], takers: readonly Taker[]): RoutePlan {
  const arcs: { lot: number; taker: number; cost: number }[] = [];
  for (const [at, lot] of lots.entries())
    for (const [to, taker] of takers.entries())
      if (unfitOf(lot, taker).length === 0) arcs.push({ lot: at, taker: to, cost: routeCost(lot, taker) });
  const [n, m] = [lots.length, takers.length];
  const tonnes = lots.map((lot) => Math.max(0, Math.floor(lot.tonnes)));
  const total = tonnes.reduce((sum, one) => sum + one, 0);
  const sink = n + m;
  const all = [
    ...arcs.map(({ lot, taker, cost }) => [lot, n + taker, total, cost] as const),
    ...takers.map(({ free }, at) => [n + at, sink, Math.max(0, Math.floor(free)), 0] as const),
    ...lots.map((_, at) => [at, sink, total, leftCost] as const),
  ];
  const answer = solve({
    kind: "flow",
    network: {
      nodes: n + m + 1,
      source: Int32Array.from(all, ([from]) => from),
      target: Int32Array.from(all, ([, to]) => to),
      upper: Float64Array.from(all, ([, , most]) => most),
      cost: Float64Array.from(all, ([, , , cost]) => cost),
      supply: Float64Array.from([...tonnes, ...takers.map(() => 0), -total]),
    },
  });
  // What is left has an arc of its own, so that there is always an answer.
  if (answer.infeasible)
    throw new Error(`no flow: ${(answer.repairs satisfies readonly FlowRepair[]).length}`);
  const flow = answer.solution;
  const legs = arcs.flatMap(({ lot, taker }, at) => {
    const amount = flow[at] ?? 0;
    const [from, to] = [lots[lot], takers[taker]];
    return amount > 0 && from && to
      ? [
          {
            lot: from.id,
            taker: to.id,
            tonnes: amount,
            km: provinceDistance(from.province, to.province) ?? 0,
            step: from.kind === "battery" ? stepAt(from, to) : null,
          },
        ]
      : [];
  });
  const left = lots.flatMap((lot, at) => {
    const amount = flow[arcs.length + m + at] ?? 0;
    return amount > 0 ? [{ lot: lot.id, tonnes: amount }] : [];
  });
  return {
    legs,
    left,
    tonneKilometres: legs.reduce((sum, leg) => sum + leg.tonnes * leg.km, 0),
    leftTonnes: left.reduce((sum, one) => sum + one.tonnes, 0),
    proven: answer.proven,
  };
}

export type Gain = { readonly tonnes: number; readonly tonneKilometres: number };

/**
 * What one more licence would give, solved anew and not read off a slope: so many tonnes more taken, and the kilometres that this changes.
 * [TR84]
 */
export function gainOf(
  lots: readonly Lot[],
  takers: readonly Taker[],
  more: Taker,
  before = routeLots(lots, takers),
): Gain {
  const after = routeLots(lots, [...takers, more]);
  return {
    tonnes: before.leftTonnes - after.leftTonnes,
    tonneKilometres: after.tonneKilometres - before.tonneKilometres,
  };
}
