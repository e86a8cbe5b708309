import { expect, it } from "vitest";
import { isOpen, toLanes } from "./view.ts";

it("[AV1] a scope that was not given has an empty lane", () => {
  const lanes = toLanes({
    scopes: ["draft"],
    drafts: [
      { publicId: "b", kind: "need", title: "", preparedAt: new Date(2), handedAt: null },
      { publicId: null, kind: null, title: null, preparedAt: new Date(1), handedAt: new Date(2) },
    ],
    pairs: [],
    introductions: [],
  });
  expect(lanes.map(({ scope, given, marks }) => [scope, given, marks.map(({ kind }) => kind)])).toEqual([
    ["draft", true, ["handed", "working"]],
    ["pair", false, []],
    ["accompany", false, []],
  ]);
});

it("[AV2] what ended cannot be ended again", () => {
  expect(
    (["proposed", "holds", "later", "over", "declined", "ended"] as const).map((standing) =>
      isOpen({ standing }),
    ),
  ).toEqual([true, true, true, false, false, false]);
});
