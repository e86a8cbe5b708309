import { Decimal } from "decimal.js";
import { InputError } from "../error/index.ts";
import {
  type Band,
  type Bounds,
  boundsOf,
  Down,
  digits,
  type Figure,
  ofBounds,
  toExact,
  Up,
} from "./band.ts";

const zero = new Decimal(0);

/** Every figure of one plus every figure of the other lies inside; so with all that follow. [EN22] */
export function add(a: Band, b: Band): Band {
  const [x, y] = [boundsOf(a), boundsOf(b)];
  return ofBounds({ low: Down.add(x.low, y.low), high: Up.add(x.high, y.high) }, [a.why, b.why]);
}

export function negate(a: Band): Band {
  const { low, high } = boundsOf(a);
  return ofBounds({ low: high.negated(), high: low.negated() }, [a.why]);
}

export function subtract(a: Band, b: Band): Band {
  return add(a, negate(b));
}

export function multiply(a: Band, b: Band): Band {
  return ofBounds(productOf(boundsOf(a), boundsOf(b)), [a.why, b.why]);
}

/**
 * A divisor that reaches 0 leaves the side open on which the quotient grows without end; one with 0 inside, or 0 alone,
 * leaves both open and adds `uncertain`. A quotient by 0 itself is no figure. [EN23]
 */
export function divide(a: Band, b: Band): Band {
  const { low, high } = boundsOf(b);
  if (low.lt(0) === high.gt(0))
    return ofBounds({ low: new Decimal(-Infinity), high: new Decimal(Infinity) }, [
      a.why,
      b.why,
      ["uncertain"],
    ]);
  const inverse = {
    low: high.isZero() ? new Decimal(-Infinity) : Down.div(1, high),
    high: low.isZero() ? new Decimal(Infinity) : Up.div(1, low),
  };
  return low.eq(high)
    ? ofBounds(quotientOf(boundsOf(a), low), [a.why, b.why])
    : ofBounds(productOf(boundsOf(a), inverse), [a.why, b.why]);
}

/** By one exact figure: rounded once, so that 6 by 3 is 2. */
function quotientOf({ low, high }: Bounds, by: Decimal): Bounds {
  const [from, to] = by.gt(0) ? [low, high] : [high, low];
  return { low: Down.div(from, by), high: Up.div(to, by) };
}

/** Zero times an open end is zero, since every figure meant is finite. */
function productOf(x: Bounds, y: Bounds): Bounds {
  const corners = [x.low, x.high].flatMap((p) => [y.low, y.high].map((q) => [p, q] as const));
  const by = (Side: typeof Down) =>
    corners.map(([p, q]) => (p.isZero() || q.isZero() ? zero : Side.mul(p, q)));
  return { low: Decimal.min(...by(Down)), high: Decimal.max(...by(Up)) };
}

/** Of a figure that nobody has, the least of all is bounded above only. @throws InputError for no bands */
export function min(bands: readonly Band[]): Band {
  return choose(bands, (...values) => Decimal.min(...values));
}

/** @throws InputError for no bands */
export function max(bands: readonly Band[]): Band {
  return choose(bands, (...values) => Decimal.max(...values));
}

function choose(bands: readonly Band[], best: (...values: Decimal[]) => Decimal): Band {
  if (bands.length === 0) throw new InputError({ rule: "length" });
  const all = bands.map(boundsOf);
  return ofBounds(
    { low: best(...all.map(({ low }) => low)), high: best(...all.map(({ high }) => high)) },
    bands.map(({ why }) => why),
  );
}

/** The sum of nothing is exactly 0; one missing addend makes the sum missing, never smaller. */
export function sum(bands: readonly Band[]): Band {
  return bands.reduce(add, toExact(0));
}

export function scale(a: Band, factor: Figure): Band {
  return multiply(a, toExact(factor));
}

/** Holds a figure to what is possible at all, as a share to 0 and 1; a missing share is then 0 to 1. */
export function clamp(a: Band, low: Figure | null, high: Figure | null): Band {
  const bounds = boundsOf(a);
  const within = (value: Decimal) => {
    const raised = low === null ? value : Decimal.max(value, low);
    return high === null ? raised : Decimal.min(raised, high);
  };
  return ofBounds({ low: within(bounds.low), high: within(bounds.high) }, [a.why]);
}

export type Weighted = { readonly band: Band; readonly weight: Figure };

/** The mean by exact weights, none negative, not all 0; what weighs 0 is not looked at. @throws InputError otherwise */
export function weightedMean(parts: readonly Weighted[]): Band {
  const { bearing, total } = weigh(parts);
  return divide(sum(bearing.map(({ band, weight }) => scale(band, weight))), toExact(total));
}

const Fine = Decimal.clone({ precision: digits + 6 });
/** A power may be wrong in its last digit; each bound is moved out by more than that. */
const slack = Fine.pow(10, 2 - digits);

/**
 * The geometric mean by weights, of figures that are not negative: an open lower bound is 0. One figure that is exactly 0
 * makes it 0, one missing leaves it anywhere from 0 up. [EN24]
 * @throws InputError for a band that reaches below 0
 */
export function geometricMean(parts: readonly Weighted[]): Band {
  const { bearing, total } = weigh(parts);
  const factors = bearing.map(({ band, weight }) => {
    const { low, high } = boundsOf(band);
    if (low.isFinite() && low.lt(0)) throw new InputError({ rule: "tooSmall" });
    return { low: low.isFinite() ? low : zero, high, share: Fine.div(weight, total) };
  });
  const meanOf = (side: "low" | "high") =>
    factors.some((factor) => factor[side].isZero())
      ? zero
      : factors.reduce((all, { share, ...bounds }) => all.times(Fine.pow(bounds[side], share)), new Fine(1));
  return ofBounds(
    { low: Down.mul(meanOf("low"), Fine.sub(1, slack)), high: Up.mul(meanOf("high"), Fine.add(1, slack)) },
    bearing.map(({ band }) => band.why),
  );
}

function weigh(parts: readonly Weighted[]): {
  readonly bearing: readonly { readonly band: Band; readonly weight: Decimal }[];
  readonly total: Decimal;
} {
  const all = parts.map(({ band, weight }) => ({ band, weight: new Decimal(weight) }));
  const total = all.reduce((sum_, { weight }) => sum_.plus(weight), zero);
  if (all.some(({ weight }) => !weight.gte(0)) || total.isZero()) throw new InputError({ rule: "tooSmall" });
  return { bearing: all.filter(({ weight }) => !weight.isZero()), total };
}
