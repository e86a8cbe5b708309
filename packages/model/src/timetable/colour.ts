import { Grid, none } from "./grid.ts";
import type { Pair } from "./timetable-case.ts";

/**
 * Gives meetings slots so that no party sits in two at once, where two sides meet: as many slots as the busiest party has meetings are always
 * enough (Kőnig). Null where the slots do not suffice. [TT2]
 */
export function colourSides(parties: number, meetings: readonly Pair[], slots: number): Grid | null {
  const grid = new Grid(parties, meetings, slots);
  for (const [meeting, [a, b]] of meetings.entries()) {
    const [freeA, freeB] = [grid.freeAt(a), grid.freeAt(b)];
    if (freeA === none || freeB === none) return null;
    if (freeA !== freeB && grid.at(b, freeA) !== none) {
      const blocking = grid.at(b, freeA);
      grid.turn(grid.chainOf(blocking, freeA, freeB), freeA, freeB);
    }
    grid.put(meeting, freeA);
  }
  return grid;
}

/**
 * The same where anybody may meet anybody: meetings are placed one by one; what does not fit turns chains of two slots until it does. With one
 * slot more than the busiest party has meetings this ends for simple graphs (Vizing); with fewer it may give up. [TT3]
 * @param random 0 to 1, from outside
 */
export function colourAny(
  parties: number,
  meetings: readonly Pair[],
  slots: number,
  random: () => number,
  tries = 60,
): Grid | null {
  for (let attempt = 0; attempt < tries; attempt++) {
    const grid = new Grid(parties, meetings, slots);
    const order = shuffle(meetings.length, random);
    if (order.every((meeting) => placeAny(grid, meeting, random))) return grid;
  }
  return null;
}

function shuffle(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

function freeSlots(grid: Grid, party: number): readonly number[] {
  return Array.from({ length: grid.slots }, (_, slot) => slot).filter(
    (slot) => grid.at(party, slot) === none,
  );
}

function placeAny(grid: Grid, meeting: number, random: () => number): boolean {
  const [a, b] = grid.meetings[meeting] as Pair;
  for (let step = 0; step < 200; step++) {
    const [freeA, freeB] = [freeSlots(grid, a), freeSlots(grid, b)];
    const shared = freeA.find((slot) => freeB.includes(slot));
    if (shared !== undefined) {
      grid.put(meeting, shared);
      return true;
    }
    if (freeA.length === 0 || freeB.length === 0) return false;
    if (turnApart(grid, b, freeA, freeB, a)) continue;
    // No chain helps at once: another part of the timetable is turned, which opens other chains.
    const one = Math.floor(random() * grid.slots);
    const other = Math.floor(random() * grid.slots);
    const seat = grid.slotOf.indexOf(one);
    if (one !== other && seat >= 0) grid.turn(grid.chainOf(seat, one, other), one, other);
  }
  return false;
}

/** Turns a chain at the second party that does not reach the first, so that both are free in one slot. */
function turnApart(
  grid: Grid,
  party: number,
  freeA: readonly number[],
  freeB: readonly number[],
  first: number,
): boolean {
  for (const slotA of freeA)
    for (const slotB of freeB) {
      const chain = grid.chainOf(grid.at(party, slotA), slotA, slotB);
      if (chain.some((one) => (grid.meetings[one] as Pair).includes(first))) continue;
      grid.turn(chain, slotA, slotB);
      return true;
    }
  return false;
}

const mostTried = 60;
const mostSteps = 200_000;

/**
 * Whether it is sure that meetings of anybody with anybody need more slots: every way is tried, of few meetings and for so many steps; else it
 * stays open. [TT3]
 */
export function cannotColour(parties: number, meetings: readonly Pair[], slots: number): boolean {
  if (meetings.length > mostTried || slots > 30) return false;
  const taken = new Int32Array(parties);
  const waiting = new Set(meetings.keys());
  const every = 2 ** slots - 1;
  let steps = 0;
  /** True where a way was found, false where there is none, null where the steps ran out. */
  const search = (used: number): boolean | null => {
    if (waiting.size === 0) return true;
    if (++steps > mostSteps) return null;
    let [tightest, fewest, open] = [none, Infinity, 0];
    for (const meeting of waiting) {
      const [a, b] = meetings[meeting] as Pair;
      const free = every & ~((taken[a] as number) | (taken[b] as number));
      const count = bitsOf(free);
      if (count < fewest) [tightest, fewest, open] = [meeting, count, free];
    }
    const [a, b] = meetings[tightest] as Pair;
    waiting.delete(tightest);
    // Slots that nobody has yet are all alike: one of them is enough.
    for (let slot = 0; slot < Math.min(slots, used + 1); slot++) {
      const bit = 1 << slot;
      if (!(open & bit)) continue;
      taken[a] = (taken[a] as number) | bit;
      taken[b] = (taken[b] as number) | bit;
      const found = search(Math.max(used, slot + 1));
      taken[a] = (taken[a] as number) & ~bit;
      taken[b] = (taken[b] as number) & ~bit;
      if (found !== false) {
        waiting.add(tightest);
        return found;
      }
    }
    waiting.add(tightest);
    return false;
  };
  return search(0) === false;
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
