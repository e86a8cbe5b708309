import type { Alternative } from "./alternative.ts";
import { Entry } from "./entry.ts";
import { type Floors, limitsOf } from "./floor.ts";
import type { Need } from "./need.ts";
import type { Programme } from "./programme.ts";

/**
 * Who may still come too near to what. An alternative that is entered counts for every need and attacker that it serves,
 * as long as all that it moves is withheld. [DC4]
 */
export class Ledger {
  readonly #programme: Programme;
  readonly #floors: Floors;
  readonly #entries = new Map<number, readonly Entry[]>();
  readonly #alternatives = new Set<Alternative>();
  /** By column, dead ones too: shared by all copies. */
  readonly #byColumn: Map<number, Alternative[]>;
  /** Needs with attackers for whom nothing is proven. */
  readonly open = new Set<Entry>();

  constructor(programme: Programme, floors: Floors, byColumn = new Map<number, Alternative[]>()) {
    this.#programme = programme;
    this.#floors = floors;
    this.#byColumn = byColumn;
  }

  /** Takes up what a column asks for, as far as the alternatives entered so far do not serve it. */
  ask(column: number, needs: readonly Need[]): void {
    const entries = needs.map((need) => Entry.of(need, this.#programme));
    for (const entry of entries) this.#serve(entry);
    this.#set(column, entries);
  }

  enter(moves: ReadonlyMap<number, number>): void {
    const alternative = { moves, ...limitsOf(moves, this.#floors) };
    let isOfUse = false;
    for (const entry of this.open) {
      if (!entry.serve(alternative)) continue;
      isOfUse = true;
      this.#note(entry);
    }
    if (!isOfUse) return;
    this.#alternatives.add(alternative);
    for (const column of moves.keys()) {
      const list = this.#byColumn.get(column);
      if (list) list.push(alternative);
      else this.#byColumn.set(column, [alternative]);
    }
  }

  /** What is published again is moved by nobody: proofs that moved it are lost, and what leant on them is open again. */
  publish(columns: ReadonlySet<number>): void {
    const dead = new Set<Alternative>();
    for (const column of columns)
      for (const one of this.#byColumn.get(column) ?? []) if (this.#alternatives.delete(one)) dead.add(one);
    for (const column of columns) this.#set(column, []);
    for (const [column, entries] of this.#entries)
      if (entries.some((entry) => entry.leansOn(dead)))
        this.ask(
          column,
          entries.map(({ need }) => need),
        );
  }

  copy(): Ledger {
    const copy = new Ledger(this.#programme, this.#floors, this.#byColumn);
    for (const one of this.#alternatives) copy.#alternatives.add(one);
    for (const [column, entries] of this.#entries)
      copy.#set(
        column,
        entries.map((entry) => entry.copy()),
      );
    return copy;
  }

  /** Nothing proves this need before this attacker. */
  giveUp(entry: Entry, attacker: number): void {
    entry.close(attacker);
    this.#note(entry);
  }

  #serve(entry: Entry): void {
    for (const alternative of this.#byColumn.get(entry.need.column) ?? []) {
      if (entry.count === 0) break;
      if (this.#alternatives.has(alternative)) entry.serve(alternative);
    }
  }

  #set(column: number, entries: readonly Entry[]): void {
    for (const entry of this.#entries.get(column) ?? []) this.open.delete(entry);
    if (entries.length === 0) this.#entries.delete(column);
    else this.#entries.set(column, entries);
    for (const entry of entries) this.#note(entry);
  }

  #note(entry: Entry): void {
    if (entry.count > 0) this.open.add(entry);
    else this.open.delete(entry);
  }
}
