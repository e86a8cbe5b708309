import { expect, it } from "vitest";
import { dashesOf } from "./stroke.ts";

it("the dashes of a line grow with its width and tell the strokes apart at any", () => {
  expect([dashesOf("dashed", 2), dashesOf("dotted", 2), dashesOf("solid", 2)]).toEqual([
    "6 4",
    "1.5 4",
    undefined,
  ]);
  for (const width of [1, 1.5, 2]) expect(dashesOf("dashed", width)).not.toBe(dashesOf("dotted", width));
});
