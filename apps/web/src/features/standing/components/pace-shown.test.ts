import { expect, it } from "vitest";
import { paceShown } from "./pace-shown.ts";

const years = [2023, 2024, 2025].map((year, index) => ({
  year,
  period: String(year),
  value: String(40 + 2 * index),
  low: null,
  high: null,
  spread: null,
}));
const now = { year: 2025, period: "2025", value: "44", low: null, high: null };
const made = { perYear: "4.67", growth: "0.14" };
const paper = { year: 2022, value: "30", origin: "paper" as const };
const open = { baseline: paper, years, now, made, closed: false, status: "on_track" as const };
const released = { value: "44", year: 2025, origin: "released" };

it("[PG11] tells the verdict's pace with both its points, and what the first released figure was", () => {
  expect(paceShown(open)).toEqual({
    pace: made,
    from: paper,
    to: released,
    first: { year: 2023, value: "40" },
  });
  const base = { ...paper, origin: "released" as const };
  expect(paceShown({ ...open, baseline: base })).toEqual({
    pace: made,
    from: base,
    to: released,
    first: null,
  });
});

it("[PG16] tells of a goal that is over the pace of released figures alone, or none", () => {
  const over = { ...open, closed: true, status: "missed" as const };
  const shown = paceShown(over);
  expect(shown).toMatchObject({
    from: { year: 2023, value: "40", origin: "released" },
    to: released,
    first: null,
  });
  expect(shown?.pace.perYear).toBe("2");
  expect(Number(shown?.pace.growth)).toBeCloseTo(0.0488, 4);
  expect(paceShown({ ...over, years: years.slice(2) })).toBeNull();
});
