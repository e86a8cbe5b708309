import type { Alternative } from "./alternative.ts";
import { Entry } from "./entry.ts";
import { type Knowledge, limitsOf } from "./knowledge.ts";
import type { Need } from "./need.ts";
import type { Programme } from "./programme.ts";

/**
 * Who may still come too near to what. An alternative that is entered counts for every need and attacker that it serves,
 * as long as all that it moves is withheld. [DC4]
 */
export class Ledger {
  readonly #programme: Programme;
  readonly #knowledge: Knowledge;
  readonly #entries = new Map<number, readonly Entry[]>();
  readonly #byColumn = new Map<number, Set<Alternative>>();
  /** Alternatives that move what is being published. */
  readonly #dead = new Set<Alternative>();
  /** In the order in which they came. */
  readonly #entered: Alternative[] = [];
  /** Needs with attackers for whom nothing is proven. */
  readonly open = new Set<Entry>();

  constructor(programme: Programme, knowledge: Knowledge) {
    this.#programme = programme;
    this.#knowledge = knowledge;
  }

  /** Takes up what a column asks for, as far as the alternatives entered so far do not serve it. */
  ask(column: number, needs: readonly Need[]): void {
    const entries = needs.map((need) => Entry.of(need, this.#programme));
    for (const entry of entries) this.#serve(entry);
    this.#set(column, entries);
  }

  /** Takes up an alternative for all needs that are open, or at once for one alone. */
  enter(moves: ReadonlyMap<number, number>, only?: Entry): void {
    const alternative = { moves, ...limitsOf(moves, this.#knowledge) };
    let isOfUse = false;
    for (const entry of only ? [only] : this.open) {
      if (!entry.serve(alternative)) continue;
      isOfUse = true;
      this.#note(entry);
    }
    if (!isOfUse) return;
    this.#keep(alternative);
    this.#entered.push(alternative);
  }

  /**
   * What is published again is moved by nobody: proofs that moved it are lost, and what leant on them is open again and has to be
   * looked up. Returns how to take that back, with what was proven since then.
   */
  publish(columns: ReadonlySet<number>): () => void {
    const dead = new Set<Alternative>();
    const before = new Map<number, readonly Entry[]>();
    for (const column of columns)
      for (const one of this.#byColumn.get(column) ?? []) if (!this.#dead.has(one)) dead.add(one);
    for (const one of dead) this.#dead.add(one);
    for (const [column, entries] of this.#entries)
      if (columns.has(column) || entries.some((entry) => entry.leansOn(dead))) before.set(column, entries);
    for (const [column, entries] of before)
      if (columns.has(column)) this.#set(column, []);
      else
        this.#set(
          column,
          entries.map(({ need }) => Entry.of(need, this.#programme)),
        );
    const { length } = this.#entered;
    return () => {
      for (const one of this.#entered.splice(length)) this.#drop(one);
      for (const one of dead) this.#dead.delete(one);
      for (const [column, entries] of before) this.#set(column, entries);
    };
  }

  /** What was published is so for good. */
  forget(): void {
    for (const one of this.#dead) this.#drop(one);
    this.#dead.clear();
  }

  /** Closes a need before all whom a known alternative serves. */
  lookUp(entry: Entry): void {
    this.#serve(entry);
    this.#note(entry);
  }

  copy(): Ledger {
    const copy = new Ledger(this.#programme, this.#knowledge);
    for (const list of this.#byColumn.values()) for (const one of list) copy.#keep(one);
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

  #keep(alternative: Alternative): void {
    for (const column of alternative.moves.keys()) {
      const list = this.#byColumn.get(column);
      if (list) list.add(alternative);
      else this.#byColumn.set(column, new Set([alternative]));
    }
  }

  #drop(alternative: Alternative): void {
    for (const column of alternative.moves.keys()) this.#byColumn.get(column)?.delete(alternative);
  }

  #serve(entry: Entry): void {
    for (const alternative of this.#byColumn.get(entry.need.column) ?? []) {
      if (entry.count === 0) break;
      if (!this.#dead.has(alternative)) entry.serve(alternative);
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
