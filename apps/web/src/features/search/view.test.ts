import { toPostingFilter } from "@lilink/contract";
import { expect, it } from "vitest";
import { chosenValues, isEmptyFilter, toExploreHref, toggleFacet } from "./view.ts";

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
