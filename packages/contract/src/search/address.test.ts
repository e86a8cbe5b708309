import { concepts, linkIds } from "@lilink/model/chain";
import { cooperationForms, maturitySteps, postingKinds } from "@lilink/model/posting";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPostingAddress, toPostingAddress, toPostingFilter } from "./address.ts";
import { postingFacets, searchSorts } from "./posting-search.ts";

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });
const filters = fc.record({
  q: fc.string({ maxLength: 60 }).map((text) => text.trim()),
  kind: some(postingKinds),
  link: some(linkIds),
  concept: some(concepts.map((concept) => concept.id)),
  region: some(["36", "51", "63"]),
  maturity: some(maturitySteps),
  cooperation: some(cooperationForms),
  organization: some(["8PEZB9BFuqsn", "SSPU4NufzqhZ", "fSaLw2DuqixN"]),
  sort: fc.constantFrom(...searchSorts),
  meets: fc.constantFrom("1" as const, undefined),
});

describe("a search in its address", () => {
  it("[SE1] comes back from its address as it was", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const sorted = (list: readonly string[]) => [...list].sort();
        const back = readPostingAddress(toPostingAddress(filter));
        expect(back.q).toBe(filter.q);
        expect([back.sort, back.meets]).toEqual([filter.sort, filter.meets]);
        for (const facet of postingFacets) expect(sorted(back[facet])).toEqual(sorted(filter[facet]));
      }),
    );
  });

  it("[SE1] opens any address, and keeps the parts that it knows", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("q", "kind", "link", "region", "sort"), fc.string()),
        (params) => {
          expect(() => toPostingFilter(params)).not.toThrow();
        },
      ),
    );
    expect(toPostingFilter({ kind: "need,nonsense", region: ["36", "99"], sort: "worst" })).toMatchObject({
      kind: ["need"],
      region: ["36"],
    });
  });
});
