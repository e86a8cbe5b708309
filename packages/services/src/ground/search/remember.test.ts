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

it("tells what is asked apart by its key", () => {
  const made: number[] = [];
  const size = remember(
    2,
    (asked: { readonly texts: readonly string[] }) => {
      made.push(asked.texts.length);
      return asked.texts.length;
    },
    ({ texts }) => JSON.stringify(texts),
  );
  expect([["a"], ["a"], ["a", "b"], ["a"]].map((texts) => size({ texts }))).toEqual([1, 1, 2, 1]);
  expect(made).toEqual([1, 2]);
});
