import { toPostingFilter } from "@lilink/contract";
import { expect, it } from "vitest";
import {
  chosenValues,
  isEmptyFilter,
  noteOfQuery,
  toDirection,
  toExploreHref,
  toggleFacet,
  toNextSort,
  toPostingColumns,
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

it("[SE5] shows the columns that a reader chose, or the usual ones in which some row says something", () => {
  const silent = [{ fields: {} }];
  expect(toPostingColumns(undefined, silent)).toEqual(["kind", "concept", "cooperation", "age"]);
  expect(toPostingColumns(undefined, [...silent, { fields: { region: "36", volume: {} } }])).toEqual([
    "kind",
    "concept",
    "volume",
    "region",
    "cooperation",
    "age",
  ]);
  expect(toPostingColumns("validUntil.region.nonsense", silent)).toEqual(["region", "validUntil"]);
  expect(toPostingColumns("", silent)).toEqual([]);
});

it("[SE5] a head asks for one end of its column, then for the other", () => {
  expect(toNextSort("age", "newest")).toBe("oldest");
  expect(toNextSort("age", "best")).toBe("newest");
  expect(toNextSort("validUntil", "ending")).toBe("lasting");
  expect(toNextSort("region", "newest")).toBeNull();
  expect(toDirection("age", "newest")).toBe("descending");
  expect(toDirection("validUntil", "ending")).toBe("ascending");
  expect(toDirection("validUntil", "newest")).toBeUndefined();
  expect(toDirection("region", "newest")).toBeUndefined();
});
