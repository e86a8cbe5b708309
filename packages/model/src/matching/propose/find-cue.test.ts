import { expect, it } from "vitest";
import { findCue } from "./find-cue.ts";

it("[MT7] finds the name of a figure right before it, and nothing where something else is between", () => {
  const cut = (text: string, attribute: string) => {
    const span = findCue(text, attribute);
    return span && text.slice(span.start, span.end);
  };
  expect(cut("碳酸锂 磁性异物 ", "magnetic")).toBe("磁性异物 ");
  expect(cut("lithium carbonate with magnetic impurities below ", "magnetic")).toBe(
    "magnetic impurities below ",
  );
  expect(cut("磷酸铁锂 循环寿命", "cycle_life")).toBe("循环寿命");
  expect(cut("purity and everything else that matters to us ", "purity")).toBeNull();
  expect(cut("碳酸锂 ", "magnetic")).toBeNull();
});
