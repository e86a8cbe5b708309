import { expect, it } from "vitest";
import { remember } from "./remember.ts";

it("makes each text once, and again when as many others came after it", () => {
  const made: string[] = [];
  const upper = remember(2, (text) => {
    made.push(text);
    return text.toUpperCase();
  });
  expect(["a", "b", "a", "c", "a", "b"].map(upper)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
});
