import { describe, expect, it } from "vitest";
import { ownHalf } from "./in-locale.ts";

describe("a name that gives both languages", () => {
  it("is read by the half of the reader", () => {
    expect(ownHalf("大柴旦 / Da Qaidam", "en")).toBe("Da Qaidam");
    expect(ownHalf("大柴旦 / Da Qaidam", "zh-CN")).toBe("大柴旦");
    expect(ownHalf("镁锂质量比 / Mg/Li by mass", "en")).toBe("Mg/Li by mass");
    expect(ownHalf("800 包/年 / 800 packs a year", "zh-CN")).toBe("800 包/年");
    expect(ownHalf("年份为建议值。/ The year is a proposal.", "en")).toBe("The year is a proposal.");
    expect(ownHalf("国际一流企业 / first-class firms", "zh-CN")).toBe("国际一流企业");
  });

  it("stays whole where it has one language alone", () => {
    expect(ownHalf("Atacama", "zh-CN")).toBe("Atacama");
    expect(ownHalf("kg / t", "en")).toBe("kg / t");
    expect(ownHalf("日本、韩国", "en")).toBe("日本、韩国");
  });
});
