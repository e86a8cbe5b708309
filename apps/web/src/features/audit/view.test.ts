import { expect, it } from "vitest";
import { detailText, readFilters } from "./view.ts";

it("takes the filters of an address and leaves out what is none", () => {
  expect(
    readFilters({ action: "posting.", from: "2026-02-31", to: "2026-02-28", person: "", other: "x" }),
  ).toEqual({
    action: "posting.",
    to: "2026-02-28",
  });
  expect(readFilters({ action: ["a", "b"], organization: "a b" })).toEqual({});
});

it("writes what an entry adds in one line", () => {
  expect(detailText({ version: 2, criteria: ["a"], outcome: "opened" })).toBe(
    'version: 2, criteria: ["a"], outcome: opened',
  );
  expect(detailText({})).toBe("");
});
