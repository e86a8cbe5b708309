import { expect, it } from "vitest";
import { currentOf } from "./current-of.ts";

const items = ["/", "/postings", "/postings/own", "/board"];

it.each([
  ["/", "/"],
  ["/postings", "/postings"],
  ["/postings/7h", "/postings"],
  ["/postings/own", "/postings/own"],
  ["/postings/own/7h", "/postings/own"],
  ["/postings-abroad", null],
  ["/goals", null],
])("the page %s lies under %s", (path, item) => {
  expect(currentOf(items, path)).toBe(item);
});
