import type { Pair } from "./timetable-case.ts";

export const none = -1;

/** Who sits where when: the meeting of each party in each slot, and how many tables a slot has taken. Slots count from 0 here. */
export class Grid {
  readonly meetings: readonly Pair[];
  readonly slots: number;
  readonly slotOf: Int32Array;
  readonly load: Int32Array;
  readonly #held: Int32Array;

  constructor(parties: number, meetings: readonly Pair[], slots: number) {
    this.meetings = meetings;
    this.slots = slots;
    this.slotOf = new Int32Array(meetings.length).fill(none);
    this.load = new Int32Array(slots);
    this.#held = new Int32Array(parties * slots).fill(none);
  }

  at(party: number, slot: number): number {
    return this.#held[party * this.slots + slot] as number;
  }

  put(meeting: number, slot: number): void {
    const [a, b] = this.meetings[meeting] as Pair;
    const old = this.slotOf[meeting] as number;
    if (old !== none) {
      if (this.at(a, old) === meeting) this.#held[a * this.slots + old] = none;
      if (this.at(b, old) === meeting) this.#held[b * this.slots + old] = none;
      this.load[old] = (this.load[old] as number) - 1;
    }
    this.slotOf[meeting] = slot;
    if (slot === none) return;
    this.#held[a * this.slots + slot] = meeting;
    this.#held[b * this.slots + slot] = meeting;
    this.load[slot] = (this.load[slot] as number) + 1;
  }

  /** The first slot in which a party is free, or none. */
  freeAt(party: number): number {
    for (let slot = 0; slot < this.slots; slot++) if (this.at(party, slot) === none) return slot;
    return none;
  }

  /** The meetings that must change between two slots together when one of them does. */
  chainOf(meeting: number, one: number, other: number): readonly number[] {
    const chain = [meeting];
    const seen = new Set(chain);
    for (let at = 0; at < chain.length; at++) {
      const here = chain[at] as number;
      const to = this.slotOf[here] === one ? other : one;
      for (const party of this.meetings[here] as Pair) {
        const next = this.at(party, to);
        if (next !== none && !seen.has(next)) {
          seen.add(next);
          chain.push(next);
        }
      }
    }
    return chain;
  }

  /** Turns a chain round; each of it goes to the other of the two slots. */
  turn(chain: readonly number[], one: number, other: number): void {
    const targets = chain.map((meeting) => (this.slotOf[meeting] === one ? other : one));
    for (const meeting of chain) this.put(meeting, none);
    for (const [at, meeting] of chain.entries()) this.put(meeting, targets[at] as number);
  }

  /** How much a chain adds to the load of the second slot. */
  shiftOf(chain: readonly number[], one: number): number {
    const from = chain.filter((meeting) => this.slotOf[meeting] === one).length;
    return from - (chain.length - from);
  }
}

/** Moves chains from full slots to empty ones until no slot has more meetings than tables; it always ends where all fit. [TT2] */
export function balance(grid: Grid, tables: number): boolean {
  const { load, slots } = grid;
  for (;;) {
    let [most, fewest] = [0, 0];
    for (let slot = 1; slot < slots; slot++) {
      if ((load[slot] as number) > (load[most] as number)) most = slot;
      if ((load[slot] as number) < (load[fewest] as number)) fewest = slot;
    }
    if ((load[most] as number) <= tables) return true;
    if ((load[most] as number) - (load[fewest] as number) < 2) return false;
    const chain = grid.slotOf.reduce<readonly number[] | null>((found, slot, meeting) => {
      if (found || slot !== most) return found;
      const one = grid.chainOf(meeting, most, fewest);
      return grid.shiftOf(one, most) === 1 ? one : null;
    }, null);
    if (!chain) return false;
    grid.turn(chain, most, fewest);
  }
}
