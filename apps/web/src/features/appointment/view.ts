import {
  type Quarter,
  quarterAt,
  type Span,
  toQuarters,
  toSpans,
  type WeekCell,
  wallTimeOf,
  weekOf,
} from "@lilink/model/appointment";
import { shiftDate, weekdayOf } from "@lilink/model/calendar";
import type { Tone } from "@lilink/ui";
import type { Call } from "./queries.ts";

export const callTones = {
  proposed: "info",
  agreed: "success",
  over: "neutral",
  cancelled: "neutral",
  lapsed: "warning",
} as const satisfies Readonly<Record<Call["state"], Tone>>;

/** What may still be marked. */
export type Window = { readonly from: Quarter; readonly to: Quarter };
export const toWindow = (now: Date, until: Date): Window => ({
  from: quarterAt(now) + 1,
  to: quarterAt(until),
});

/** The Monday of the week that is so many weeks after that of today, as a clock of the zone shows it. */
export function mondayOf(zone: string, now: Date, weeks: number): string {
  const { day } = wallTimeOf(zone, quarterAt(now));
  return shiftDate(day, -((weekdayOf(day) + 6) % 7) + 7 * weeks);
}

/** How much of an hour is marked; an hour that is past or too far ahead is closed. */
export type CellMark = "closed" | "none" | "part" | "all";

const openOf = (cell: WeekCell, { from, to }: Window) =>
  cell.quarters.filter((one) => one >= from && one < to);

export function markOf(cell: WeekCell, marked: ReadonlySet<Quarter>, window: Window): CellMark {
  const open = openOf(cell, window);
  if (open.length === 0) return "closed";
  const count = open.filter((quarter) => marked.has(quarter)).length;
  return count === 0 ? "none" : count === open.length ? "all" : "part";
}

/** The hours with one marked as a whole, or cleared where it was marked. */
export function toggle(cell: WeekCell, marked: ReadonlySet<Quarter>, window: Window): ReadonlySet<Quarter> {
  const isMarked = markOf(cell, marked, window) === "all";
  const rest = new Set(marked);
  for (const quarter of openOf(cell, window)) isMarked ? rest.delete(quarter) : rest.add(quarter);
  return rest;
}

/** Nine to five on the working days of a week, as far as they are open. */
export function usualHours(zone: string, monday: string, window: Window): readonly Quarter[] {
  return weekOf(zone, monday, 5)
    .filter(({ hour }) => hour >= 9 && hour < 17)
    .flatMap((cell) => openOf(cell, window));
}

/** Hours that are marked, to a quarter. */
export const hoursOf = (marked: ReadonlySet<Quarter>): number => marked.size / 4;

/** Hours that were saved. */
export const countHours = (free: readonly Span[]): number => toQuarters(free).length / 4;

export const toMarked = (free: readonly Span[], { from }: Window): ReadonlySet<Quarter> =>
  new Set(toQuarters(free).filter((quarter) => quarter >= from));

export const toFree = (marked: ReadonlySet<Quarter>): Span[] => toSpans(marked);
