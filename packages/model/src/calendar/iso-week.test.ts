import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoWeek, weekOfDay } from "./iso-week.ts";
import { shiftDate, weekdayOf } from "./shanghai-date.ts";

describe("weeks", () => {
  it("[CA4] a week runs from Monday to Sunday and belongs to the year of its Thursday", () => {
    expect(parseIsoWeek("2027-W05")).toMatchObject({ firstDay: "2027-02-01", lastDay: "2027-02-07" });
    expect(parseIsoWeek("2026-W53")).toMatchObject({ firstDay: "2026-12-28", lastDay: "2027-01-03" });
    expect(parseIsoWeek("2027-W53")).toBeNull();
    expect(parseIsoWeek("2027-W00")).toBeNull();
    expect(parseIsoWeek("2027-5")).toBeNull();
    expect(weekOfDay("2027-01-01").id).toBe("2026-W53");
  });

  it("[CA4] every day lies in the one week that is read back from its own name", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = shiftDate("1960-01-01", days);
        const week = weekOfDay(day);
        expect(parseIsoWeek(week.id)).toEqual(week);
        expect(weekdayOf(week.firstDay)).toBe(1);
        expect(week.firstDay <= day && day <= week.lastDay).toBe(true);
      }),
    );
  });
});
