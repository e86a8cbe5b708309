import { describe, expect, it } from "vitest";
import { makePostings } from "./make-postings.ts";
import { idOf, makeWorkload, passes } from "./workload.ts";

describe("generated postings", () => {
  it("are the same for the same seed and place, whatever the size", () => {
    const few = makePostings(7, 10);
    const many = makePostings(7, 1000);
    expect(few.tokensOf(3)).toEqual(many.tokensOf(3));
    expect(few.tokensOf(3)).not.toEqual(many.tokensOf(4));
    expect(makePostings(8, 10).tokensOf(3)).not.toEqual(few.tokensOf(3));
  });

  it("have about fifty different words, and one in a hundred passes the filter", () => {
    const { termsPerPosting, queries, common } = makeWorkload(7, 1000);
    expect(termsPerPosting).toBeGreaterThan(45);
    expect(termsPerPosting).toBeLessThan(65);
    for (const words of [...queries, ...common]) expect(new Set(words).size).toBe(words.length);
    const passing = Array.from({ length: 100_000 }, (_, at) => at).filter(passes).length;
    expect(passing).toBeGreaterThan(900);
    expect(passing).toBeLessThan(1100);
    expect(idOf(9) < idOf(10)).toBe(true);
  });
});
