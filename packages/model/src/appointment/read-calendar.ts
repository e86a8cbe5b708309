import { isCalendarDate, shiftDate } from "../calendar/index.ts";
import { quarterMs, type Span } from "./quarter.ts";
import { listDays, type RepeatRule, readRule } from "./read-rule.ts";
import { instantOf, isZone } from "./zone.ts";

/** What a calendar file says of busy hours; `unread` are entries that are left out because they are not understood. */
export type ReadCalendar = {
  readonly busy: readonly Span[];
  readonly read: number;
  readonly unread: readonly { readonly entry: number; readonly why: "zone" | "rule" | "time" }[];
};

type Line = { readonly name: string; readonly params: ReadonlyMap<string, string>; readonly value: string };
type Entry = { readonly kind: string; readonly lines: readonly Line[] };
/** A time as it is written: of a clock of a zone, or an instant, or a whole day. */
type Stamp = {
  readonly day: string;
  readonly second: number;
  readonly zone: string;
  readonly whole: boolean;
};

/**
 * Busy hours between two quarters from an iCalendar file (RFC 5545): VFREEBUSY and VEVENT, with what repeats. Times without a zone and whole
 * days are those of `zone`. Null where the text is no calendar. Titles are not looked at. [AP1]
 */
export function readCalendar(text: string, zone: string, window: Span): ReadCalendar | null {
  const entries = listEntries(text);
  if (!entries) return null;
  const busy: Span[] = [];
  const unread: { entry: number; why: "zone" | "rule" | "time" }[] = [];
  const changed = listChanged(entries, zone);
  for (const [at, entry] of entries.entries()) {
    const spans = entry.kind === "VFREEBUSY" ? readPeriods(entry) : readEvent(entry, zone, window, changed);
    if (typeof spans === "string") unread.push({ entry: at + 1, why: spans });
    else busy.push(...spans.filter(({ from, to }) => from < window.to && to > window.from));
  }
  return { busy, read: entries.length - unread.length, unread };
}

function listEntries(text: string): Entry[] | null {
  const lines = text
    .replaceAll(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .map(toLine);
  if (lines[0]?.name !== "BEGIN" || lines[0].value !== "VCALENDAR") return null;
  const entries: Entry[] = [];
  const open: { kind: string; lines: Line[] }[] = [];
  for (const line of lines) {
    if (line.name === "BEGIN") open.push({ kind: line.value, lines: [] });
    else if (line.name === "END") {
      const done = open.pop();
      if (done?.kind !== line.value) return null;
      if (done.kind === "VEVENT" || done.kind === "VFREEBUSY") entries.push(done);
    } else open.at(-1)?.lines.push(line);
  }
  return open.length === 0 ? entries : null;
}

function toLine(text: string): Line {
  const colon = text.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [name = "", ...params] = text.slice(0, Math.max(0, colon)).split(";");
  const pairs = params.map((param) => param.split("=", 2) as [string, string]);
  return {
    name: name.toUpperCase().replace("\uFEFF", ""),
    params: new Map(pairs.map(([key, value = ""]) => [key.toUpperCase(), value.replaceAll('"', "")])),
    value: text.slice(colon + 1).trim(),
  };
}

const lineOf = ({ lines }: Entry, name: string) => lines.find((line) => line.name === name);

/** Windows names of zones that its calendars write; the others are left out by name, not guessed. */
const windowsZones: ReadonlyMap<string, string> = new Map([
  ["China Standard Time", "Asia/Shanghai"],
  ["Tokyo Standard Time", "Asia/Tokyo"],
  ["Korea Standard Time", "Asia/Seoul"],
  ["Singapore Standard Time", "Asia/Singapore"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["Romance Standard Time", "Europe/Paris"],
  ["Central Europe Standard Time", "Europe/Budapest"],
  ["GMT Standard Time", "Europe/London"],
  ["Eastern Standard Time", "America/New_York"],
  ["Central Standard Time", "America/Chicago"],
  ["Pacific Standard Time", "America/Los_Angeles"],
  ["Pacific SA Standard Time", "America/Santiago"],
  ["Argentina Standard Time", "America/Buenos_Aires"],
  ["AUS Eastern Standard Time", "Australia/Sydney"],
  ["W. Australia Standard Time", "Australia/Perth"],
]);

function readStamp(value: string, tzid: string | undefined, zone: string): Stamp | "zone" | "time" {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(value);
  if (!match) return "time";
  const [, year, month, day, hour, minute, second, utc] = match;
  if (!isCalendarDate(`${year}-${month}-${day}`)) return "time";
  const named = utc ? "UTC" : tzid ? (windowsZones.get(tzid) ?? tzid) : zone;
  if (!isZone(named)) return "zone";
  return {
    day: `${year}-${month}-${day}`,
    second: Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0),
    zone: named,
    whole: hour === undefined,
  };
}

const stampOf = (line: Line, zone: string) => readStamp(line.value, line.params.get("TZID"), zone);
const toInstant = ({ zone, day, second }: Stamp) => instantOf(zone, day, second).getTime();

/** Seconds of a DURATION, or null. */
function readDuration(text: string): number | null {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((n) => Number(n ?? 0));
  return (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

const toSpan = (start: number, end: number): Span => ({
  from: Math.floor(start / quarterMs),
  to: Math.ceil(end / quarterMs),
});

function readPeriods(entry: Entry): Span[] | "time" {
  const lines = entry.lines.filter(
    ({ name, params }) => name === "FREEBUSY" && params.get("FBTYPE")?.toUpperCase() !== "FREE",
  );
  const spans: Span[] = [];
  for (const period of lines.flatMap(({ value }) => value.split(","))) {
    const [start = "", end = ""] = period.split("/");
    const from = readStamp(start, undefined, "UTC");
    const to = end.startsWith("P") ? readDuration(end) : readStamp(end, undefined, "UTC");
    if (typeof from === "string" || to === null || typeof to === "string") return "time";
    const begin = toInstant(from);
    spans.push(toSpan(begin, typeof to === "number" ? begin + to * 1000 : toInstant(to)));
  }
  return spans;
}

/** Single dates of a repeated entry that another entry says anew. */
function listChanged(entries: readonly Entry[], zone: string): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      const line = lineOf(entry, "RECURRENCE-ID");
      const stamp = line ? stampOf(line, zone) : "time";
      return typeof stamp === "string" ? [] : [`${lineOf(entry, "UID")?.value} ${toInstant(stamp)}`];
    }),
  );
}

