import { LinearModel, type Solver } from "../optimise/highs.ts";
import type { Entry } from "./entry.ts";
import { movesOf } from "./find-cover.ts";
import { type Floors, joinFloors, toFloors } from "./floor.ts";
import type { CellJudgement } from "./judge-cell.ts";
import { Ledger } from "./ledger.ts";
import { needsOf } from "./need.ts";
import { finestOf, type Programme } from "./programme.ts";
import { CoverSeeker } from "./seek-cover.ts";

/** A pattern as it stood: what was withheld, and what was proven. */
export type Snapshot = {
  readonly isFree: Uint8Array;
  readonly ledger: Ledger;
  readonly exposed: ReadonlySet<number>;
};

/** Which cells are withheld, and the proof that this protects them. Dispose of it after use. [DC3]–[DC5] */
export class Pattern {
  readonly programme: Programme;
  readonly judgements: readonly CellJudgement[];
  readonly floors: Floors;
  /** 1 for columns that may be withheld. */
  mayMove: Uint8Array;
  /** Settling gives up once so much work was done. */
  limit = Number.POSITIVE_INFINITY;
  #ledger: Ledger;
  #isFree: Uint8Array;
  #exposed = new Set<number>();
  #swept = 0;
  readonly #attack: LinearModel;
  readonly #covers: CoverSeeker;
  readonly #finestOf: (column: number) => readonly number[];
  readonly #floorsOfAll: Float64Array;
  readonly #mayExpose: boolean;

  constructor(solver: Solver, programme: Programme, judgements: readonly CellJudgement[]) {
    this.programme = programme;
    this.judgements = judgements;
    this.floors = toFloors(programme);
    this.#ledger = new Ledger(programme, this.floors);
    this.#isFree = new Uint8Array(programme.columns.length);
    this.#attack = new LinearModel(solver, programme.columns.length, programme.rows);
    this.#covers = new CoverSeeker(solver, programme);
    this.mayMove = Uint8Array.from(programme.columns, ({ kind }) => (kind === "told" ? 0 : 1));
    this.#mayExpose = programme.columns.some(({ kind }) => kind === "told");
    this.#finestOf = finestOf(programme);
    this.#floorsOfAll = joinFloors(this.floors, this.floors.byAttacker.keys());
  }

  /** 1 for columns whose truth is not published. */
  get isFree(): Uint8Array {
    return this.#isFree;
  }

  /** Columns that earlier releases leave no room for. */
  get exposed(): ReadonlySet<number> {
    return this.#exposed;
  }

  /** Columns of all linear programmes solved so far. */
  get work(): number {
    return this.#swept + this.#covers.work;
  }

  withhold(column: number): void {
    if (this.#isFree[column] === 1) return;
    this.#isFree[column] = 1;
    const judgement = this.judgements[column];
    if (judgement) this.#ledger.ask(column, needsOf(this.programme, column, judgement));
  }

  publish(columns: ReadonlySet<number>): void {
    for (const column of columns) this.#isFree[column] = 0;
    this.#ledger.publish(columns);
  }

  snapshot(): Snapshot {
    return { isFree: this.#isFree.slice(), ledger: this.#ledger.copy(), exposed: new Set(this.#exposed) };
  }

  recall({ isFree, ledger, exposed }: Snapshot): void {
    this.#isFree = isFree.slice();
    this.#ledger = ledger.copy();
    this.#exposed = new Set(exposed);
  }

  /**
   * Withholds what it takes until each need is met for every attacker; false where what may be withheld does not meet one, or
   * the limit of work was reached.
   */
  settle(): boolean {
    const { open } = this.#ledger;
    for (let turn = 0; open.size > 0; turn++) {
      if (this.work > this.limit) return false;
      if (turn % 40 === 0) this.#sweep(turn);
      let widest: Entry | undefined;
      for (const entry of open) if (!widest || entry.need.by > widest.need.by) widest = entry;
      if (widest && !this.#meet(widest)) return false;
    }
    return true;
  }

  dispose(): void {
    this.#attack.dispose();
    this.#covers.dispose();
  }

  /** Serves as many open needs as come together in one alternative, again and again while that pays. */
  #sweep(seed: number): void {
    const { open } = this.#ledger;
    this.#covers.count(this.#isFree);
    for (let round = 0, poor = 0; poor < 2 && open.size > 8 && this.work <= this.limit; round++) {
      const before = open.size;
      this.#serveMany(seed + round);
      if (before - open.size < 4) poor += 1;
    }
  }

  /**
   * One need, attacker by attacker: what is found for one is sought so that it stands before the others too, as far as that
   * takes nothing more.
   */
  #meet(entry: Entry): boolean {
    const { column } = entry.need;
    for (let [attacker] = entry.next(); attacker !== undefined; [attacker] = entry.next()) {
      if (this.work > this.limit) return false;
      const soft = joinFloors(this.floors, entry.next());
      for (const finest of this.#finestOf(column)) soft[finest] = this.floors.ofOutsider[finest] ?? 0;
      const floors = joinFloors(this.floors, [attacker]);
      const isFound = this.#withholdFor(entry, entry.demandOf(attacker), floors, soft);
      if (isFound && !entry.isOpen(attacker)) continue;
      if (!this.#mayExpose) return false;
      this.#ledger.giveUp(entry, attacker);
      this.#exposed.add(column);
    }
    return true;
  }

  /** Withholds the fewest cells by which the need's column may move so far; whether there are any. */
  #withholdFor(
    { need: { column, side } }: Entry,
    by: number,
    floors: Float64Array,
    softFloors: Float64Array,
  ): boolean {
    let best: ReadonlyMap<number, number> | null = null;
    for (const one of side === 0 ? ([1, -1] as const) : [side]) {
      const need = { column, side: one, by, isFree: this.#isFree, mayMove: this.mayMove, floors, softFloors };
      best = this.#covers.cheaperOf(best, this.#covers.find(need), this.#isFree);
      if (best && this.#covers.costOf(best, this.#isFree) === 0) break;
    }
    if (!best) return false;
    for (const moved of best.keys()) this.withhold(moved);
    this.#ledger.enter(best);
    return true;
  }

  #serveMany(round: number): void {
    const size = this.programme.columns.length;
    const lower = this.#floorsOfAll.slice();
    const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const cost = new Float64Array(size);
    const share = 1 << (round % 4);
    for (const { need } of this.#ledger.open) {
      const { column, side, by } = need;
      const dice = scatter(column, round);
      if (dice % share > 0 || cost[column] !== 0) continue;
      const toSide = side === 0 ? (dice & 64 ? 1 : -1) : side;
      cost[column] = -toSide / Math.max(by, 1e-2);
      if (toSide > 0) upper[column] = by;
      else lower[column] = Math.max(this.floors.ofOutsider[column] ?? 0, -by);
    }
    for (const [column, flag] of this.#isFree.entries()) if (flag === 0) lower[column] = upper[column] = 0;
    this.#swept += size;
    const found = this.#attack.solve(cost, lower, upper);
    if (found) this.#ledger.enter(movesOf(found));
  }
}

/** Numbers without order, the same at each run. */
export function scatter(column: number, round: number): number {
  let mixed = Math.imul(column + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
