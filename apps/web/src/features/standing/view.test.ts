import { toReading } from "@lilink/i18n";
import { describe, expect, it } from "vitest";
import {
  releasedBase,
  releasedBesidePaper,
  toBullet,
  toRatio,
  toShare,
  toStandingLines,
  toStart,
  whereItLeads,
} from "./view.ts";

describe("figures for reading", () => {
  it("have two decimals, or four digits below one, and a ratio three digits", () => {
    expect([toReading("38.9178481841"), toReading("0.123456"), toReading("0")]).toEqual([
      "38.92",
      "0.1235",
      "0",
    ]);
    expect([toRatio("-0.166147"), toRatio("1.0700001"), toRatio("12")]).toEqual(["-0.166", "1.07", "12"]);
  });

  it("[PG8] start from a pace that is no less than the one that is needed", () => {
    expect([toStart(1.19004), toStart(1.19), toStart(-0.0334), toStart(0)]).toEqual([1.2, 1.19, -0.0334, 0]);
  });

  it("[PG8] show a ratio of paces as a share, and none below nothing", () => {
    expect([toShare("0.895"), toShare("0"), toShare("-6.96"), toShare(null)]).toEqual([90, 0, null, null]);
  });
});

describe("a change that the reader chooses", () => {
  const to = (value: number, perYear: number, operator: ">=" | "<=" | ">" = ">=") =>
    whereItLeads({ year: 2026, value }, perYear, {
      target: { year: 2035, operator, value: "0.5" },
      direction: operator === "<=" ? "decrease" : "increase",
      horizon: 2035,
    });

  it("[PG8] says that a target is met already, and whether it stays met", () => {
    expect([to(0.52, 0), to(0.52, 0.1), to(0.4, -0.1, "<=")].map(({ key }) => key)).toEqual([
      "met",
      "met",
      "met",
    ]);
    expect([to(0.52, -0.01), to(0.4, 0.1, "<=")].map(({ key }) => key)).toEqual(["lost", "lost"]);
  });

  it("[PG8] says when a target is reached, or that it is not by its year", () => {
    expect(to(0.4, 0.05)).toEqual({ key: "reaches", reached: 2028 });
    expect([to(0.4, 0), to(0.4, 0.01)].map(({ key }) => key)).toEqual(["misses", "misses"]);
  });

  it("[PG8] does not call a value met that equals what it has to be above", () => {
    expect([to(0.5, 0, ">").key, to(0.5, 0, ">=").key]).toEqual(["misses", "met"]);
    expect([to(0.5, 0.01, ">"), to(0.4, 0.05, ">")]).toEqual([
      { key: "reaches", reached: 2027 },
      { key: "reaches", reached: 2029 },
    ]);
  });
});

describe("the lines of a chart", () => {
  it("[PG8] draws the level of a target that is met, and no path to it", () => {
    const year = { period: "2025", value: "0.52", low: null, high: null, year: 2025, spread: null } as const;
    const names = { actual: "", base: "", before: "", path: "", level: "", line: "", growth: "" };
    const path = [2025, 2035].map((at) => ({ year: at, target: "0.5", linear: null, compound: null }));
    const target = { year: 2035, operator: ">=", value: "0.5" } as const;
    const drawn = (status: "achieved" | "on_track") =>
      toStandingLines({ baseline: null, years: [year], path, status, target }, names, "en", "chain").map(
        ({ key, points }) => [key, points.map(({ x, y }) => [x, y])],
      );
    expect(drawn("achieved")[1]).toEqual([
      "level",
      [
        [2025, 0.5],
        [2035, 0.5],
      ],
    ]);
    expect(drawn("on_track").map(([key]) => key)).toEqual(["actual", "path"]);
  });

  it("[PG21] draws a figure that may still move within its band, and a withheld one as its bounds alone", () => {
    const year = {
      period: "2025",
      value: "60",
      low: null,
      high: null,
      year: 2025,
      spread: { low: "54", high: "64", why: ["coverage"] },
    } as const;
    const held = { period: "2024", value: null, low: "50", high: "55", year: 2024, spread: null } as const;
    const [actual] = toStandingLines(
      { baseline: null, years: [held, year], path: [] },
      { actual: "", base: "", before: "", path: "", level: "", line: "", growth: "" },
      "en",
      "materials",
    );
    expect(actual?.points.map(({ y, band }) => [y, band?.why])).toEqual([
      [null, "withheld"],
      [60, "uncertain"],
    ]);
  });
});

it("[PG16] what lies before the base year is a line of its own, which meets the base", () => {
  const years = [2023, 2024, 2025, 2026].map((year) => ({
    ...{ period: String(year), value: String(year - 2000), low: null, high: null, year, spread: null },
  }));
  const baseline = { year: 2025, value: "25", origin: "released" } as const;
  const names = { actual: "", base: "", before: "", path: "", level: "", line: "", growth: "" };
  const drawn = toStandingLines({ baseline, years, path: [] }, names, "en", "materials");
  expect(drawn.map(({ key, points }) => [key, points.map(({ x }) => x)])).toEqual([
    ["before", [2023, 2024, 2025]],
    ["actual", [2025, 2026]],
  ]);
});

it("[PG16] takes the figure of the base year itself as the base", () => {
  const now = { period: "2025", value: "41", low: null, high: null, year: 2025 };
  const first = { baseline: null, method: "relative", status: "first_figure", now } as const;
  expect(releasedBase(first)).toEqual({ year: 2025, value: "41" });
  expect(releasedBase({ ...first, method: "level" })).toBeNull();
  const baseline = { year: 2021, value: "30", origin: "released" } as const;
  expect(releasedBase({ ...first, baseline, status: "on_track" })).toBe(baseline);
  expect(releasedBase({ ...first, baseline: { ...baseline, origin: "paper" }, method: "level" })).toBeNull();
});

it("draws shares to a hundred and other figures with some room", () => {
  const target = { origin: "seed", operator: ">", value: 40, unit: { zh: "%", en: "%" } } as const;
  const now = (value: string | null, unit: string) =>
    ({
      now: value === null ? null : { value, low: null, high: null },
      baseline: { value: "25" },
      unit,
    }) as never;
  expect(toBullet(now("60", "%"), target)).toEqual({ now: 60, base: 25, target: 40 });
  expect(toBullet(now("20", "t"), target)).toMatchObject({ target: 100 / 1.1 });
  expect(toBullet(now(null, "%"), target)).toBeNull();
  expect(toBullet(now("60", "%"), null)).toBeNull();
});

it("[PG16] names what the platform released for the year of the paper, where the two are far apart", () => {
  const of = (value: string | null, origin: "paper" | "released" = "paper") =>
    releasedBesidePaper({
      baseline: { year: 2022, value: "25", origin },
      years: [{ year: 2022, value, low: null, high: null }],
    } as never);
  expect([of("40.78"), of("25"), of("26"), of(null), of("40.78", "released")]).toEqual([
    "40.78",
    null,
    null,
    null,
    null,
  ]);
});
