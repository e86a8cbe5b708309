import { Decimal } from "decimal.js";
import { isAmount, type PeriodFigure } from "./to-yearly.ts";

/** Why a published figure may still move: returns are missing, or earlier figures of its measure were revised. */
export const uncertainties = ["coverage", "revision"] as const;
export type Uncertainty = (typeof uncertainties)[number];

/** Where a published figure may yet come to lie; the figure itself is within. */
export type FigureSpread = {
  readonly low: string;
  readonly high: string;
  readonly why: readonly Uncertainty[];
};

const digits = 6;

/**
 * The band of a published figure. Returns that are missing count like those that came: an amount may rise to its share of
 * them; a ratio may be anything in its range among them, or anything to twice itself where it has no range. Then both
 * ends move by the largest revision so far. Null where nothing is missing and nothing was revised. [PG21]
 * @param range of the measure, as decimal strings
 * @example spreadOf({ period: "2025", value: "50", low: null, high: null, coverage: 90 }, "%", ["0", "100"]) // 45 to 55
 */
export function spreadOf(
  { value, coverage, revised }: PeriodFigure,
  unit: string,
  range: readonly string[] | null,
): FigureSpread | null {
  if (value === null) return null;
  const isShort = coverage != null && coverage < 100;
  const isRevised = revised != null && Number(revised) > 0;
  if (!isShort && !isRevised) return null;
  const at = new Decimal(value);
  const [low, high] = isShort ? reachOf(at, coverage, unit, range) : [at, at];
  const move = at.abs().times(isRevised ? revised : 0);
  const hold = (end: Decimal) => {
    const [least, most] = range ?? [];
    const raised = least === undefined ? end : Decimal.max(end, Decimal.min(least, at));
    return most === undefined ? raised : Decimal.min(raised, Decimal.max(most, at));
  };
  return {
    low: hold(low.minus(move)).toSignificantDigits(digits, Decimal.ROUND_FLOOR).toFixed(),
    high: hold(high.plus(move)).toSignificantDigits(digits, Decimal.ROUND_CEIL).toFixed(),
    why: uncertainties.filter((one) => (one === "coverage" ? isShort : isRevised)),
  };
}

function reachOf(
  at: Decimal,
  coverage: number,
  unit: string,
  range: readonly string[] | null,
): readonly [Decimal, Decimal] {
  const came = new Decimal(coverage).div(100);
  if (isAmount(unit)) return [at, came.isZero() ? at : at.div(came)];
  const missing = new Decimal(1).minus(came);
  const [least = Decimal.min(0, at.times(2)), most = Decimal.max(0, at.times(2))] = range ?? [];
  const known = at.times(came);
  const [low, high] = [known.plus(missing.times(least)), known.plus(missing.times(most))];
  return [Decimal.min(low, at), Decimal.max(high, at)];
}
