import { LinearModel, type Solver, type Term } from "../optimise/highs.ts";
import type { CoverNeed } from "./find-cover.ts";
import { reluctance, toPrices } from "./price.ts";
import { type Programme, tolerance } from "./programme.ts";
import { type Strand, Strands } from "./strand.ts";

/** What it costs to move what is withheld already: a proof that moves little is seldom lost. */
const effort = 1e-3;

/**
 * The cheapest change that moves one column so far while only finest columns near it move. Columns that cannot but move
 * alike are one, so that the linear programme is small however large the table. [DC5]
 */
export class NearCoverFinder {
  readonly #solver: Solver;
  readonly #strands: Strands;
  readonly #priceOf: (column: number, by: number) => number;

  constructor(solver: Solver, programme: Programme) {
    this.#solver = solver;
    this.#strands = new Strands(programme);
    this.#priceOf = toPrices(programme);
  }

  /** No moves where there is no such change; `size` is how many columns were solved for. */
  find(
    need: CoverNeed,
    finest: readonly number[],
  ): { moves: ReadonlyMap<number, number> | null; size: number } {
    const strands = this.#strands.over(finest);
    const size = strands.length;
    const target = strands.findIndex(({ columns }) => columns.includes(need.column));
    const limits = target < 0 ? null : this.#limitsOf(strands, target, need);
    if (!limits) return { moves: null, size: 0 };
    const rows = strands.flatMap(({ parts }, at) =>
      parts.length === 0 ? [] : [[[at, -1] as const, ...parts].flatMap(([one, by]) => thrice(one, by, size))],
    );
    const model = new LinearModel(this.#solver, 3 * size, rows);
    try {
      const found = model.solve(limits.cost, limits.lower, limits.upper);
      if (!found) return { moves: null, size: 3 * size };
      const moves = new Map<number, number>();
      for (const [at, { columns }] of strands.entries()) {
        const net = (found[at] ?? 0) - (found[at + size] ?? 0) - (found[at + 2 * size] ?? 0);
        const by = net * limits.unit;
        if (Math.abs(by) > tolerance / 10) for (const column of columns) moves.set(column, by);
      }
      return { moves, size: 3 * size };
    } finally {
      model.dispose();
    }
  }

  /** Column s is the rise of strand s; s + size and s + 2 size its fall, above the soft floors and below them. */
  #limitsOf(strands: readonly Strand[], target: number, need: CoverNeed) {
    const { side, by, isFree, mayMove, floors, softFloors } = need;
    const size = strands.length;
    const [cost, lower, upper] = [
      new Float64Array(3 * size),
      new Float64Array(3 * size),
      new Float64Array(3 * size),
    ];
    const unit = Math.min(1, by);
    for (const [at, { columns, parts }] of strands.entries()) {
      let [price, isFixed] = [effort, false];
      for (const one of columns) {
        if (isFree[one] === 1) continue;
        if (mayMove[one] === 1) price += this.#priceOf(one, by);
        else isFixed = true;
      }
      if (isFixed) continue;
      const [finest] = parts.length === 0 ? columns : [];
      const floor = finest === undefined ? Number.NEGATIVE_INFINITY : (floors[finest] ?? 0);
      const soft = finest === undefined ? floor : Math.max(floor, softFloors[finest] ?? floor);
      cost.set([price], at);
      cost.set([price], at + size);
      cost.set([price + reluctance], at + 2 * size);
      upper.set([Number.POSITIVE_INFINITY], at);
      upper.set([Math.max(0, -soft / unit)], at + size);
      if (soft > floor) upper.set([(Math.min(0, soft) - floor) / unit], at + 2 * size);
    }
    const wanted = by / unit;
    const rise = side > 0 ? wanted : 0;
    const fall = side > 0 ? 0 : Math.min(wanted, upper[target + size] ?? 0);
    const rest = side > 0 ? 0 : wanted - fall;
    if (rise > (upper[target] ?? 0) || rest > (upper[target + 2 * size] ?? 0) + tolerance) return null;
    for (const [at, value] of [rise, fall, rest].entries())
      lower[target + at * size] = upper[target + at * size] = value;
    return { cost, lower, upper, unit };
  }
}

function thrice(strand: number, by: number, size: number): readonly Term[] {
  return [
    [strand, by],
    [strand + size, -by],
    [strand + 2 * size, -by],
  ];
}
