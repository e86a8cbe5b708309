import { proposeFields } from "@lilink/model/matching";
import { describe, expect, it } from "vitest";
import { toDraftValues } from "./draft-values.ts";
import { toProposalItems } from "./proposal-items.ts";

describe("what is proposed from a text", () => {
  const wanted = proposeFields("求购电池级碳酸锂 100 吨");
  const [subject] = wanted.concepts;

  it("[MT57] names the subject, never what stands beside it", () => {
    const beside = { ...wanted, concepts: wanted.concepts.map((concept) => ({ ...concept, aside: true })) };
    const isConcept = ({ field }: { readonly field: string }) => field === "concept";
    expect(toProposalItems(beside, "en").filter(isConcept)).toEqual([]);
    const both = { ...wanted, concepts: [...beside.concepts, ...wanted.concepts] };
    const [item] = toProposalItems(both, "en").filter(isConcept);
    expect(item?.apply(toDraftValues({}, {}, 1)).concept).toBe(subject?.value);
  });
});