function readEvent(
  entry: Entry,
  zone: string,
  window: Span,
  changed: ReadonlySet<string>,
): Span[] | "zone" | "rule" | "time" {
  const is = (name: string, value: string) => lineOf(entry, name)?.value.toUpperCase() === value;
  if (is("TRANSP", "TRANSPARENT") || is("STATUS", "CANCELLED")) return [];
  const [begin, end] = [lineOf(entry, "DTSTART"), lineOf(entry, "DTEND")];
  const start = begin ? stampOf(begin, zone) : "time";
  const stop = end ? stampOf(end, zone) : null;
  const duration = lineOf(entry, "DURATION");
  const lasts = duration ? readDuration(duration.value) : null;
  if (typeof start === "string") return start;
  if (typeof stop === "string") return stop;
  if (duration && lasts === null) return "time";
  const repeat = lineOf(entry, "RRULE");
  const rule = repeat ? readRule(repeat.value) : null;
  if ((repeat && !rule) || lineOf(entry, "RDATE")) return "rule";
  const daysLong = stop ? (Date.parse(stop.day) - Date.parse(start.day)) / 86_400_000 : 0;
  const endOf = (day: string): number => {
    if (stop) return toInstant({ ...stop, day: shiftDate(day, daysLong) });
    if (lasts !== null) return toInstant({ ...start, day }) + lasts * 1000;
    return toInstant({ ...start, day: shiftDate(day, start.whole ? 1 : 0) });
  };
  const left = new Set(readLeft(entry, zone));
  const uid = lineOf(entry, "UID")?.value;
  return listStarts(start, rule, window)
    .map((day) => ({ day, at: toInstant({ ...start, day }) }))
    .filter(({ at }) => !left.has(at) && (!rule || !changed.has(`${uid} ${at}`)))
    .map(({ day, at }) => toSpan(at, endOf(day)));
}

/** The days on which an entry begins; one that began before the window may still last. */
function listStarts(start: Stamp, rule: RepeatRule | null, window: Span): string[] {
  if (!rule) return [start.day];
  const until = rule.until ? readStamp(rule.until, undefined, start.zone) : null;
  const limit =
    until && typeof until !== "string" ? toInstant(until) + (until.whole ? 86_399_999 : 0) : Infinity;
  const last = new Date(window.to * quarterMs + 86_400_000).toISOString().slice(0, 10);
  return [...listDays(rule, start.day, last)].filter((day) => toInstant({ ...start, day }) <= limit);
}

/** Single dates that an entry leaves out. */
function* readLeft(entry: Entry, zone: string): Generator<number> {
  for (const line of entry.lines)
    if (line.name === "EXDATE")
      for (const value of line.value.split(",")) {
        const stamp = readStamp(value, line.params.get("TZID"), zone);
        if (typeof stamp !== "string") yield toInstant(stamp);
      }
}
