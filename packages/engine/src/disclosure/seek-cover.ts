import type { Solver } from "../optimise/highs.ts";
import { CoverFinder, type CoverNeed } from "./find-cover.ts";
import { NearCoverFinder } from "./find-near-cover.ts";
import { StillFinder } from "./find-still.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Need } from "./need.ts";
import { huge, toPrices } from "./price.ts";
import type { Programme } from "./programme.ts";
import { Vicinity } from "./vicinity.ts";

/**
 * With so many columns a table is large: a linear programme of all of it takes too long to be solved for each need. After so
 * many columns solved for in whole tables, whatever is found nearby is taken.
 */
const large = 2000;
const farMost = 3e6;

/** A table of no more columns is solved as a whole at once; of a huge one even what is withheld is too much for each need. */
const small = 150;

/** Among so many finest columns a change is sought first, and then, and then; what costs no more is taken. */
const nearby = [
  [40, 0],
  [160, 5],
  [500, 10],
] as const;

/** More finest columns nearby, and more in all, take too long to be looked at for a proof. */
const nearest = 40;
const farthestProof = 160;
const mostForProof = 600;

type Moves = ReadonlyMap<number, number>;

/** Finds what to withhold for a need: in a small table by the whole of it, in a large one nearby where that is cheap. [DC5] */
export class CoverSeeker {
  readonly #programme: Programme;
  readonly #whole: CoverFinder;
  /** The same for what is withheld alone, so that its answers start from others of the kind. */
  readonly #still: StillFinder;
  readonly #near: NearCoverFinder;
  readonly #vicinity: Vicinity;
  readonly #priceOf: (column: number, by: number) => number;
  /** Columns of all linear programmes solved so far. */
  work = 0;
  #far = 0;

  constructor(solver: Solver, programme: Programme, knowledge: Knowledge) {
    this.#programme = programme;
    this.#whole = new CoverFinder(solver, programme, knowledge);
    this.#still = new StillFinder(solver, programme, knowledge);
    this.#near = new NearCoverFinder(solver, programme);
    this.#vicinity = new Vicinity(programme);
    this.#priceOf = toPrices(programme);
  }

  /** Looks anew at what is withheld where. */
  count(isFree: Uint8Array): void {
    this.#vicinity.count(isFree);
  }

  /**
   * In a large table with what is withheld already, which mostly is enough, then nearby, then further off, and where what is
   * found there is dear in the whole table. In a huge one nearby, and in the whole only where nothing is found there.
   */
  find(need: CoverNeed): Moves | null {
    const { columns } = this.#programme;
    const isHuge = columns.length > huge;
    if (columns.length > small && !isHuge) {
      const still = this.#still.find(need);
      if (still) return still;
    }
    let best: Moves | null = null;
    if (columns.length > large)
      for (const [limit, cheap] of nearby) {
        const finest = this.#vicinity.around(need.column, need.by, limit, need.isFree);
        const { moves, size } = this.#near.find(need, finest);
        this.work += size;
        best = this.cheaperOf(best, moves, need.isFree);
        if (best && this.costOf(best, need.isFree) <= cheap) return best;
      }
    if (best && (isHuge || this.#far > farMost)) return best;
    this.work += columns.length;
    this.#far += columns.length;
    return this.cheaperOf(best, this.#whole.find(need), need.isFree);
  }

  /** Finest columns among which a proof is sought: few nearby, more, and all where they are not too many. */
  *around(need: Need, isFree: Uint8Array, finest: readonly number[]): Generator<readonly number[]> {
    if (finest.length > 2 * nearest) yield* this.nearby(need, isFree);
    if (finest.length > mostForProof)
      yield this.#vicinity.around(need.column, need.by, farthestProof, isFree);
    else yield finest;
  }

  /** The first of these alone. */
  nearby({ column, by }: Need, isFree: Uint8Array): readonly (readonly number[])[] {
    return [this.#vicinity.around(column, by, nearest, isFree)];
  }

  cheaperOf(one: Moves | null, other: Moves | null, isFree: Uint8Array): Moves | null {
    if (!one || !other) return one ?? other;
    return this.costOf(other, isFree) < this.costOf(one, isFree) ? other : one;
  }

  /** What it costs to withhold what moves and is published yet. */
  costOf(moves: Moves, isFree: Uint8Array): number {
    let cost = 0;
    for (const column of moves.keys()) if (isFree[column] === 0) cost += this.#priceOf(column, 0);
    return cost;
  }

  dispose(): void {
    this.#whole.dispose();
    this.#still.dispose();
  }
}
