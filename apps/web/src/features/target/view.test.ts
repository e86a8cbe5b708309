import { loadGoal } from "@lilink/model/goals";
import { describe, expect, it } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { baselineText, sectionOf, seriesUnit, seriesValue, sourceKeyOf, vintageText } from "./view.ts";

describe("goals in words", () => {
  it("[GO3] prints a baseline with its scope, and calls the seed the paper", () => {
    const { baseline } = loadGoal("G25-12");
    expect(baseline && baselineText(baseline, "en")).toBe("25% (paper 5.1.1, scope not stated)");
    expect(inLocale({ zh: "甲", en: "seed 1" }, "zh-CN")).toBe("甲");
    expect([sectionOf("seed 3.3.1"), sectionOf("published figure TR01")]).toEqual(["3.3.1", null]);
  });

  it("says where a figure comes from in words of the reader", () => {
    expect(sourceKeyOf("seed 3.1")).toEqual({ key: "section", params: { section: "3.1" } });
    expect(sourceKeyOf("published figure TR01")?.key).toBe("publishedFigure");
    const computed =
      "computed from the published figure TR06: lithium ore, gross tonnes (bounds 0.6989-0.6995)";
    expect(sourceKeyOf(computed)?.params).toEqual({ bounds: "0.6989–0.6995" });
    expect(sourceKeyOf("a letter")).toBeNull();
  });

  it("writes units and vintages as they are read", () => {
    expect([seriesUnit("1", "en"), seriesUnit("10^4 t", "en"), seriesUnit("10^4 t", "zh-CN")]).toEqual([
      "",
      "kt",
      "千吨",
    ]);
    expect([seriesValue("26.3", "10^4 t"), seriesValue("26.3", "t")]).toEqual(["263", "26.3"]);
    expect(vintageText("as published", "zh-CN", { asPublished: "照原文" })).toBe("照原文");
    expect(vintageText("2023", "en", { asPublished: "" })).toBe("2023");
    expect(vintageText("2022-2023", "en", { asPublished: "" })).toBe("2022–2023");
    expect(vintageText("2026-12-01", "en", { asPublished: "" })).toBe("1 Dec 2026");
  });
});
