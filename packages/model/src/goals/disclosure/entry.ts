import type { Alternative } from "./ledger.ts";
import { demandOf, type Need, outsider } from "./need.ts";
import { type Programme, tolerance } from "./programme.ts";

/** A need with the attackers for whom no alternative is known yet, and the alternatives that serve the others. */
export class Entry {
  readonly need: Need;
  readonly by: Set<Alternative>;
  /** What is asked for those who put something into the cell. */
  readonly #demands: ReadonlyMap<number, number>;
  readonly #isOpen: Uint8Array;
  /** Attackers that are open. */
  count: number;

  private constructor(
    need: Need,
    demands: ReadonlyMap<number, number>,
    isOpen: Uint8Array,
    by: Set<Alternative>,
  ) {
    this.need = need;
    this.by = by;
    this.#demands = demands;
    this.#isOpen = isOpen;
    this.count = isOpen.reduce((sum, flag) => sum + flag, 0);
  }

  /** Open for every attacker of whom anything is asked. */
  static of(need: Need, programme: Programme): Entry {
    const isOpen = new Uint8Array(programme.groups + 1).fill(1);
    const demands = new Map<number, number>();
    for (const group of programme.columns[need.column]?.cell.sums.keys() ?? []) {
      const demand = demandOf(need, programme, group + 1);
      demands.set(group + 1, demand);
      if (demand <= tolerance) isOpen[group + 1] = 0;
    }
    return new Entry(need, demands, isOpen, new Set());
  }

  copy(): Entry {
    return new Entry(this.need, this.#demands, this.#isOpen.slice(), new Set(this.by));
  }

  demandOf(attacker: number): number {
    return this.#demands.get(attacker) ?? this.need.by;
  }

  /** Who is open: those that put nothing into the cell first, the outsider before all. */
  next(): readonly number[] {
    const open = [...this.#isOpen.keys()].filter((attacker) => this.#isOpen[attacker] === 1);
    const outside = open.filter((attacker) => !this.#demands.has(attacker));
    return outside.length > 0 ? outside : open;
  }

  isOpen(attacker: number): boolean {
    return this.#isOpen[attacker] === 1;
  }

  close(attacker: number): void {
    this.count -= this.#isOpen[attacker] ?? 0;
    this.#isOpen[attacker] = 0;
  }

  /** Closes it for every attacker before whom a share of the alternative stands; whether there was any. */
  serve(alternative: Alternative): boolean {
    const { column, side, by } = this.need;
    const moved = alternative.moves.get(column) ?? 0;
    const reach = side === 0 ? Math.abs(moved) : moved * side;
    const usual = (by - tolerance) / reach;
    const { limits } = alternative;
    if (reach <= 0 || !(usual <= (limits[outsider] ?? 0) || this.#demands.size > 0)) return false;
    const before = this.count;
    for (let attacker = 0; attacker < this.#isOpen.length; attacker++) {
      if (this.#isOpen[attacker] === 0) continue;
      const demand = this.#demands.get(attacker);
      const share = demand === undefined ? usual : (demand - tolerance) / reach;
      if (share <= (limits[attacker] ?? 0)) this.close(attacker);
    }
    if (this.count < before) this.by.add(alternative);
    return this.count < before;
  }

  leansOn(alternatives: ReadonlySet<Alternative>): boolean {
    for (const one of this.by) if (alternatives.has(one)) return true;
    return false;
  }
}
