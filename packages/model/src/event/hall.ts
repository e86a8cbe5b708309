import { shiftDate } from "../calendar/shanghai-date.ts";
import { toInputError } from "../error/index.ts";

/** One slot: its day, its minutes since midnight, and whether a break or a night lies before it. Slots count from 0. */
export type Slot = {
  readonly day: string;
  readonly from: number;
  readonly until: number;
  readonly rested: boolean;
};

/** A room of tables that are counted from 0; a zone is a row of them, and tables of a row stand side by side. */
export type Hall = {
  readonly slots: readonly Slot[];
  readonly tables: number;
  readonly zones: number;
  /** Whether the pause between two slots is enough to walk to another zone. */
  readonly walks: boolean;
  readonly mostInRow: number;
};

/** A firm: how many meetings it takes at most, and in which slots each of its people can sit; null is every slot. */
export type Guest = {
  readonly most: number;
  readonly delegates: readonly {
    readonly slots: readonly number[] | null;
    readonly topics: readonly string[];
    readonly languages: readonly string[];
  }[];
};

/** Two firms that want to meet, by their numbers, and how much, 0 to 1. */
export type Wish = { readonly a: number; readonly b: number; readonly value: number };

export type HallCase = {
  readonly hall: Hall;
  readonly guests: readonly Guest[];
  readonly wishes: readonly Wish[];
  /** Pairs of firms that compete, as `${smaller} ${larger}`. */
  readonly rivals: ReadonlySet<string>;
};

/** Where a wish is met: slot, table, and which person of each side sits there. */
export type Seat = {
  readonly slot: number;
  readonly table: number;
  readonly a: number;
  readonly b: number;
};

/** Why a wish has no seat. [EV7] */
export const unseatedCodes = [
  "cap",
  "no_common_slot",
  "no_table",
  "in_a_row",
  "rivals_beside",
  "busy",
] as const;
export type UnseatedCode = (typeof unseatedCodes)[number];

export type HallHours = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensAt: string;
  readonly slotMinutes: number;
  readonly gapMinutes: number;
  /** Slots of one day. */
  readonly slots: number;
  readonly breakAfter: number | null;
  readonly breakMinutes: number | null;
};

export type HoursFault = {
  readonly field: "endsOn" | "slots";
  readonly rule: "dateTooFar" | "tooLarge";
  readonly params: { readonly max: string | number };
};

const mostDays = 7;

/** What keeps an event from having slots: more than seven days, or a day that ends after midnight. [EV1] */
export function faultOfHours(hours: HallHours): HoursFault | null {
  const latest = shiftDate(hours.startsOn, mostDays - 1);
  if (hours.endsOn > latest) return { field: "endsOn", rule: "dateTooFar", params: { max: latest } };
  const most = hoursOfDay({ ...hours, slots: 30 }).filter(({ until }) => until <= 1440).length;
  return hours.slots > most ? { field: "slots", rule: "tooLarge", params: { max: most } } : null;
}

/**
 * The slots of an event, day after day. [EV1]
 * @throws LilinkError INVALID_INPUT for hours that `faultOfHours` finds fault with
 * @example listSlots({ startsOn: "2026-12-01", endsOn: "2026-12-01", opensAt: "09:00", slotMinutes: 20, gapMinutes: 5, slots: 2, … })[1].from // 565
 */
export function listSlots(hours: HallHours): readonly Slot[] {
  const fault = faultOfHours(hours);
  if (fault) throw toInputError([fault]);
  const oneDay = hoursOfDay(hours);
  return Array.from({ length: mostDays }, (_, day) => shiftDate(hours.startsOn, day))
    .filter((day) => day <= hours.endsOn)
    .flatMap((day) => oneDay.map((slot) => ({ day, ...slot })));
}

function hoursOfDay(hours: HallHours): readonly Omit<Slot, "day">[] {
  const [hour = 0, minute = 0] = hours.opensAt.split(":").map(Number);
  const pauseAfter = hours.breakAfter || null;
  return Array.from({ length: hours.slots }, (_, at) => {
    const paused = pauseAfter !== null && at >= pauseAfter;
    const from =
      hour * 60 +
      minute +
      at * (hours.slotMinutes + hours.gapMinutes) +
      (paused ? Math.max(0, (hours.breakMinutes ?? 0) - hours.gapMinutes) : 0);
    return { from, until: from + hours.slotMinutes, rested: at === 0 || at === pauseAfter };
  });
}

/** The instant of a minute of a day in Beijing. @example toInstant("2026-12-01", 540) // 2026-12-01T01:00:00Z */
export function toInstant(day: string, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);
}

/** The zone of a table: rows of as equal length as can be. @example zoneOf({ tables: 12, zones: 3 }, 4) // 1 */
export function zoneOf({ tables, zones }: Pick<Hall, "tables" | "zones">, table: number): number {
  return Math.min(zones - 1, Math.floor((table * zones) / tables));
}

/** The key of a pair of firms in the set of rivals. */
export function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** How much both sides want a meeting: the harmonic mean of two strengths of 1 to 3, over 3. @example worthOf(3, 1) // 0.5 */
export function worthOf(one: number, other: number): number {
  return (2 * one * other) / (one + other) / 3;
}

/**
 * What can never be planned: no table, no slot, a wish of a firm for itself or for nobody.
 * @throws LilinkError INVALID_INPUT that names the field
 */
export function requireHallCase({ hall, guests, wishes }: HallCase): void {
  if (!(hall.tables >= 1)) throw toInputError([{ field: "tables", rule: "tooSmall", params: { min: 1 } }]);
  if (hall.slots.length === 0) throw toInputError([{ field: "slots", rule: "tooSmall", params: { min: 1 } }]);
  for (const [at, { a, b }] of wishes.entries()) {
    if (!guests[a] || !guests[b]) throw toInputError([{ field: `wishes.${at}`, rule: "notInList" }]);
    if (a === b) throw toInputError([{ field: `wishes.${at}`, rule: "impossible" }]);
  }
}
