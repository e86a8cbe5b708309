import { chooseSet, type RuleEntry } from "@lilink/engine/dated-rules";
import { LilinkError } from "../../error/index.ts";
import { recoverySets } from "../../recovery/index.ts";

/** What went in, came out or was lost, in kg, with its content of each element as a share of mass. */
export type Stream = {
  readonly name: string;
  readonly kg: number;
  readonly assay: Readonly<Record<string, number>>;
};

export type Batch = {
  readonly inputs: readonly Stream[];
  readonly products: readonly Stream[];
  readonly wastes: readonly Stream[];
  /** Relative standard uncertainties of what went in and of what came out. */
  readonly uIn?: number;
  readonly uOut?: number;
};

export type ElementBalance = {
  readonly element: string;
  readonly inKg: number;
  readonly productKg: number;
  readonly wasteKg: number;
  readonly recovery: number;
  /** Products and wastes over inputs: 1 where nothing is missing. */
  readonly closure: number;
  /** Standard uncertainty of the recovery, where both sides are known. */
  readonly u: number | null;
  /** More came out, or is named, than went in: the stream that does it. */
  readonly over: string | null;
};

/** The balance of every element that went in. [TR40] */
export function balanceBatch({ inputs, products, wastes, uIn, uOut }: Batch): readonly ElementBalance[] {
  return [...new Set(inputs.flatMap(({ assay }) => Object.keys(assay)))].flatMap((element) => {
    const inKg = sumOf(inputs, element);
    if (inKg <= 0) return [];
    const [productKg, wasteKg] = [sumOf(products, element), sumOf(wastes, element)];
    const recovery = productKg / inKg;
    const u = uIn === undefined || uOut === undefined ? null : recovery * Math.hypot(uIn, uOut);
    const over = recovery > 1 ? largest(products, element) : null;
    return [{ element, inKg, productKg, wasteKg, recovery, closure: (productKg + wasteKg) / inKg, u, over }];
  });
}

function sumOf(streams: readonly Stream[], element: string): number {
  return streams.reduce((sum, { kg, assay }) => sum + kg * (assay[element] ?? 0), 0);
}

function largest(streams: readonly Stream[], element: string): string | null {
  const kgOf = ({ kg, assay }: Stream) => kg * (assay[element] ?? 0);
  return (
    streams.reduce<Stream | null>((most, one) => (most && kgOf(most) >= kgOf(one) ? most : one), null)
      ?.name ?? null
  );
}

/**
 * How sure it is that the true recovery meets a threshold, the measured one being normal around it. Null without uncertainty.
 * [TR41]
 */
export function probabilityOf(
  { recovery, u }: Pick<ElementBalance, "recovery" | "u">,
  threshold: number,
): number | null {
  if (u === null) return null;
  return u === 0 ? Number(recovery >= threshold) : normalCdf((recovery - threshold) / u);
}

const groups: Readonly<Record<string, string>> = {
  Ni: "Ni_Co_Mn_recovery",
  Co: "Ni_Co_Mn_recovery",
  Mn: "Ni_Co_Mn_recovery",
};

/**
 * The recovery that a set asks of an element; nickel, cobalt and manganese are judged by the demand on the three together.
 * @throws LilinkError NOT_FOUND for an unknown set
 */
export function thresholdOf(
  element: string,
  at: { readonly set: string } | { readonly on: string },
): number | null {
  const set = "set" in at ? recoverySets.find(({ id }) => id === at.set) : chooseSet(recoverySets, at.on);
  if (!set) {
    if ("set" in at) throw new LilinkError("NOT_FOUND");
    return null;
  }
  const facts = [`${element}_recovery`, groups[element]];
  const rule = set.rules.find(
    (one: RuleEntry) => "fact" in one && facts.includes(one.fact) && one.operator === ">=",
  );
  return rule && "value" in rule ? Number(rule.value) : null;
}

const outcomes = 20;

/** Twenty equally likely values of a recovery, the smallest first; none without an uncertainty. [TR41] */
export function outcomesOf({ recovery, u }: Pick<ElementBalance, "recovery" | "u">): readonly number[] {
  if (u === null) return [];
  return Array.from({ length: outcomes }, (_, at) => recovery + u * normalQuantile((at + 0.5) / outcomes));
}

/** Streams that a wet process cannot be without: a batch that does not name them is not closed. [TR42] */
export const neededStreams = ["hydrogen_fluoride", "electrolyte", "process_liquor"] as const;

export type ClosingFault =
  | { readonly rule: "streamMissing"; readonly stream: string }
  | { readonly rule: "notClosed" | "overOne"; readonly element: string };

/** How much of the mass, or of an element without an uncertainty, may stay open, as a share. [TR42] */
export const massTolerance = 0.02;

/** How much of an element may stay open, as a share: twice its uncertainty where that is more. [TR42] */
export const toleranceOf = (u: number | null, least = massTolerance): number => Math.max(least, 2 * (u ?? 0));

/** Why a batch cannot be closed as balanced; nothing where it can. [TR42] */
export function closingFaults(batch: Batch, tolerance = massTolerance): readonly ClosingFault[] {
  const named = new Set(batch.wastes.map(({ name }) => name));
  const missing = neededStreams
    .filter((stream) => !named.has(stream))
    .map((stream) => ({ rule: "streamMissing" as const, stream }));
  const elements = balanceBatch(batch).flatMap<ClosingFault>(({ element, closure, recovery, u }) => {
    if (recovery > 1) return [{ rule: "overOne", element }];
    return Math.abs(closure - 1) > toleranceOf(u, tolerance) ? [{ rule: "notClosed", element }] : [];
  });
  return [...missing, ...elements];
}

/** The normal distribution by the series of its error function; right to twelve places. */
export function normalCdf(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [sum, term] = [z, z];
  for (let at = 1; Math.abs(term) > 1e-16 * Math.abs(sum) && at < 400; at++) {
    term *= (z * z) / (2 * at + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Where the normal distribution reaches a share, by halving. */
function normalQuantile(share: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
