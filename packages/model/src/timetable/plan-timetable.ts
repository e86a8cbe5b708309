import { cannotColour, colourAny, colourSides } from "./colour.ts";
import { balance, none } from "./grid.ts";
import { idleOf, tighten } from "./idle.ts";
import { type Placed, placeAvailable } from "./place-available.ts";
import {
  lowerBoundOf,
  mayTake,
  requireTimetable,
  sidesOf,
  type Timetable,
  type TimetableCase,
} from "./timetable-case.ts";

export type PlanOptions = {
  /** 0 to 1, from outside: the same numbers give the same timetable. */
  readonly random: () => number;
  /** Chains that are looked at to make days denser. */
  readonly moves?: number;
};

/**
 * A timetable with as few slots as can be, or, where slots or availability are limited, with as many meetings as can be; then with as little
 * waiting as a search finds. It says what bounds it and whether the bound is reached. [TT1] [TT2] [TT3] [TT5]
 * @throws LilinkError INVALID_INPUT for a broken case
 */
export function planTimetable(given: TimetableCase, { random, moves = 400_000 }: PlanOptions): Timetable {
  requireTimetable(given);
  const placed = placeOpen(given, random) ?? placeAvailable(given, random);
  const { parties, tables } = given;
  tighten(
    placed.grid,
    { parties, tables, mayTake: (meeting, slot) => mayTake(given, meeting, slot + 1) },
    random,
    moves,
  );
  return told(given, placed);
}

/** Everybody is always there: all meetings are placed, unless there are too few slots. */
function placeOpen({ available, slots: given, ...open }: TimetableCase, random: () => number): Placed | null {
  const { parties, meetings, tables } = open;
  if (available) return null;
  let bound = lowerBoundOf(open);
  const hasSides = sidesOf(parties, meetings) !== null;
  for (let slots = bound; slots <= Math.min(given ?? Infinity, bound * 2 + 1); slots++) {
    const grid = hasSides
      ? colourSides(parties, meetings, slots)
      : colourAny(parties, meetings, slots, random);
    if (grid && balance(grid, tables)) return { grid, most: meetings.length, codes: new Map(), bound };
    if (slots === bound && !hasSides && cannotColour(parties, meetings, slots)) bound += 1;
  }
  return null;
}

function told(given: TimetableCase, { grid, most, codes, bound = 0 }: Placed): Timetable {
  const { parties, tables } = given;
  const slotOf = [...grid.slotOf].map((slot) => slot + 1);
  const meetings = given.meetings.filter((_, at) => grid.slotOf[at] !== none);
  const slots = new Set(slotOf.filter((slot) => slot > 0)).size;
  const lowerBound = Math.max(bound, lowerBoundOf({ parties, meetings, tables }));
  const idle = Array.from({ length: parties }, (_, party) => idleOf(grid, party));
  // Where availability or slots are limited, the aim is to place meetings; else to need few slots.
  const isLimited = given.available !== undefined || given.slots !== undefined;
  return {
    slotOf,
    slots,
    lowerBound,
    proven: meetings.length === most && (isLimited || slots === lowerBound),
    unplaced: slotOf.flatMap((slot, meeting) =>
      slot === 0 ? [{ meeting, code: codes.get(meeting) ?? ("no_room" as const) }] : [],
    ),
    sumIdle: idle.reduce((sum, one) => sum + one, 0),
    maxIdle: Math.max(0, ...idle),
  };
}
