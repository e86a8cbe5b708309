import { expect, it } from "vitest";
import { toNextPath } from "./next-path.ts";

it.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/x"],
])("never leads to another host: %s", (given) => expect(toNextPath(given)).toBe("/desk"));

it("leads back to a page of ours with its filters", () => {
  expect(toNextPath("/postings?kind=need&q=%E9%94%82")).toBe("/postings?kind=need&q=%E9%94%82");
});
