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
});
