import { shiftDate } from "../calendar/index.ts";
import { type Quarter, quarterAt, startOf } from "./quarter.ts";

/** What a clock on the wall shows: the day, and the minute of the day. */
export type WallTime = { readonly day: string; readonly minute: number };

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(zone, clock);
  return clock;
}

/** Whether a text names a time zone of the platform. @example isZone("Asia/Shanghai") // true */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a clock of a zone shows at the start of a quarter.
 * @example wallTimeOf("Asia/Shanghai", quarterAt(new Date("2026-12-01T01:00Z"))) // { day: "2026-12-01", minute: 540 }
 */
export function wallTimeOf(zone: string, quarter: Quarter): WallTime {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(startOf(quarter))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    minute: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/** No zone is further from UTC than this. */
const furthest = 15 * 4;

/**
 * The quarters during which a clock shows a day from one minute to another, `to` not included. An hour that is left out in spring has none;
 * one that is repeated in autumn has both.
 * @example quartersOf("Europe/Berlin", "2026-03-29", 120, 180) // []
 */
export function quartersOf(zone: string, day: string, from: number, to: number): Quarter[] {
  const near = quarterAt(new Date(`${day}T00:00:00Z`));
  const found: Quarter[] = [];
  for (let at = near - furthest + Math.floor(from / 15); at < near + furthest + Math.ceil(to / 15); at += 1) {
    const wall = wallTimeOf(zone, at);
    if (wall.day === day && wall.minute >= from && wall.minute < to) found.push(at);
  }
  return found;
}

/** One hour of a week on the wall, with the quarters in it: 4, fewer or more on a day on which clocks change. */
export type WeekCell = { readonly day: string; readonly hour: number; readonly quarters: readonly Quarter[] };

/**
 * The hours of days that follow one another: every quarter of these days is in exactly one cell. [AP1]
 * @example weekOf("Asia/Shanghai", "2026-11-30").length // 168
 */
export function weekOf(zone: string, firstDay: string, days = 7): WeekCell[] {
  const cells = new Map<string, { day: string; hour: number; quarters: Quarter[] }>();
  for (let at = 0; at < days; at += 1) {
    const day = shiftDate(firstDay, at);
    for (let hour = 0; hour < 24; hour += 1) cells.set(`${day} ${hour}`, { day, hour, quarters: [] });
  }
  const begin = quarterAt(new Date(`${firstDay}T00:00:00Z`)) - furthest;
  for (let quarter = begin; quarter < begin + 2 * furthest + days * 96; quarter += 1) {
    const { day, minute } = wallTimeOf(zone, quarter);
    cells.get(`${day} ${Math.floor(minute / 60)}`)?.quarters.push(quarter);
  }
  return [...cells.values()];
}

/** How far a clock of a zone is ahead of UTC, in milliseconds, where transitions are at quarters. */
function offsetOf(zone: string, instant: number): number {
  const quarter = quarterAt(new Date(instant));
  const { day, minute } = wallTimeOf(zone, quarter);
  return Date.parse(`${day}T00:00:00Z`) + minute * 60_000 - startOf(quarter).getTime();
}

const dayMs = 86_400_000;

/**
 * When a clock of a zone shows a day and a second of it. A time that comes twice is the first; one that is left out is counted on from
 * before, as RFC 5545 has it.
 * @example instantOf("Asia/Shanghai", "2026-12-01", 9 * 3600).toISOString() // "2026-12-01T01:00:00.000Z"
 */
export function instantOf(zone: string, day: string, second: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + second * 1000;
  const [before, after] = [offsetOf(zone, wall - dayMs), offsetOf(zone, wall + dayMs)];
  const isShown = (offset: number) => offsetOf(zone, wall - offset) === offset;
  return new Date(wall - (!isShown(before) && isShown(after) ? after : before));
}
