import { type Grid, none } from "./grid.ts";
import type { Pair } from "./timetable-case.ts";

/** Slots between the first and the last meeting of a party in which it sits alone. [TT4] */
export function idleOf(grid: Grid, party: number): number {
  let [first, last, held] = [none, none, 0];
  for (let slot = 0; slot < grid.slots; slot++) {
    if (grid.at(party, slot) === none) continue;
    if (first === none) first = slot;
    last = slot;
    held += 1;
  }
  return held === 0 ? 0 : last - first + 1 - held;
}

export type IdleRules = {
  readonly parties: number;
  readonly tables: number;
  readonly mayTake: (meeting: number, slot: number) => boolean;
};

/**
 * Makes days denser: a chain of two slots is turned where tables and availability allow it and nobody waits longer in sum; at first also where
 * it costs a little, so that the search does not stop at the first dead end. [TT4]
 * @param moves how many chains are looked at; the same moves give the same timetable
 */
export function tighten(
  grid: Grid,
  { parties, tables, mayTake }: IdleRules,
  random: () => number,
  moves: number,
): void {
  const count = grid.meetings.length;
  if (count === 0 || grid.slots < 2) return;
  const idle = Int32Array.from({ length: parties }, (_, party) => idleOf(grid, party));
  for (let move = 0; move < moves; move++) {
    const meeting = Math.floor(random() * count);
    const from = grid.slotOf[meeting] as number;
    const to = Math.floor(random() * grid.slots);
    if (from === none || to === from) continue;
    const chain = grid.chainOf(meeting, from, to);
    const shift = grid.shiftOf(chain, from);
    if ((grid.load[to] as number) + shift > tables || (grid.load[from] as number) - shift > tables) continue;
    if (!chain.every((one) => mayTake(one, grid.slotOf[one] === from ? to : from))) continue;
    const touched = new Set(chain.flatMap((one) => [...(grid.meetings[one] as Pair)]));
    let before = 0;
    for (const party of touched) before += costOf(idle[party] as number);
    grid.turn(chain, from, to);
    let after = 0;
    for (const party of touched) after += costOf(idleOf(grid, party));
    const heat = 4 * (1 - move / moves) ** 2;
    if (after <= before || (heat > 0.01 && random() < Math.exp((before - after) / heat)))
      for (const party of touched) idle[party] = idleOf(grid, party);
    else grid.turn(chain, from, to);
  }
}

/** A long wait of one party counts more than the same wait of several. */
const costOf = (idle: number) => idle + idle * idle * 0.05;
