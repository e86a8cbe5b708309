import { expect, it } from "vitest";
import { releasedPace } from "./released-pace.ts";

it("[PG11] reckons the pace of released figures alone where the base is the paper's", () => {
  const years = [2023, 2024, 2025].map((year, index) => ({
    year,
    period: String(year),
    value: String(40 + 2 * index),
    low: null,
    high: null,
    spread: null,
  }));
  const now = { year: 2025, period: "2025", value: "44", low: null, high: null };
  const paper = { year: 2022, value: "30", origin: "paper" as const };
  expect(releasedPace({ baseline: paper, years, now })).toEqual({
    from: { year: 2023, value: "40" },
    perYear: "2",
  });
  expect(releasedPace({ baseline: paper, years: years.slice(2), now })).toBeNull();
  expect(releasedPace({ baseline: { ...paper, origin: "released" }, years, now })).toBeNull();
});
