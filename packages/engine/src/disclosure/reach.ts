import { LinearModel, type Solver } from "../optimise/highs.ts";
import { aboveOf } from "./find-proof.ts";
import type { Room } from "./knowledge.ts";
import { farthest, type Programme, tolerance } from "./programme.ts";
import { toStill } from "./still.ts";

/** How far each column may lie from the truth for an outsider, in scaled units; infinite where nothing limits it. */
export type Reach = { readonly low: Float64Array; readonly high: Float64Array };

/** No reach that has an end is as long as this. */
const boundless = farthest / 10;

/** Rounds of looking at each row alone. */
const rounds = 30;

/**
 * The reach of an outsider. What each row alone allows bounds it from outside, tables met on the way from inside; only where
 * these print differently a linear programme decides. [DC7]
 * @param isSame whether two ends of a column are printed alike
 */
export function reachOf(
  solver: Solver,
  programme: Programme,
  isFree: Uint8Array,
  room: Room,
  isSame: (column: number, one: number, other: number) => boolean,
): Reach {
  const outer = limitsOf(programme, isFree, room);
  const inner = { low: outer.low.map(() => 0), high: outer.high.map(() => 0) };
  const still = toStill(programme, isFree);
  if (still.finest.length === 0) return inner;
  const model = new LinearModel(solver, still.finest.length, still.rows);
  model.keepBounds();
  const lower = Float64Array.from(still.finest, (one) => Math.max(outer.low[one] ?? 0, -farthest));
  const upper = Float64Array.from(still.finest, (one) => Math.min(outer.high[one] ?? 0, farthest));
  const all = aboveOf(programme);
  const above = still.finest.map((one) => [...(all[one] ?? [])]);
  const sums = new Float64Array(programme.columns.length);
  try {
    for (const [column, { kind }] of programme.columns.entries()) {
      if (isFree[column] === 0 || kind !== "shown") continue;
      for (const side of [1, -1] as const) {
        const [near, far] = side > 0 ? [inner.high, outer.high] : [inner.low, outer.low];
        if (isSame(column, near[column] ?? 0, far[column] ?? 0)) continue;
        const cost = new Float64Array(still.finest.length);
        for (const [place, times] of still.termsOf(column)) cost[place] = -side * times;
        const found = model.solve(cost, lower, upper);
        if (!found) continue;
        sums.fill(0);
        for (const [place, by] of found.entries())
          if (Math.abs(by) > tolerance / 10)
            for (const [total, times] of above[place] ?? []) sums[total] = (sums[total] ?? 0) + by * times;
        for (let moved = 0; moved < sums.length; moved++) {
          const by = sums[moved] ?? 0;
          if (by < (inner.low[moved] ?? 0)) inner.low[moved] = by;
          else if (by > (inner.high[moved] ?? 0)) inner.high[moved] = by;
        }
        const end = sums[column] ?? 0;
        far[column] = Math.abs(end) >= boundless ? side * Number.POSITIVE_INFINITY : end;
      }
    }
  } finally {
    model.dispose();
  }
  return outer;
}

/** What is known and rows, each looked at alone, leave. */
function limitsOf({ rows }: Programme, isFree: Uint8Array, room: Room): Reach {
  const [low, high] = [room.low, room.high].map((ends) =>
    ends.map((end, column) => (isFree[column] === 1 ? end : 0)),
  ) as [Float64Array, Float64Array];
  for (let round = 0, changed = true; changed && round < rounds; round++) {
    changed = false;
    for (const row of rows) {
      const least = addUp(row.map(([at, by]) => (by > 0 ? low[at] : -(high[at] ?? 0)) ?? 0));
      const most = addUp(row.map(([at, by]) => (by > 0 ? high[at] : -(low[at] ?? 0)) ?? 0));
      for (const [at, by] of row) {
        const [from, to] = [low[at] ?? 0, high[at] ?? 0];
        const othersLeast = without(least, by > 0 ? from : -to);
        const othersMost = without(most, by > 0 ? to : -from);
        const newLow = by > 0 ? -othersMost : othersLeast;
        const newHigh = by > 0 ? -othersLeast : othersMost;
        if (newLow > from + tolerance || newHigh < to - tolerance) changed = true;
        if (newLow > from) low[at] = newLow;
        if (newHigh < to) high[at] = newHigh;
      }
    }
  }
  return { low, high };
}

type Sum = { readonly finite: number; readonly infinite: number };

function addUp(terms: readonly number[]): Sum {
  const finite = terms.filter(Number.isFinite);
  return { finite: finite.reduce((sum, one) => sum + one, 0), infinite: terms.length - finite.length };
}

/** What is left of a sum without one of its terms; what is infinite stays on its side. */
function without({ finite, infinite }: Sum, term: number): number {
  if (Number.isFinite(term)) return infinite > 0 ? Number.NaN : finite - term;
  return infinite > 1 ? Number.NaN : finite;
}
