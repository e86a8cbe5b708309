import { loadGoal } from "@lilink/model/goals";
import { describe, expect, it } from "vitest";
import { formatDate, toDay } from "./date.ts";
import { formatDue } from "./due.ts";
import { formatDollars, formatMoney } from "./money.ts";
import { formatNumber, formatQuantity, formatRange, formatShare, writeOut } from "./quantity.ts";
import { formatDatedTarget, formatTarget } from "./target.ts";

describe("dates", () => {
  it("reads an instant in Shanghai in both languages", () => {
    const lateEvening = new Date("2026-11-23T16:30:00Z");
    expect(formatDate(lateEvening, "zh-CN")).toBe("2026年11月24日");
    expect(formatDate(lateEvening, "en")).toBe("24 Nov 2026");
    expect(toDay(lateEvening)).toBe("2026-11-24");
  });

  it("keeps a plain day a day", () => {
    expect(formatDate("2026-11-24", "en")).toBe("24 Nov 2026");
    expect(formatDate("2026-11-24", "zh-CN", "month")).toBe("2026年11月");
  });

  it("shows the hour with a 24-hour clock", () => {
    expect(formatDate(new Date("2026-11-23T16:05:00Z"), "en", "time")).toBe("24 Nov 2026, 00:05");
  });
});

describe("quantities", () => {
  it("uses ten thousands in Chinese and keeps every digit in English", () => {
    expect(formatQuantity("12345", "t", "zh-CN")).toBe("1.2345万吨");
    expect(formatQuantity("12345", "t", "en")).toBe("12,345 t");
  });

  it("writes a minus and no hyphen before a negative figure", () => {
    expect(formatNumber("-1234.5", "en")).toBe("−1,234.5");
    expect(formatQuantity("-12345", "t", "zh-CN")).toBe("−1.2345万吨");
    expect(formatRange("-40", "60", "°C", "en")).toBe("−40–60°C");
  });

  it("uses hundred millions and millions", () => {
    expect(formatQuantity(250_000_000, "CNY", "zh-CN")).toBe("2.5亿元");
    expect(formatQuantity(250_000_000, "CNY", "en")).toBe("CNY 250 million");
  });

  it("scales a unit of ten thousands by what it counts", () => {
    expect(formatQuantity("19968", "10k CNY", "zh-CN")).toBe("1.9968亿元");
    expect(formatQuantity("0.5", "10k CNY", "zh-CN")).toBe("5,000元");
    expect(formatQuantity("19968", "10k CNY", "en")).toBe("CNY 199.68 million");
    expect(formatQuantity("16342.1", "10k CNY", "en")).toBe("CNY 163.42 million");
    expect(formatQuantity("19968", "10k CNY", "zh-CN", "exact")).toBe("19,968万元");
  });

  it("puts no space before a Chinese unit, nor before a sign", () => {
    expect(formatQuantity("3", "10kt/a", "zh-CN")).toBe("3万吨/年");
    expect(writeOut("5.1", "10k CNY/t", "en")).toEqual(["51000", "CNY/t"]);
    expect(writeOut("5.1", "10k CNY/t", "zh-CN")).toEqual(["5.1", "10k CNY/t"]);
    expect(writeOut("5.1", "mass %", "en")).toEqual(["5.1", "mass %"]);
    expect(formatQuantity("0.1", "% points", "zh-CN")).toBe("0.1个百分点");
    expect(formatQuantity("25", "°C", "en")).toBe("25°C");
    expect(formatQuantity("2", "GWh/a", "zh-CN")).toBe("2 GWh/年");
  });

  it("never rounds an exact decimal string", () => {
    expect(formatNumber("1234567.890123", "en")).toBe("1,234,567.890123");
  });

  it("shows open and closed ranges", () => {
    expect(formatRange("99.5", null, "%", "en")).toBe("≥ 99.5%");
    expect(formatRange(1, 2, "g/cm3", "en")).toBe("1–2 g/cm³");
  });
});

