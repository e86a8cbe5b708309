import type { Alternative } from "./alternative.ts";
import { demandOf, type Need } from "./need.ts";
import { type Programme, tolerance } from "./programme.ts";

/** A need with the attackers for whom no alternative is known yet, and the alternatives that serve the others. */
export class Entry {
  readonly need: Need;
  readonly by: Set<Alternative>;
  readonly #attackers: number;
  /** What is asked for those who put something into the cell. */
  readonly #demands: ReadonlyMap<number, number>;
  /** Attackers that are open; null while these are all but the closed ones. */
  #open: Set<number> | null = null;
  readonly #closed: Set<number>;

  private constructor(
    need: Need,
    attackers: number,
    demands: ReadonlyMap<number, number>,
    closed: Set<number>,
    by: Set<Alternative>,
  ) {
    this.need = need;
    this.by = by;
    this.#attackers = attackers;
    this.#demands = demands;
    this.#closed = closed;
  }

  /** Open for every attacker of whom anything is asked. */
  static of(need: Need, programme: Programme): Entry {
    const closed = new Set<number>();
    const demands = new Map<number, number>();
    for (const group of programme.columns[need.column]?.cell.sums.keys() ?? []) {
      const demand = demandOf(need, programme, group + 1);
      demands.set(group + 1, demand);
      if (demand <= tolerance) closed.add(group + 1);
    }
    return new Entry(need, programme.groups + 1, demands, closed, new Set());
  }

  copy(): Entry {
    const copy = new Entry(
      this.need,
      this.#attackers,
      this.#demands,
      new Set(this.#closed),
      new Set(this.by),
    );
    copy.#open = this.#open && new Set(this.#open);
    return copy;
  }

  /** Attackers that are open. */
  get count(): number {
    return this.#open ? this.#open.size : this.#attackers - this.#closed.size;
  }

  demandOf(attacker: number): number {
    return this.#demands.get(attacker) ?? this.need.by;
  }

  /** Who is open: those that put nothing into the cell first, the outsider before all. */
  next(): readonly number[] {
    const open = this.#open
      ? [...this.#open].sort((a, b) => a - b)
      : Array.from({ length: this.#attackers }, (_, attacker) => attacker).filter((one) => this.isOpen(one));
    const outside = open.filter((attacker) => !this.#demands.has(attacker));
    return outside.length > 0 ? outside : open;
  }

  isOpen(attacker: number): boolean {
    return this.#open ? this.#open.has(attacker) : !this.#closed.has(attacker);
  }

  close(attacker: number): void {
    if (this.#open) this.#open.delete(attacker);
    else this.#closed.add(attacker);
  }

  /** Closes it for every attacker before whom a share of the alternative stands; whether there was any. */
  serve(alternative: Alternative): boolean {
    const { column, side, by } = this.need;
    const moved = alternative.moves.get(column) ?? 0;
    const reach = side === 0 ? Math.abs(moved) : moved * side;
    if (reach <= 0) return false;
    const { limit, limits } = alternative;
    const stands = (attacker: number) =>
      (this.demandOf(attacker) - tolerance) / reach <= (limits.get(attacker) ?? limit);
    const before = this.count;
    if (!this.#open && (by - tolerance) / reach <= limit) {
      const special = new Set([...limits.keys(), ...this.#demands.keys()]);
      this.#open = new Set([...special].filter((one) => !this.#closed.has(one) && !stands(one)));
    } else
      for (const attacker of this.#open ?? this.#demands.keys()) if (stands(attacker)) this.close(attacker);
    if (this.count < before) this.by.add(alternative);
    return this.count < before;
  }

  leansOn(alternatives: ReadonlySet<Alternative>): boolean {
    for (const one of this.by) if (alternatives.has(one)) return true;
    return false;
  }
}
