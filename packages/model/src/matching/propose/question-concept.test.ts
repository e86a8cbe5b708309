import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const read = (text: string, concept?: string) => {
  const { concepts } = proposeDraft(text, "2026-12-01", "need", concept);
  const first = concepts[0];
  return {
    first: first?.aside ? null : first?.value,
    doubt: concepts.find(({ doubt }) => doubt)?.doubt,
    concepts,
  };
};

describe("[MT120] a thing that its own text denies", () => {
  it.each([
    ["求购无水氢氧化锂 50 吨，到厂", "word", "无水"],
    ["求购氢氧化锂（无水）50吨", "word", "无水"],
    ["We buy anhydrous lithium hydroxide, 50 t.", "word", "anhydrous"],
    ["Lithium hydroxide, anhydrous, 20 t wanted", "word", "anhydrous"],
    ["求购硫酸镍（无水）50吨", "word", "无水"],
    ["求购氢氧化锂 20 吨，LiOH 99%", "purity", "99%"],
    ["Buy lithium hydroxide, LiOH assay min 98.5 %, 20 t", "purity", "min 98.5 %"],
    ["求购电池级碳酸锂 20 吨，主含量≥99.2%", "purity", "≥99.2%"],
  ])("is asked: %s", (text, because, words) => {
    const { first, doubt } = read(text);
    expect([first, doubt]).toEqual([null, { because, words }]);
  });

  it.each([
    ["求购氢氧化锂 20 吨，LiOH≥56.5%", "lioh-batt"],
    ["求购电池级单水氢氧化锂 20 吨，LiOH·H2O≥99%", "lioh-batt"],
    ["求购氢氧化锂，不要无水的，20吨", "lioh-batt"],
    ["求购无水氯化锂 20 吨", "licl"],
    ["求购软包电芯，方形不要", "cell-pouch"],
    ["求购碳酸锂（工业级）20吨", "li2co3-tech"],
    ["求购电池级碳酸锂 20 吨，主含量≥99.5%", "li2co3-batt"],
    ["求购人造石墨100吨", "artificial-graphite"],
  ])("is none: %s", (text, concept) => {
    const { first, doubt } = read(text);
    expect([first, doubt]).toEqual([concept, undefined]);
  });

  it("names what else is of its formula, and asks nothing once its author chose", () => {
    const { concepts } = read("求购电池级碳酸锂 20 吨，主含量≥99.2%");
    expect(concepts.find(({ doubt }) => doubt)?.alternatives).toContain("li2co3-tech");
    expect(read("求购无水氢氧化锂 50 吨", "lioh-tech").doubt).toBeUndefined();
  });
});
