import { toPostingFilter } from "@lilink/contract";
import { expect, it } from "vitest";
import {
  chosenValues,
  isEmptyFilter,
  noteOfQuery,
  toExploreHref,
  toggleFacet,
  withoutWords,
} from "./view.ts";

it("[SE1] a facet switched on and off again gives the address it came from", () => {
  const filter = toPostingFilter({ q: "lfp", kind: "need" });
  const more = toggleFacet(filter, "link", "materials");
  expect(toExploreHref(more)).toBe("/postings?q=lfp&kind=need&link=materials");
  expect(toExploreHref(toggleFacet(more, "link", "materials"))).toBe(toExploreHref(filter));
  expect(chosenValues(more)).toEqual([
    { facet: "kind", value: "need" },
    { facet: "link", value: "materials" },
  ]);
  expect([isEmptyFilter(more), isEmptyFilter(toPostingFilter({ cursor: "x" }))]).toEqual([false, true]);
});

it("[SE2] a query without a word is said to be ignored, a long one to be cut", () => {
  expect(["🔋🔋", "……", "碳酸锂", "", undefined, "a".repeat(3000)].map(noteOfQuery)).toEqual([
    "ignored",
    "ignored",
    null,
    null,
    null,
    "cut",
  ]);
});

it("[SE8] a figure is taken out of the words, the rest stays", () => {
  const filter = toPostingFilter({ q: "碳酸锂 磁性异物 ≤ 20 ppb 江西", kind: "need" });
  expect(toExploreHref(withoutWords(filter, "磁性异物 ≤ 20 ppb"))).toBe(
    toExploreHref(toPostingFilter({ q: "碳酸锂 江西", kind: "need" })),
  );
});
