import { describe, expect, it } from "vitest";
import { formatPeriod } from "./period.ts";

describe("months and weeks in words", () => {
  it("[PO26] are told in full or short in both languages", () => {
    expect(formatPeriod("2027-03", "zh-CN")).toBe("2027年3月");
    expect(formatPeriod("2027-03", "en")).toBe("Mar 2027");
    expect(formatPeriod("2027-03", "zh-CN", "short")).toBe("3月");
    expect(formatPeriod("2027-03", "en", "short")).toBe("Mar");
    expect(formatPeriod("2027-W05", "zh-CN")).toBe("2027年第5周");
    expect(formatPeriod("2027-W05", "en")).toBe("week 5 of 2027");
    expect(formatPeriod("2027-W05", "en", "short")).toBe("W5");
    expect(formatPeriod("spring", "en")).toBe("spring");
  });
});
