import { expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

it("puts faults in the order of the form, those without a label last, those of one field as they came", () => {
  const labels = { codeScheme: "Scheme", code: "Code", statement: "Statement", "items.*.name": "Name" };
  const faults = ["statement", "other", "items.0.name", "items.0.unit", "code"].map((field) => ({ field }));
  expect(inOrder(faults, labels).map(({ field }) => field)).toEqual([
    "code",
    "statement",
    "items.0.name",
    "items.0.unit",
    "other",
  ]);
});
