import { expect, it } from "vitest";
import {
  bandText,
  byCoverage,
  cellText,
  leastCovered,
  shadeOf,
  shareText,
  skillName,
  toParts,
} from "./view.ts";

it("[SK4] a figure that is withheld shows W with bounds that say something", () => {
  expect(cellText({ low: 12, high: 12, withheld: false }, "en")).toBe("12");
  expect(cellText({ low: 3, high: 9, withheld: true }, "en")).toBe("W 3–9");
  expect(cellText({ low: 0, high: 63, withheld: true }, "en")).toBe("W");
  expect(cellText({ low: 1, high: 87, withheld: true }, "en")).toBe("W");
  expect(cellText({ low: 0, high: null, withheld: true }, "en")).toBe("W");
  expect(bandText({ low: 3, high: null }, "zh-CN")).toBe("≥ 3");
});

it("[SK6] coverage is a share between bounds", () => {
  expect(shareText({ low: 0.5, high: 0.75 }, "en")).toBe("50–75%");
  expect(shareText({ low: 0.5, high: null }, "zh-CN")).toBe("≥ 50%");
  expect(shareText({ low: 0.5, high: 0.5 }, "en")).toBe("50%");
  expect(shadeOf({ low: 4, high: 4, withheld: false }, 16)).toBe(0.5);
  expect(skillName("residual-value-testing", "zh-CN")).toBe("残值评估与检测");
});

it("[SK6] says first where seats are missing most, and leaves out what is covered or not known", () => {
  const of = (skill: string, high: number | null) => ({ skill, coverage: { low: 0, high } });
  const rows = [of("half", 0.5), of("all", 1), of("none", 0), { skill: "unknown", coverage: null }];
  expect(leastCovered(rows, 3).map(({ skill }) => skill)).toEqual(["none", "half"]);
  expect(leastCovered([of("open", null)], 3)).toEqual([]);
  expect(byCoverage(rows).map(({ skill }) => skill)).toEqual(["none", "half", "all", "unknown"]);
});

it("[SK4] all 31 provinces stand in parts of a width that can be read, none left out", () => {
  const codes = Array.from({ length: 31 }, (_, at) => at);
  expect(toParts(codes, 10).map(({ length }) => length)).toEqual([8, 8, 8, 7]);
  expect(toParts(codes, 10).flat()).toEqual(codes);
  expect(toParts(codes.slice(0, 9), 10).length).toBe(1);
  expect(toParts([], 10)).toEqual([]);
});
