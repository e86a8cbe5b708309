import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const figuresOf = (text: string) =>
  proposeDraft(text, "2026-12-03").figures.map(
    ({ value: { attribute, value, condition } }) => `${attribute} ${value} ${condition ?? "-"}`,
  );

describe("what a content is counted on", () => {
  it.each([
    ["招标采购电池级单水氢氧化锂300吨，主含量（以LiOH计）≥56.5%，Na≤50ppm", "purity 56.5 以LiOH计"],
    [
      "We need lithium hydroxide monohydrate, min. 56.5 % as LiOH, Na max 50 ppm, 300 t",
      "purity 56.5 as LiOH",
    ],
  ])("[MT123] is its condition: %s", (text, wanted) => {
    expect(figuresOf(text)).toContain(wanted);
  });

  it("[MT123] and what the attribute says itself is not said again", () => {
    expect(figuresOf("求购锂辉石精矿5000吨，品位（以Li2O计）≥5.5%")).toEqual(["li2o_grade 5.5 -"]);
  });
});
