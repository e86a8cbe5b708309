import { LinearModel, type Solver, type Term } from "../optimise/highs.ts";
import type { CoverNeed } from "./find-cover.ts";
import type { Room } from "./knowledge.ts";
import { reluctanceIn, toPrices } from "./price.ts";
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
  readonly #reluctance: number;

  constructor(solver: Solver, programme: Programme) {
    this.#solver = solver;
    this.#strands = new Strands(programme);
    this.#priceOf = toPrices(programme);
    this.#reluctance = reluctanceIn(programme);
  }

  /** No moves where there is no such change; `size` is how many columns were solved for. */
  find(
    need: CoverNeed,
    finest: readonly number[],
  ): { moves: ReadonlyMap<number, number> | null; size: number } {
    const strands = this.#strands.over(finest);
    const target = strands.findIndex(({ columns }) => columns.includes(need.column));
    const unit = Math.min(1, need.by);
    const ways = target < 0 ? null : this.#waysOf(strands, target, need, unit);
    if (!ways) return { moves: null, size: 0 };
    const size = ways.length;
    const termsOf = strands.map((): Term[] => []);
    for (const [at, { strand, sign }] of ways.entries()) termsOf[strand]?.push([at, sign]);
    const rows = strands.flatMap(({ parts }, at) =>
      parts.length === 0
        ? []
        : [
            [[at, -1] as const, ...parts].flatMap(([one, by]) =>
              (termsOf[one] ?? []).map(([way, sign]): Term => [way, sign * by]),
            ),
          ],
    );
    const [cost, lower, upper] = [
      Float64Array.from(ways, (way) => way.cost),
      Float64Array.from(ways, (way) => way.least),
      Float64Array.from(ways, (way) => way.most),
    ];
    const model = new LinearModel(this.#solver, size, rows);
    try {
      const found = model.solve(cost, lower, upper);
      if (!found) return { moves: null, size };
      const moves = new Map<number, number>();
      for (const [at, { columns }] of strands.entries()) {
        const net = (termsOf[at] ?? []).reduce((sum, [way, sign]) => sum + sign * (found[way] ?? 0), 0);
        if (Math.abs(net * unit) > tolerance / 10)
          for (const column of columns) moves.set(column, net * unit);
      }
      return { moves, size };
    } finally {
      model.dispose();
    }
  }

  /** How strands may rise and fall: dearer where others know that they cannot; the target as far as it must. */
  #waysOf(
    strands: readonly Strand[],
    target: number,
    { side, by, isFree, mayMove, room, softRoom }: CoverNeed,
    unit: number,
  ): readonly Way[] | null {
    const ways: Way[] = [];
    for (const [strand, { columns, parts }] of strands.entries()) {
      let [price, isFixed] = [effort, false];
      for (const one of columns) {
        if (isFree[one] === 1) continue;
        if (mayMove[one] === 1) price += this.#priceOf(one, by);
        else isFixed = true;
      }
      const [finest] = parts.length === 0 ? columns : [];
      const reach = ({ low, high }: Room, sign: 1 | -1) =>
        finest === undefined ? Number.POSITIVE_INFINITY : sign * ((sign > 0 ? high : low)[finest] ?? 0);
      if (strand === target) {
        if (isFixed || reach(room, side) < by - tolerance) return null;
        ways.push({ strand, sign: side, cost: 0, least: by / unit, most: by / unit });
        continue;
      }
      if (isFixed) continue;
      for (const sign of [1, -1] as const) {
        const most = reach(room, sign);
        const soft = Math.min(most, reach(softRoom, sign));
        if (soft > 0) ways.push({ strand, sign, cost: price, least: 0, most: soft / unit });
        if (soft < most)
          ways.push({ strand, sign, cost: price + this.#reluctance, least: 0, most: (most - soft) / unit });
      }
    }
    return ways;
  }
}

/** One column of the linear programme: a rise or a fall of a strand. */
type Way = {
  readonly strand: number;
  readonly sign: 1 | -1;
  readonly cost: number;
  readonly least: number;
  readonly most: number;
};
