import { type Alternative, Attack } from "./attack.ts";
import { CoverFinder } from "./find-cover.ts";
import { demandOf, floorOf, floorsByGroup, type Need, outsider } from "./need.ts";
import { type Programme, type Solver, tolerance } from "./programme.ts";
import type { Table } from "./table.ts";

/** Columns that an alternative moves: while all of them stay withheld, it proves what it proved. */
type Proof = readonly number[];

/**
 * A pattern of withheld cells as it grows, with the proof of every need that was asked of it: alternatives that fit
 * what is published and what the attackers know of themselves. Dispose of it after use. [DC4]
 */
export class Pattern {
  readonly withheld = new Set<number>();
  readonly programme: Programme;
  /** Proofs asked for so far. */
  asked = 0;
  #remembered: Alternative[] = [];
  readonly #attack: Attack;
  readonly #cover: CoverFinder;
  readonly #floor: Float64Array;
  readonly #groupFloors: readonly ReadonlyMap<number, number>[];

  constructor(solver: Solver, table: Table, programme: Programme) {
    this.programme = programme;
    this.#floor = floorOf(programme);
    this.#groupFloors = floorsByGroup(table, programme);
    this.#attack = new Attack(solver, programme, this.#floor);
    this.#cover = new CoverFinder(solver, programme, costsOf(programme), this.#floor);
  }

  withhold(column: number): void {
    this.withheld.add(column);
    this.#attack.withhold(column);
    this.#cover.free(column);
  }

  /** Takes a cell back into what is published; the covers found later still count it as cheap. */
  publish(column: number): void {
    this.withheld.delete(column);
    this.#remembered = this.#remembered.filter((found) => Math.abs(found[column] ?? 0) <= tolerance);
    this.#attack.publish(column);
  }

  /**
   * Proofs that a need is met for every attacker, or the first attacker for whom it is not. One alternative that fits
   * what all of them know serves all; where there is none, they are halved until it is one attacker that finds out.
   */
  prove(need: Need): { readonly proofs: readonly Proof[] } | { readonly attacker: number } {
    this.asked += 1;
    const proofs: Proof[] = [];
    const done = new Set<number>();
    const [inside, outside] = this.#partiesOf(need);
    const waiting: (readonly number[])[] = [...inside.map((group) => [group]), [outsider, ...outside]];
    for (let parties = waiting.pop(); parties; parties = waiting.pop()) {
      const open = parties.filter((party) => !done.has(party));
      if (open.length === 0) continue;
      const found = this.#try(need, open);
      if (!found && open.length === 1) return { attacker: open[0] ?? outsider };
      if (!found) {
        const middle = Math.ceil(open.length / 2);
        waiting.push(open.slice(middle), open.slice(0, middle));
        continue;
      }
      proofs.push(movedBy(found));
      for (const party of open) done.add(party);
      for (const rest of waiting)
        for (const party of rest) if (this.#holds(need, found, party)) done.add(party);
    }
    return { proofs };
  }

  /** Groups with something in the cell, of whom less may be asked, and those with something in other withheld cells. */
  #partiesOf({ column }: Need): readonly [readonly number[], readonly number[]] {
    const inside: number[] = [];
    const outside: number[] = [];
    for (const [group, floors] of this.#groupFloors.entries()) {
      if (this.programme.columns[column]?.sums.has(group)) inside.push(group);
      else if ([...floors.keys()].some((one) => this.withheld.has(one))) outside.push(group);
    }
    return [inside, outside];
  }

