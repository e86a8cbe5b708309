import { convertFigure, type depositTypes, type Figure } from "../../register/index.ts";
import data from "./techniques.json" with { type: "json" };

export type DepositType = (typeof depositTypes)[number];
/** What a technique asks of a deposit. */
export const techniqueFields = ["magnesium", "grade", "temperature", "altitude"] as const;
export type TechniqueField = (typeof techniqueFields)[number];
/** What is known of a deposit: its figures, each in the unit of its source. */
export type DepositFacts = {
  readonly type: DepositType;
  /** Techniques that the record says are in use. */
  readonly techniques?: readonly string[] | null;
} & Partial<Record<TechniqueField, Figure | null>>;

/** From best to worst; what is in use is not judged. */
export const fits = ["used", "fit", "possible", "unknown", "unfit"] as const;
export type Fit = (typeof fits)[number];

/** From a least to a most; a side without a bound is null. */
export type Range = readonly [low: number | null, high: number | null];
type Bound = {
  readonly field: TechniqueField;
  readonly unit: string;
  readonly fit: Range;
  readonly possible: Range;
  readonly why: string;
  /** Why a figure below the least matters, where too much matters for another reason. */
  readonly below?: string;
};
export type Technique = {
  readonly concept: string;
  readonly types: readonly DepositType[];
  readonly bounds: readonly Bound[];
};

/** The dated table of techniques, with how sure it is. [DE2] */
export const techniqueTable = data as unknown as {
  readonly decidedOn: string;
  readonly reading: "recalled";
  readonly techniques: readonly Technique[];
};

/** One bound against one deposit: the figure in the bound's unit, and which range it lies in. */
export type FitReason = {
  readonly field: TechniqueField;
  readonly unit: string;
  /** What is known of the deposit; null where nothing is. */
  readonly known: Range | null;
  readonly wanted: Range;
  readonly fit: Fit;
  /** Why it matters where the deposit lies outside of what fits. */
  readonly why: string;
};
export type TechniqueFit = {
  readonly concept: string;
  readonly fit: Fit;
  readonly reasons: readonly FitReason[];
};

/** Milligrams a litre of brine of about 1.2 kg/L, so that shares of mass and concentrations compare. A rule of thumb. */
const milligramsPerPercent = 12_000;

/** The figure of a deposit as a range in a bound's unit, open on a side that is not told; null where nothing comparable is known. */
export function rangeOf(figure: Figure | null | undefined, unit: string): Range | null {
  if (!figure) return null;
  const [low, high] = [figure.value ?? figure.low, figure.value ?? figure.high].map((text) =>
    text === null ? null : inUnit(text, figure.unit, unit),
  );
  return low == null && high == null ? null : [low ?? null, high ?? null];
}

/** A number of one unit in another, where both count lithium; null where they do not compare. */
function inUnit(value: string, from: string, to: string): number | null {
  const isDissolved = to === "mg/L" && from !== "mg/L";
  const found = convertFigure(value, from, isDissolved ? "% Li" : to);
  return found.ok ? found.value.toNumber() * (isDissolved ? milligramsPerPercent : 1) : null;
}

/** Whether all of a range lies within another; an open side lies within an open one alone. */
const lies = ([low, high]: Range, [least, most]: Range) =>
  (least === null || (low !== null && low >= least)) && (most === null || (high !== null && high <= most));

/** Whether any of a range lies within another. */
const touches = ([low, high]: Range, [least, most]: Range) =>
  (least === null || high === null || high >= least) && (most === null || low === null || low <= most);

function fitOf(range: Range | null, { fit, possible }: Bound): Fit {
  if (range === null) return "unknown";
  if (lies(range, fit)) return "fit";
  return touches(range, possible) ? "possible" : "unfit";
}

/**
 * Which techniques suit a deposit, best first, and why; what its record says is in use comes before all. What nobody knows of it leaves a technique unknown; one figure that lies
 * wholly outside of what is possible is enough for unfit. [DE2]
 * @example fitTechniques({ type: "brine", magnesium: { value: "1577", low: null, high: null, unit: "1", basis: null } })[0]?.fit // "unknown"
 */
export function fitTechniques(facts: DepositFacts): readonly TechniqueFit[] {
  return techniqueTable.techniques
    .filter(({ types }) => types.includes(facts.type))
    .map(({ concept, bounds }): TechniqueFit => {
      const reasons = bounds.map((bound): FitReason => {
        const { field, unit, fit: wanted, why, below } = bound;
        const known = rangeOf(facts[field], unit);
        const isBelow = known !== null && !lies(known, [wanted[0], null]);
        return { field, unit, known, wanted, fit: fitOf(known, bound), why: (isBelow && below) || why };
      });
      const isUsed = facts.techniques?.includes(concept) === true;
      return { concept, fit: isUsed ? "used" : worstOf(reasons), reasons };
    })
    .toSorted((one, other) => fits.indexOf(one.fit) - fits.indexOf(other.fit));
}

const worstOf = (reasons: readonly FitReason[]): Fit =>
  fits.toReversed().find((fit) => reasons.some((reason) => reason.fit === fit)) ?? "fit";
