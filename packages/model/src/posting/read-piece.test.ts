import { expect, it } from "vitest";
import { readPiece } from "./read-piece.ts";

it.each([
  ["≤ 1.5 µm", { op: "<=", value: "1.5", high: "", unit: "µm" }],
  ["thickness up to 30 µm after drying", { op: "<=", value: "30", unit: "µm" }],
  ["粒径 3–5 µm", { op: "range", value: "3", high: "5", unit: "µm" }],
  ["不低于 1,200 次", { op: ">=", value: "1200" }],
])("[PO16] the piece %s begins a row", (words, row) => {
  expect(readPiece(words)).toMatchObject(row);
});

it("[PO16] what has no number begins none", () => expect(readPiece("as we said")).toBeNull());
