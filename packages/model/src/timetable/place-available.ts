import { Grid, none } from "./grid.ts";
import { largestFlow } from "./most-placed.ts";
import { mayTake, type Pair, type TimetableCase, type UnplacedCode } from "./timetable-case.ts";

export type Placed = {
  readonly grid: Grid;
  /** No timetable places more. */
  readonly most: number;
  readonly codes: ReadonlyMap<number, UnplacedCode>;
  /** Slots that are needed, where more is known than the lower bound says. */
  readonly bound?: number;
};

const rounds = 40;

/**
 * Places as many meetings as it can where not everybody is always there. A meeting without a free slot pushes out what is in its way, and that
 * looks for another place; what was pushed out often is left alone for a while. [TT5]
 */
export function placeAvailable(given: TimetableCase, random: () => number): Placed {
  const { parties, meetings, tables } = given;
  const last = given.slots ?? Math.max(0, ...[...(given.available?.values() ?? [])].flat(), meetings.length);
  const grid = new Grid(parties, meetings, last);
  const choices = meetings.map((_, meeting) =>
    Array.from({ length: last }, (_one, slot) => slot).filter((slot) => mayTake(given, meeting, slot + 1)),
  );
  const codes = new Map<number, UnplacedCode>();
  for (const [meeting, slots] of choices.entries())
    if (slots.length === 0) codes.set(meeting, "no_common_slot");
  const most = mostPlaced(given, choices, last);
  const order = meetings.map((_, at) => at).filter((at) => !codes.has(at));
  order.sort((a, b) => (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0));
  let waiting = order.filter((meeting) => !placeFree(grid, meeting, choices[meeting] ?? [], tables));
  let best = Int32Array.from(grid.slotOf);
  let bestCount = order.length - waiting.length;
  const pushed = new Int32Array(meetings.length);
  for (let round = 0; round < rounds * meetings.length && waiting.length > 0 && bestCount < most; round++) {
    const meeting = waiting.shift() as number;
    if (placeFree(grid, meeting, choices[meeting] ?? [], tables)) {
      if (order.length - waiting.length > bestCount) {
        bestCount = order.length - waiting.length;
        best = Int32Array.from(grid.slotOf);
      }
      continue;
    }
    const out = pushOut(grid, meeting, choices[meeting] ?? [], tables, pushed, random);
    waiting = [...waiting, ...out];
  }
  for (const meeting of order) grid.put(meeting, none);
  for (const [meeting, slot] of best.entries()) if (slot !== none) grid.put(meeting, slot);
  return { grid, most, codes };
}

function placeFree(grid: Grid, meeting: number, choices: readonly number[], tables: number): boolean {
  const [a, b] = grid.meetings[meeting] as Pair;
  const slot = choices.find(
    (one) => grid.at(a, one) === none && grid.at(b, one) === none && (grid.load[one] as number) < tables,
  );
  if (slot === undefined) return false;
  grid.put(meeting, slot);
  return true;
}

/** Takes the slot where what stands in the way was pushed out least often. */
function pushOut(
  grid: Grid,
  meeting: number,
  choices: readonly number[],
  tables: number,
  pushed: Int32Array,
  random: () => number,
): readonly number[] {
  const [a, b] = grid.meetings[meeting] as Pair;
  const options = choices.map((slot) => {
    const out = new Set([grid.at(a, slot), grid.at(b, slot)].filter((one) => one !== none));
    if (out.size === 0 && (grid.load[slot] as number) >= tables) {
      const seated = [...grid.slotOf.keys()].filter((one) => grid.slotOf[one] === slot);
      out.add(seated[Math.floor(random() * seated.length)] as number);
    }
    const price = [...out].reduce((sum, one) => sum + 1 + (pushed[one] as number), 0);
    return { slot, out: [...out], price: price + random() };
  });
  const cheapest = options.reduce((best, one) => (one.price < best.price ? one : best));
  for (const one of cheapest.out) {
    pushed[one] = (pushed[one] as number) + 1;
    grid.put(one, none);
  }
  grid.put(meeting, cheapest.slot);
  return cheapest.out;
}

/** Meetings that can be placed at most: as a flow to slots with their tables, and for each party alone. The smaller of both. */
function mostPlaced(
  { parties, meetings, tables }: TimetableCase,
  choices: readonly (readonly number[])[],
  slots: number,
): number {
  const all = meetings.map((_, at) => at);
  const byTables = largestFlow(all, choices, slots, () => tables);
  const lost = Array.from({ length: parties }, (_, party) => {
    const own = all.filter((at) => (meetings[at] as Pair).includes(party));
    return own.length - largestFlow(own, choices, slots, () => 1);
  });
  // A meeting that is lost is the loss of both its parties where both must lose one.
  const isShort = (party: number) => (lost[party] as number) > 0;
  const shared = Array.from({ length: parties }, () => 0);
  for (const [a, b] of meetings)
    if (isShort(a) && isShort(b)) {
      shared[a] = (shared[a] as number) + 1;
      shared[b] = (shared[b] as number) + 1;
    }
  const twice = lost.reduce((sum, one, party) => sum + Math.min(one, shared[party] as number), 0);
  const byParties = meetings.length - (lost.reduce((sum, one) => sum + one, 0) - Math.floor(twice / 2));
  return Math.min(byTables, byParties);
}
