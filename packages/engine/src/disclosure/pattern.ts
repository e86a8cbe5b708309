import type { Solver } from "../optimise/highs.ts";
import type { Entry } from "./entry.ts";
import { ProofFinder } from "./find-proof.ts";
import type { CellJudgement } from "./judge-cell.ts";
import { type Knowledge, type Room, roomOf, toKnowledge } from "./knowledge.ts";
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
  readonly knowledge: Knowledge;
  /** 1 for columns that may be withheld. */
  mayMove: Uint8Array;
  #ledger: Ledger;
  #isFree: Uint8Array;
  #exposed = new Set<number>();
  readonly #covers: CoverSeeker;
  readonly #proofs: ProofFinder;
  readonly #finestOf: (column: number) => readonly number[];
  readonly #mayExpose: boolean;
  /** Per column, how often it kept others from being published. */
  readonly #failures: Float64Array;

  constructor(solver: Solver, programme: Programme, judgements: readonly CellJudgement[]) {
    this.programme = programme;
    this.judgements = judgements;
    this.knowledge = toKnowledge(programme);
    this.#ledger = new Ledger(programme, this.knowledge);
    this.#isFree = new Uint8Array(programme.columns.length);
    this.#covers = new CoverSeeker(solver, programme, this.knowledge);
    this.#failures = new Float64Array(programme.columns.length);
    this.#proofs = new ProofFinder(programme);
    this.mayMove = Uint8Array.from(programme.columns, ({ kind }) => (kind === "told" ? 0 : 1));
    this.#mayExpose = programme.columns.some(({ kind }) => kind === "told");
    this.#finestOf = finestOf(programme);
  }

  /** 1 for columns whose truth is not published. */
  get isFree(): Uint8Array {
    return this.#isFree;
  }

  /** Columns that earlier releases leave no room for. */
  get exposed(): ReadonlySet<number> {
    return this.#exposed;
  }

  /** What proofs have cost so far. */
  get work(): number {
    return this.#proofs.work;
  }

  withhold(column: number): void {
    if (this.#isFree[column] === 1) return;
    this.#isFree[column] = 1;
    const judgement = this.judgements[column];
    if (judgement) this.#ledger.ask(column, needsOf(this.programme, column, judgement));
  }

  /**
   * Publishes a column where every need can be met without it, together with safe ones that would be determined then;
   * whether it could.
   * @param isFit a last word on what would be published
   */
  tryPublish(column: number, isFit: (columns: ReadonlySet<number>) => boolean): boolean {
    const undo: (() => void)[] = [];
    const published = new Set<number>();
    const publish = (one: number) => {
      this.#isFree[one] = 0;
      published.add(one);
      undo.push(this.#ledger.publish(new Set([one])));
    };
    publish(column);
    if (this.#proveAll(column, publish) && isFit(published)) {
      this.#ledger.forget();
      return true;
    }
    for (const one of published) this.#isFree[one] = 1;
    for (const back of undo.reverse()) back();
    return false;
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
   * Withholds what it takes until each need is met for every attacker; false where what may be withheld does not meet one.
   */
  settle(): boolean {
    const { open } = this.#ledger;
    for (let turn = 0; open.size > 0; turn++) {
      if (turn % 40 === 0) this.#covers.count(this.#isFree);
      let widest: Entry | undefined;
      for (const entry of open) if (!widest || entry.need.by > widest.need.by) widest = entry;
      if (widest && !this.#meet(widest)) return false;
    }
    return true;
  }

  dispose(): void {
    this.#covers.dispose();
  }

  /**
   * One need, attacker by attacker: what is found for one is sought so that it stands before the others too, as far as that
   * takes nothing more.
   */
  #meet(entry: Entry): boolean {
    const { column } = entry.need;
    for (let [attacker] = entry.next(); attacker !== undefined; [attacker] = entry.next()) {
      if (this.#prove(entry, attacker, this.#covers.nearby(entry.need, this.#isFree))) continue;
      const best = this.#findCover(entry, attacker);
      for (const moved of best?.keys() ?? []) this.withhold(moved);
      if (best) this.#ledger.enter(best);
      if (best && !entry.isOpen(attacker)) continue;
      if (!this.#mayExpose) return false;
      this.#ledger.giveUp(entry, attacker);
      this.#exposed.add(column);
    }
    return true;
  }

  /** Meets what is open with what is withheld; a safe column of which that cannot be is published instead. */
  #proveAll(tried: number, publish: (column: number) => void): boolean {
    const { open } = this.#ledger;
    while (open.size > 0) {
      let [hardest, most]: [Entry | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
      for (const entry of open) {
        const hardness = this.#hardnessOf(entry, tried);
        if (hardness > most) [hardest, most] = [entry, hardness];
      }
      if (hardest) this.#ledger.lookUp(hardest);
      if (!hardest || this.#proveEntry(hardest)) continue;
      const { column } = hardest.need;
      this.#failures[column] = 1 + (this.#failures[column] ?? 0);
      if (this.judgements[column]?.unsafe || this.programme.columns[column]?.kind !== "shown") return false;
      publish(column);
    }
    return true;
  }

  /** How likely a need is to fail, so that it is tried first: what lies in a line with what is to be published, and failed before. */
  #hardnessOf({ need: { column, by } }: Entry, tried: number): number {
    const [one = [], other = []] = [column, tried].map((at) => this.programme.columns[at]?.cell.nodes);
    const apart = one.filter((node, at) => node !== other[at]).length;
    return (apart <= 1 ? 8 : 0) - apart + (this.#failures[column] ?? 0) + by / (by + 1);
  }

  /** Whether one need is met with what is withheld, or was beyond that before. */
  #proveEntry(entry: Entry): boolean {
    const { column } = entry.need;
    for (let [attacker] = entry.next(); attacker !== undefined; [attacker] = entry.next()) {
      if (
        this.#prove(
          entry,
          attacker,
          this.#covers.around(entry.need, this.#isFree, this.#proofs.finest),
          entry,
        )
      )
        continue;
      if (!this.#exposed.has(column)) return false;
      this.#ledger.giveUp(entry, attacker);
    }
    return true;
  }

  /** Meets a need before one attacker, and where it can before others, by moves of what is withheld among some finest columns. */
  #prove(entry: Entry, attacker: number, ranges: Iterable<readonly number[]>, only?: Entry): boolean {
    const { column, side } = entry.need;
    const rooms = this.#roomsFor(entry, attacker).reverse();
    const by = entry.demandOf(attacker);
    for (const among of ranges)
      for (const room of rooms)
        for (const one of side === 0 ? ([1, -1] as const) : [side]) {
          const moves = this.#proofs.find({ column, side: one, by }, room, this.#isFree, among);
          if (moves) this.#ledger.enter(moves, only);
          if (!entry.isOpen(attacker)) return true;
        }
    return false;
  }

  /** The fewest cells by which the need's column may move so far before an attacker, and where it costs no more before all others. */
  #findCover(entry: Entry, attacker: number): ReadonlyMap<number, number> | null {
    const { column, side } = entry.need;
    const [room, softRoom] = this.#roomsFor(entry, attacker);
    const by = entry.demandOf(attacker);
    const isFree = this.#isFree;
    let best: ReadonlyMap<number, number> | null = null;
    for (const one of side === 0 ? ([1, -1] as const) : [side]) {
      const need = { column, side: one, by, isFree, mayMove: this.mayMove, room, softRoom };
      best = this.#covers.cheaperOf(best, this.#covers.find(need), isFree);
      if (best && this.#covers.costOf(best, isFree) === 0) break;
    }
    return best;
  }

  /** What one attacker leaves open, and what all before whom the need is open do, but for the need's own column. */
  #roomsFor(entry: Entry, attacker: number): [room: Room, softRoom: Room] {
    const { ofOutsider } = this.knowledge;
    const softRoom = roomOf(this.knowledge, entry.next());
    for (const finest of this.#finestOf(entry.need.column)) {
      softRoom.low[finest] = ofOutsider.low[finest] ?? 0;
      softRoom.high[finest] = ofOutsider.high[finest] ?? 0;
    }
    return [roomOf(this.knowledge, [attacker]), softRoom];
  }
}

/** Numbers without order, the same at each run. */
export function scatter(column: number, round: number): number {
  let mixed = Math.imul(column + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
