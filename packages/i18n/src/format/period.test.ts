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

  it("tells quarters and spans of months", () => {
    expect(formatPeriod("2022Q1", "en")).toBe("Q1 2022");
    expect(formatPeriod("2022-Q1", "zh-CN")).toBe("2022年一季度");
    expect(formatPeriod("2022Q4", "en", "short")).toBe("Q4");
    expect(formatPeriod("2023-01..2023-09", "en")).toBe("Jan–Sept 2023");
    expect(formatPeriod("2023-01..2023-09", "zh-CN")).toBe("2023年1–9月");
    expect(formatPeriod("2022-11..2023-02", "en")).toBe("Nov 2022–Feb 2023");
    expect(formatPeriod("2019..2023", "zh-CN")).toBe("2019–2023年");
    expect(formatPeriod("2025", "zh-CN")).toBe("2025年");
    expect(formatPeriod("2025", "en")).toBe("2025");
  });
});
