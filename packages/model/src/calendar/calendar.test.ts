import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  calendarCoverage,
  countWorkingDays,
  endOfShanghaiDay,
  isCalendarDate,
  isCovered,
  isWorkingDay,
  shiftDate,
  toShanghaiDate,
} from "./index.ts";

const instants = fc.date({
  min: new Date("2019-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
});

/** Walks hour by hour in the named zone; slow, and written without the room's own date arithmetic. */
function naiveDue(instant: Date, n: number): string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
  let at = instant.getTime();
  let date = format.format(at);
  for (let left = n; left > 0; ) {
    at += 3600_000;
    if (format.format(at) === date) continue;
    date = format.format(at);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

describe("working days", () => {
  it("[CA1] agree with the library they were taken from, day by day", () => {
    for (let date = calendarCoverage.from; date <= calendarCoverage.to; date = shiftDate(date, 1))
      if (isWorkingDay(date) !== isWorkday(date)) expect.fail(date);
    expect(isCovered("2026-12-31")).toBe(true);
    expect(isCovered("2027-01-01")).toBe(false);
  });

  it("[CA1] know holidays and weekends that are worked", () => {
    expect(isWorkingDay("2026-10-01")).toBe(false);
    expect(isWorkingDay("2026-10-10")).toBe(true);
    expect(isWorkingDay("2026-11-22")).toBe(false);
    expect(isWorkingDay("2027-01-04")).toBe(true);
  });

  it("[CA2] a due instant is the end of the n-th working day in Shanghai", () => {
    expect(addWorkingDays(new Date("2026-09-30T02:00:00Z"), 1).toISOString()).toBe(
      "2026-10-08T15:59:59.999Z",
    );
    expect(addWorkingDays(new Date("2026-11-20T02:00:00Z"), 5).toISOString()).toBe(
      "2026-11-27T15:59:59.999Z",
    );
    expect(addWorkingDays(new Date("2026-11-20T02:00:00Z"), 0).toISOString()).toBe(
      "2026-11-20T15:59:59.999Z",
    );
  });

  it("[CA2] agrees with a naive walk in the named zone", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 9 }), (instant, n) => {
        expect(toShanghaiDate(addWorkingDays(instant, n))).toBe(naiveDue(instant, n));
      }),
      { numRuns: 40 },
    );
  });

  it("[CA3] counting undoes adding, and nothing is counted backwards", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 }), (instant, n) => {
        const due = addWorkingDays(instant, n);
        expect(countWorkingDays(instant, due)).toBe(n);
        expect(due.getTime()).toBeGreaterThanOrEqual(instant.getTime());
        if (n > 0) expect(countWorkingDays(due, instant)).toBe(0);
      }),
    );
  });

  it("[CA2] refuses days that do not exist", () => {
    for (const text of ["2026-02-29", "2026-04-31", "2026-13-01", "26-01-01", ""]) {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => endOfShanghaiDay(text)).toThrow("INVALID_INPUT");
    }
    expect(isCalendarDate("2024-02-29")).toBe(true);
  });
});
