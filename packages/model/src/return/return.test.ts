import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, endOfShanghaiDay, isWorkingDay, toShanghaiDate } from "../calendar/index.ts";
import {
  editableStates,
  isLate,
  nextReturnState,
  parsePeriod,
  periodEnd,
  periodOfDay,
  returnActions,
  returnDueAt,
  returnFrequencies,
  returnStates,
  shiftPeriod,
  waitingStates,
} from "./index.ts";

const periods = fc
  .tuple(
    fc.integer({ min: 1901, max: 2198 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(...returnFrequencies),
  )
  .map(([year, month, frequency]) => periodOfDay(`${year}-${String(month).padStart(2, "0")}-15`, frequency));

describe("the states of a return", () => {
  it("[RT1] follow one another as written", () => {
    const steps = returnStates.flatMap((from) =>
      returnActions.flatMap((action) => {
        const to = nextReturnState(from, action, 1);
        return to ? [`${from} ${action} ${to}`] : [];
      }),
    );
    expect(steps).toEqual([
      "open save draft",
      "draft save draft",
      "draft submit submitted",
      "submitted query queried",
      "submitted verify verified",
      "submitted correct draft",
      "queried save queried",
      "queried submit resubmitted",
      "resubmitted query queried",
      "resubmitted verify verified",
      "resubmitted correct draft",
      "verified correct draft",
      "verified lock locked",
      "locked correct draft",
    ]);
    expect(nextReturnState("draft", "submit", 2)).toBe("resubmitted");
    expect(editableStates).toEqual(["open", "draft", "queried"]);
    expect(waitingStates).toEqual(["submitted", "resubmitted"]);
  });

  it("[RT2] what was handed in is typed in no more: only a query and a correction, which begin a version, lead back", () => {
    const editable = new Set(editableStates);
    for (const from of returnStates)
      for (const action of returnActions) {
        const to = nextReturnState(from, action, 1);
        if (to && editable.has(to) && !editable.has(from)) expect(["query", "correct"]).toContain(action);
      }
  });
});

describe("periods", () => {
  it("[RT3] are written in one way each, and nothing else is one", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriod(period.id)).toEqual(period);
      }),
    );
    for (const text of ["", "2026Q5", "2026H3", "2026-13", "2026-00", "26Q1", "2026q3", "2026Q3 ", "99999"])
      expect(parsePeriod(text), text).toBeNull();
  });

  it("[RT3] follow one another without a gap or an overlap, to the millisecond", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -30, max: 30 }), (period, by) => {
        const next = shiftPeriod(period, 1);
        expect(toShanghaiDate(periodEnd(period))).toBe(next.firstDay);
        expect(toShanghaiDate(new Date(periodEnd(period).getTime() - 1))).toBe(period.lastDay);
        expect(shiftPeriod(shiftPeriod(period, by), -by)).toEqual(period);
      }),
    );
  });

  it("[RT3] end at 24:00 Asia/Shanghai, on the 29th of February too", () => {
    expect(periodEnd(periodOfDay("2028-02-29", "monthly")).toISOString()).toBe("2028-02-29T16:00:00.000Z");
    expect(periodOfDay("2026-02-01", "monthly").lastDay).toBe("2026-02-28");
    expect(periodOfDay("2026-12-31", "annual").lastDay).toBe("2026-12-31");
    expect(periodOfDay("2026-07-01", "semiannual").id).toBe("2026H2");
  });
});

describe("due dates", () => {
  it("[RT4] fall on the last millisecond of a working day after the period", () => {
    const third = periodOfDay("2026-09-30", "quarterly");
    expect(returnDueAt(third, periodEnd(third)).toISOString()).toBe("2026-10-27T15:59:59.999Z");
    fc.assert(
      fc.property(periods, (period) => {
        const due = returnDueAt(period, periodEnd(period));
        expect(isWorkingDay(toShanghaiDate(due))).toBe(true);
        expect(due.getTime()).toBeGreaterThan(periodEnd(period).getTime());
      }),
      { numRuns: 40 },
    );
  });

  it("[RT4] lie ahead of the opening, however late a round opens and however few days it gets", () => {
    const third = periodOfDay("2026-09-30", "quarterly");
    expect(returnDueAt(third, new Date("2026-11-02T03:00:00Z")).toISOString()).toBe(
      "2026-11-23T15:59:59.999Z",
    );
    fc.assert(
      fc.property(periods, fc.nat(400), fc.integer({ min: 1, max: 60 }), (period, late, days) => {
        const opensAt = new Date(periodEnd(period).getTime() + late * 86_400_000);
        const due = returnDueAt(period, opensAt, days);
        const later = returnDueAt(period, opensAt, days + 1);
        const earliest = addWorkingDays(endOfShanghaiDay(toShanghaiDate(opensAt)), 1);
        expect(due.getTime()).toBeGreaterThan(opensAt.getTime());
        // A day more is a day more, but for days that are over before the opening.
        if (due > earliest) expect(later.getTime()).toBeGreaterThan(due.getTime());
        else expect(later.getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
      { numRuns: 200 },
    );
  });

  it("[RT4] the due instant is in time, a millisecond after is late", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -5, max: 5 }), (period, off) => {
        const due = returnDueAt(period, periodEnd(period));
        expect(isLate(new Date(due.getTime() + off), due)).toBe(off > 0);
      }),
    );
  });
});