describe("due dates", () => {
  const now = new Date("2026-11-24T01:00:00Z");
  it.each([
    ["2026-11-24", "due today", "soon"],
    ["2026-11-25", "due tomorrow", "soon"],
    ["2026-11-29", "5 days left", "later"],
    ["2026-11-23", "1 day overdue", "overdue"],
  ])("says %s as %s", (due, text, tone) => {
    expect(formatDue(due, now, "en")).toMatchObject({ text, tone });
  });
});

describe("targets in words", () => {
  it("[GO3] prints the paper's target and a proposal in one line each", () => {
    const printed = loadGoal("G25-12").target;
    const proposed = loadGoal("G35-05").proposal;
    expect(printed && formatTarget(printed, "en")).toBe("> 40%");
    expect(proposed && formatTarget(proposed, "en")).toMatch(/^75–90/);
  });

  it("[GO3] says a target that is words in words, in English with its unit in brackets", () => {
    const target = (id: string) => loadGoal(id).proposal;
    const [year, index, gap] = [target("G25-08"), target("G25-05"), target("G25-14")];
    expect(year && formatTarget(year, "en")).toBe("below the previous year on each route (kgce/t LCE)");
    expect(index && formatTarget(index, "en")).toBe(
      "below the previous year (HHI of sources, LCE basis, 3-year moving)",
    );
    expect(gap && formatTarget(gap, "en")).toMatch(/^at most the gap at the start less 1 \(/);
    expect(year && formatTarget(year, "zh-CN")).toBe("低于各工艺路线上年水平（千克标准煤/吨LCE）");
  });

  it("says a rank, a scale and no gap as they are spoken", () => {
    expect(["1", "2", "3", "11", "112", "21"].map((rank) => formatQuantity(rank, "rank", "en"))).toEqual([
      "1st",
      "2nd",
      "3rd",
      "11th",
      "112th",
      "21st",
    ]);
    expect([formatQuantity("1.5", "rank", "en"), formatQuantity("1", "rank", "zh-CN")]).toEqual([
      "1.5",
      "1位",
    ]);
    expect(formatRange("0.47", "0.57", "index 0-1", "en")).toBe("0.47–0.57 (0–1)");
    expect(formatQuantity("0.52", "index 0-1", "zh-CN")).toBe("0.52（0–1）");
    const level = (value: string, unit: string) =>
      formatDatedTarget({ year: 2035, operator: "=", value }, unit, "en");
    expect([level("0", "TRL levels"), level("1", "rank")]).toEqual(["no gap", "1st"]);
  });
});

describe("shares", () => {
  it("are written in one way, as figures in percent are", () => {
    expect([formatShare(0.6637, "en"), formatShare(0.6637, "zh-CN", 1)]).toEqual(["66%", "66.4%"]);
    expect(formatQuantity("66", "%", "en")).toBe(formatShare(0.66, "en"));
  });
});

describe("amounts of yuan", () => {
  it("stand in one unit, so that two sums compare at a glance", () => {
    expect([120_000_000, 3_500_000, 9_999, 0.5].map((one) => formatMoney(one, "zh-CN"))).toEqual([
      "12,000 万元",
      "350 万元",
      "1 万元",
      "0.00005 万元",
    ]);
    expect([1_200_000_000, 3_500_000].map((one) => formatMoney(one, "en"))).toEqual([
      "CNY 1,200 m",
      "CNY 3.5 m",
    ]);
  });

  it("stand in full below a million in English, so that the parts of a small budget add up", () => {
    expect([15_000, 120_000, 150_000, 9_999, 0.5].map((one) => formatMoney(one, "en"))).toEqual([
      "CNY 15,000",
      "CNY 120,000",
      "CNY 150,000",
      "CNY 9,999",
      "CNY 0.5",
    ]);
  });
});

describe("amounts of dollars", () => {
  it("are said as people say them, large or small", () => {
    expect([3_180_000_000, 328].map((one) => formatDollars(one, "zh-CN"))).toEqual(["31.8亿美元", "328美元"]);
    expect([3_180_000_000, 328].map((one) => formatDollars(one, "en"))).toEqual([
      "3.18 billion US dollars",
      "328 US dollars",
    ]);
  });
});
