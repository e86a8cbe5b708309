import { describe, expect, it } from "vitest";
import { sayApart, sayGoal } from "./say-standing.ts";

const measure = {
  indicator: "REC-05",
  measure: null,
  method: "level",
  unit: "%",
  judgedBy: "year",
  baseline: null,
  target: { year: 2035, operator: ">", value: "98" },
  now: { year: 2025, period: "2025", value: "94.9", low: null, high: null },
  linear: { ratio: "-1", status: "moving_away" },
  compound: { ratio: "-1", status: "moving_away" },
  disagree: false,
  why: null,
  lacking: [],
  gap: "3.1",
  made: { perYear: "2", growth: null },
  needed: { perYear: "1.0999", growth: null },
  band: null,
  spread: null,
  care: null,
  name: { zh: "锰回收率", en: "Recovery of manganese" },
  basis: "returns",
  release: null,
} as const;

describe("what is said of a goal", () => {
  const said = (given: object, locale: "en" | "zh-CN" = "en") => {
    const part = { ...measure, status: "on_track" as const, ...given };
    const goal = { goal: "G35-16", closed: false, care: null, without: 0, ...given };
    return sayGoal({ ...goal, status: part.status, parts: [part] }, locale)[0];
  };
  it("[PG16] a withheld figure that misses its target at both bounds is not said to stand at the limit", () => {
    const now = { year: 2025, period: "2025", value: null, low: "0", high: "45" };
    expect(said({ closed: true, status: "missed", now, gap: null, needed: null })).toBe(
      "Missed: the figure of 2035 is withheld, but nowhere between its bounds does it meet the target.",
    );
  });

  it.each([
    [
      {},
      "From now on it needs +1.1 percentage points a year; so far it made +2 percentage points a year.",
      "自今起每年需+1.1个百分点，实际每年+2个百分点。",
    ],
    [
      {
        disagree: true,
        made: { perYear: "2", growth: "0.181" },
        needed: { perYear: "1.0999", growth: "0.1724" },
      },
      "By growth: from now on it needs +17.2% a year; so far +18.1%. In a straight line: it needs +1.1 percentage points a year; so far +2 percentage points.",
      "按增长率：自今起每年需+17.2%，实际+18.1%；按直线：自今起每年需+1.1个百分点，实际每年+2个百分点。",
    ],
    [
      { status: "first_figure" },
      "First figure, no pace yet; it needs +1.1 percentage points a year.",
      "刚有首个数据，还不能比较速度；每年需+1.1个百分点。",
    ],
    [
      { status: "first_figure", method: "relative" },
      "2025 is the base year, from which change is counted; it needs +1.1 percentage points a year.",
      "2025 年是基期年，自此数据起算；每年需+1.1个百分点。",
    ],
    [
      { status: "missed", closed: true },
      "Missed by 3.1 percentage points in 2035.",
      "2035年未达成，差3.1个百分点。",
    ],
    [
      { status: "missed", closed: true, gap: "0" },
      "Missed: in 2035 it stood exactly at the limit.",
      "未达成：2035年恰在限值上。",
    ],
    [
      { status: "overshot", gap: "5" },
      "Crossed the corridor and is outside on the other side by 5 percentage points.",
      "越过区间到了另一侧，超出5个百分点。",
    ],
    [
      { status: "not_assessable", why: "base", lacking: [2019, 2020] },
      "A change against a base: the figures for 2019 and 2020 are missing.",
      "与基期比较的目标：缺2019和2020年数据。",
    ],
    [
      {
        status: "achieved",
        band: ["on_track", "achieved"],
        spread: { low: "97.0312", high: "99", why: ["revised"] },
      },
      "Met by today’s figure. The final one may still be 97.03%, at which the target is not met.",
      "按现有数据已达到；仍可能为97.03%，那时即未达到。",
    ],
    [
      { status: "achieved", band: ["achieved", "achieved"], spread: { low: "98.5", high: "99", why: [] } },
      "Already met; no pace is needed.",
      "已达到，无须再加速。",
    ],
    [{ status: "not_assessable", why: "year" }, "No figure for 2035.", "没有2035年数据。"],
  ] as const)("[PG16] speaks: %o", (given, en, zh) => {
    expect(said(given)).toBe(en);
    expect(said(given, "zh-CN")).toBe(zh);
  });

  it("[PG18] names the measure that decides, and what qualifies the verdict", () => {
    const parts = [
      { ...measure, status: "achieved" as const },
      { ...measure, status: "not_assessable" as const },
    ];
    expect(sayApart({ goal: "G25-03", status: "achieved" }, "en")).toEqual([
      "This judges a part of the target. Nothing measures whether every mine reaches the three-rate minima.",
    ]);
    expect(sayApart({ goal: "G25-03", status: "not_assessable" }, "en")).toEqual([]);
    const told = { goal: "G35-16", status: "achieved", closed: false, care: 60, without: 1, parts } as const;
    expect(sayGoal(told, "en")).toEqual([
      "Recovery of manganese: Already met; no pace is needed.",
      "The returns cover 60%: read with care.",
      "1 of 2 measures have no verdict.",
    ]);
  });
});
