import { describe, expect, it } from "vitest";
import { secondProduct } from "../../posting/index.ts";
import { proposeDraft } from "./ask-figure.ts";

const two =
  "求购电池级碳酸锂，每月60吨，主含量不低于99.5%。另外还要电池级氢氧化锂20吨，磁性异物不高于50ppb。";
const read = (text: string, concept: string) =>
  secondProduct(proposeDraft(text, "2026-12-03", "need", concept), concept);

describe("[MT103] the second product of a text", () => {
  it("is what the text goes on with", () => {
    expect(read(two, "li2co3-batt")).toMatch(/^lioh/);
  });

  it("is none in the draft of that product, nor of a text about one", () => {
    expect(read(two, read(two, "li2co3-batt") ?? "")).toBeNull();
    expect(read("求购电池级碳酸锂，每月60吨，主含量不低于99.5%。", "li2co3-batt")).toBeNull();
  });

  it("the draft of the second product has its own figures and amount alone; all else is of the first", () => {
    const text =
      "供应三元黑粉：Ni 21.5%，Co 8.2%，Cu ≤1.5%，水分 ≤3%。现货180吨在库。磷酸铁锂黑粉也有，Li 2.3%，月供约200吨，另议。";
    const first = proposeDraft(text, "2026-12-03", "capability", "black-mass-ncm");
    expect(first.figures.map(({ value }) => value.attribute)).toEqual([
      "mass_ni",
      "mass_co",
      "mass_cu",
      "moisture",
    ]);
    const second = proposeDraft(text, "2026-12-03", "capability", "black-mass-lfp");
    expect(second.figures.map(({ value }) => [value.attribute, value.value])).toEqual([["mass_li", "2.3"]]);
    expect(second.volume?.value).toMatchObject({ amount: "200", unit: "t/month" });
    expect(second.asked.map(({ value }) => value.product)).toEqual(second.asked.map(() => "black-mass-ncm"));
    // Nobody is led back to the first from there.
    expect([secondProduct(first, "black-mass-ncm"), secondProduct(second, "black-mass-lfp")]).toEqual([
      "black-mass-lfp",
      null,
    ]);
  });
});
