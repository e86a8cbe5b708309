import { LinearModel, type Solver, type Term } from "../optimise/highs.ts";
import { type CoverNeed, movesOf } from "./find-cover.ts";
import { aboveOf } from "./find-proof.ts";
import type { Knowledge } from "./knowledge.ts";
import { reluctanceIn } from "./price.ts";
import { type Programme, tolerance } from "./programme.ts";
import { LooseFinder, type Still, toStill } from "./still.ts";

/**
 * Finds changes of the whole table by which one cell moves as far as it must while only what is withheld moves. The finest
 * withheld cells alone are columns and what is published of them rows, so that the programme is far smaller. [DC5]
 */
export class StillFinder {
  readonly #solver: Solver;
  readonly #programme: Programme;
  readonly #knowledge: Knowledge;
  readonly #above: readonly ReadonlyMap<number, number>[];
  readonly #reluctance: number;
  readonly #looseFinder: LooseFinder;
  #loose: { readonly isFree: Uint8Array; readonly isLoose: Uint8Array } | null = null;
  #state: State | null = null;

  constructor(solver: Solver, programme: Programme, knowledge: Knowledge) {
    this.#solver = solver;
    this.#programme = programme;
    this.#knowledge = knowledge;
    this.#above = aboveOf(programme);
    this.#looseFinder = new LooseFinder(programme);
    this.#reluctance = reluctanceIn(programme);
  }

  /** The change by which a withheld column moves so far, within the room and where it can also the soft one; null where none is found. */
  find({ column, side, by, isFree, room, softRoom }: CoverNeed): ReadonlyMap<number, number> | null {
    if ((side < 0 ? -(room.low[column] ?? 0) : (room.high[column] ?? 0)) < by - tolerance) return null;
    const isLoose = this.#looseOf(isFree);
    if (isLoose[column] === 0) return null;
    const { still, model, rowOf, ways } = this.#stateOf(isLoose);
    const [cost, lower, upper] = [0, 0, 0].map(() => new Float64Array(ways.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (const [way, [at, sign]] of ways.entries()) {
      const one = still.finest[at] ?? -1;
      const [low, high] = [room.low[one] ?? 0, room.high[one] ?? 0];
      const softLow = Math.min(0, Math.max(low, softRoom.low[one] ?? low));
      const softHigh = Math.max(0, Math.min(high, softRoom.high[one] ?? high));
      if (sign === 0)
        [lower[way], upper[way]] = one === column ? [side * by, side * by] : [softLow, softHigh];
      else {
        cost[way] = this.#reluctance;
        if (one !== column && (sign > 0 ? softHigh < high : softLow > low))
          upper[way] = sign > 0 ? high - softHigh : softLow - low;
      }
    }
    const row = still.placeOf.has(column) ? null : rowOf(column);
    if (row !== null) model.boundRow(row, side * by, side * by);
    const found = model.solveOnce(cost, lower, upper);
    if (row !== null) model.boundRow(row, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    if (!found) return null;
    const sums = new Float64Array(this.#programme.columns.length);
    for (const [way, [at, sign]] of ways.entries()) {
      const moved = (sign || 1) * (found[way] ?? 0);
      if (moved === 0) continue;
      for (const [total, times] of this.#above[still.finest[at] ?? -1] ?? [])
        sums[total] = (sums[total] ?? 0) + moved * times;
    }
    return movesOf(sums);
  }

  dispose(): void {
    this.#state?.model.dispose();
  }

  #looseOf(isFree: Uint8Array): Uint8Array {
    if (!this.#loose?.isFree.every((one, column) => one === isFree[column]))
      this.#loose = { isFree: isFree.slice(), isLoose: this.#looseFinder.find(isFree) };
    return this.#loose.isLoose;
  }

  #stateOf(isLoose: Uint8Array): State {
    if (this.#state?.isLoose === isLoose) return this.#state;
    this.#state?.model.dispose();
    const still = toStill(this.#programme, isLoose);
    const ways: Way[] = [];
    const waysOf = still.finest.map((one, at) => {
      const parts = this.#knowledge.byColumn[one] ?? new Map();
      const signs: Way[1][] = [0];
      if (parts.size > 0) signs.push(-1);
      if ([...parts.values()].some(({ high }) => high === 0)) signs.push(1);
      return signs.map((sign): Term => [ways.push([at, sign]) - 1, sign || 1]);
    });
    const wide = (terms: readonly Term[]) =>
      terms.flatMap(([at, times]) => (waysOf[at] ?? []).map(([way, sign]): Term => [way, sign * times]));
    const model = new LinearModel(this.#solver, ways.length, still.rows.map(wide));
    const rows = new Map<number, number>();
    const rowOf = (column: number) => {
      const row = rows.get(column) ?? still.rows.length + rows.size;
      if (!rows.has(column)) model.addRow(wide(still.termsOf(column)));
      rows.set(column, row);
      return row;
    };
    this.#state = { isLoose, still, ways, model, rowOf };
    return this.#state;
  }
}

/** A column of the programme: a finest one, by its place, as far as all leave it, or further down or up for the one asked about. */
type Way = readonly [place: number, sign: 0 | 1 | -1];

type State = {
  readonly isLoose: Uint8Array;
  readonly still: Still;
  readonly ways: readonly Way[];
  readonly model: LinearModel;
  readonly rowOf: (column: number) => number;
};
