import { toReading } from "@lilink/i18n";
import { describe, expect, it } from "vitest";
import { toRatio, whyNoPace } from "./view.ts";

describe("figures for reading", () => {
  it("have two decimals, or four digits below one, and a ratio three digits", () => {
    expect([toReading("38.9178481841"), toReading("0.123456"), toReading("0")]).toEqual([
      "38.92",
      "0.1235",
      "0",
    ]);
    expect([toRatio("-0.166147"), toRatio("1.0700001"), toRatio("12")]).toEqual(["-0.166", "1.07", "12"]);
  });
});

describe("why no pace is said", () => {
  const target = { year: 2035, operator: ">=", value: "70" } as const;
  const now = { period: "2026", year: 2026, value: "60", low: null, high: null } as const;
  const linear = { ratio: null, status: "limited" } as const;
  it("[PG8] is one reason, the first that holds", () => {
    const given = { target, now, linear, method: "level" } as const;
    expect(whyNoPace({ ...given, target: null, method: "steady" }, 2035)).toBe("steady");
    expect(whyNoPace({ ...given, target: null, method: "mean" }, 2035)).toBe("noTarget");
    expect(whyNoPace({ ...given, target: null, now: null, method: "mean" }, 2035)).toBe("noFigure");
    expect(whyNoPace({ ...given, now: null }, 2035)).toBe("noFigure");
    expect(whyNoPace({ ...given, now: { ...now, value: null } }, 2035)).toBe("withheld");
    expect(whyNoPace({ ...given, now: { ...now, year: 2025 } }, 2025)).toBe("ended");
    expect(whyNoPace({ ...given, linear: { ...linear, status: "achieved" } }, 2035)).toBe("reached");
    expect(whyNoPace(given, 2035)).toBe("undefined");
  });
});