  /** Withholds what meets a need for an attacker; the columns added. */
  mend(need: Need, attacker: number): readonly number[] {
    const by = demandOf(need, this.programme, attacker);
    const known = this.#groupFloors[attacker] ?? new Map<number, number>();
    for (const [column, floor] of known) this.#cover.bound(column, floor);
    const sides = need.side === 0 ? ([1, -1] as const) : [need.side];
    const covers = sides
      .map((side) => this.#cover.find(need.column, side, by))
      .filter(({ length }) => length > 0);
    for (const column of known.keys()) this.#cover.bound(column, this.#floor[column] ?? 0);
    const added = covers.map((cover) => cover.filter((column) => !this.withheld.has(column)));
    const best = added.sort((a, b) => a.length - b.length)[0] ?? [];
    for (const column of best) this.withhold(column);
    return best;
  }

  /** The reach of an outsider, as deviations in scaled units. */
  reachOf(column: number): readonly [number, number] {
    return [this.#attack.stretch(column, -1)[column] ?? 0, this.#attack.stretch(column, 1)[column] ?? 0];
  }

  /** Nothing more is withheld or published: what is left is to read the reach of an outsider. */
  settle(): void {
    this.#attack.settle();
  }

  dispose(): void {
    this.#attack.dispose();
    this.#cover.dispose();
  }

  #try(need: Need, parties: readonly number[]): Alternative | null {
    const by = demandOf(need, this.programme, parties[0] ?? outsider);
    if (by <= tolerance) return new Float64Array(this.programme.columns.length);
    const sides = need.side === 0 ? ([1, -1] as const) : [need.side];
    const known = this.#recall(need.column, sides, by, parties);
    if (known) return known;
    const floors = this.#floorsOf(parties);
    for (const [column, floor] of floors) this.#attack.bound(column, floor);
    let found: Alternative | null = null;
    for (const side of sides)
      found ??= shrink(this.#attack.stretch(need.column, side, by), need.column, side, by - tolerance);
    for (const column of floors.keys()) this.#attack.withhold(column);
    if (found) this.#remembered.push(found);
    return found;
  }

  /** An alternative found before that also answers this; each fits as long as what it moves is withheld. */
  #recall(
    column: number,
    sides: readonly (1 | -1)[],
    by: number,
    parties: readonly number[],
  ): Alternative | null {
    for (const found of this.#remembered) {
      for (const side of sides) {
        const share = (by - tolerance) / ((found[column] ?? 0) * side);
        if (share > 1 || !(share > 0) || !parties.every((party) => this.#fits(found, party, share))) continue;
        return found.map((deviation) => deviation * share);
      }
    }
    return null;
  }

  /** What the parties together know of withheld cells, as if they told each other the larger part of each. */
  #floorsOf(parties: readonly number[]): ReadonlyMap<number, number> {
    const floors = new Map<number, number>();
    for (const party of parties)
      for (const [column, floor] of this.#groupFloors[party] ?? [])
        if (this.withheld.has(column)) floors.set(column, Math.max(floor, floors.get(column) ?? floor));
    return floors;
  }

  /** Whether an alternative also stands before a group that knows its own part. */
  #holds(need: Need, found: Alternative, group: number): boolean {
    if (demandOf(need, this.programme, group) <= tolerance) return true;
    return this.#fits(found, group);
  }

  /** Whether a share of an alternative leaves a group what it put in. */
  #fits(found: Alternative, group: number, share = 1): boolean {
    for (const [column, floor] of this.#groupFloors[group] ?? [])
      if ((found[column] ?? 0) * share < floor - tolerance) return false;
    return true;
  }
}

/** Brought back to what is asked, which fits too, since the truth fits: it contradicts fewer attackers. */
function shrink(found: Alternative, column: number, side: 1 | -1, by: number): Alternative | null {
  const reach = (found[column] ?? 0) * side;
  return reach < by ? null : found.map((deviation) => (deviation * by) / reach);
}

function movedBy(alternative: Alternative): Proof {
  const moved: number[] = [];
  for (const [column, by] of alternative.entries()) if (Math.abs(by) > tolerance) moved.push(column);
  return moved;
}

/** Every cell costs something, a large one more: totals are what people read first. */
function costsOf({ columns, scale }: Programme): Float64Array {
  return Float64Array.from(columns, ({ total }) => 1 + 20 * Math.sqrt((total.toNumber() * scale) / 1e5));
}
