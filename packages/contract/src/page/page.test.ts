import fc from "fast-check";
import { expect, it } from "vitest";
import { isoDay } from "./page.ts";

it("a day is a day of the calendar, leap years and all", () => {
  for (const day of [
    "2026-02-30",
    "2026-04-31",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "9999-99-99",
    "2026-1-1",
  ])
    expect(isoDay.safeParse(day).success, day).toBe(false);
  expect(isoDay.safeParse("2028-02-29").success).toBe(true);
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
      (at) => {
        expect(isoDay.safeParse(at.toISOString().slice(0, 10)).success).toBe(true);
      },
    ),
  );
});
