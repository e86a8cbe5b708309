import { addWorkingDays, toShanghaiDate } from "../../calendar/index.ts";
import type { LicenceKind } from "../life/verb.ts";
import sets from "./data/reporting-deadlines.json" with { type: "json" };

/** Within how many working days a body reports what it took over, as the rules stood on the days of `[from, to)`. */
export type ReportingSet = {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly reading: "seen" | "reported";
  /** An officer compared it with the official text. */
  readonly isConfirmed: boolean;
  readonly note: string;
  readonly source: string;
  readonly deadlines: readonly {
    readonly article: number | null;
    readonly licence: LicenceKind | null;
    readonly workingDays: number;
  }[];
};

export const reportingSets = sets as readonly ReportingSet[];

/** What an officer read in the official text of a set: its first day and its working days by licence, `null` for everybody else. */
export type RuleReading = {
  readonly ruleSet: string;
  readonly from: string;
  readonly deadlines: readonly { readonly licence: LicenceKind | null; readonly workingDays: number }[];
};

/**
 * The sets as officers confirmed them, given the readings from the oldest: the last of each counts, and a set ends where the next begins.
 * [TR25]
 */
export function confirmedSets(readings: readonly RuleReading[]): readonly ReportingSet[] {
  if (readings.length === 0) return reportingSets;
  const last = new Map(readings.map((one) => [one.ruleSet, one]));
  const read = reportingSets
    .map((set): ReportingSet => {
      const reading = last.get(set.id);
      if (!reading) return set;
      const daysOf = (licence: LicenceKind | null) =>
        reading.deadlines.find((one) => one.licence === licence)?.workingDays;
      const deadlines = set.deadlines.map((one) => ({
        ...one,
        workingDays: daysOf(one.licence) ?? one.workingDays,
      }));
      return { ...set, from: reading.from, reading: "seen", isConfirmed: true, deadlines };
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return read.map((set, at) => ({ ...set, to: read[at + 1]?.from ?? null }));
}

const known = new Map<string, string>();

/**
 * By when a hand-over of a day must be confirmed, by the set in force on that day and the licence of whoever took over; null before the first
 * set. [TR17]
 * @example reportingDeadline("2026-09-28", (kind) => kind === "cascade") // { dueOn: "2026-10-23", rule: "traceability-2026", … }
 */
export function reportingDeadline(
  on: string,
  holds: (kind: LicenceKind) => boolean,
  sets: readonly ReportingSet[] = reportingSets,
): { readonly dueOn: string; readonly rule: string } | null {
  const set = sets.find(({ from, to }) => from <= on && (to === null || on < to));
  const found = set?.deadlines.find(({ licence }) => licence === null || holds(licence));
  if (!set || !found) return null;
  const key = `${on} ${found.workingDays}`;
  const dueOn = known.get(key) ?? countFrom(on, found.workingDays);
  if (known.size > 10_000) known.clear();
  known.set(key, dueOn);
  return { dueOn, rule: set.id };
}

function countFrom(on: string, workingDays: number): string {
  return toShanghaiDate(addWorkingDays(new Date(`${on}T12:00:00+08:00`), workingDays));
}
