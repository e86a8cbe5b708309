import fc from "fast-check";
import { expect, it } from "vitest";
import { glossOf } from "./gloss-of.ts";

it("[IN9] names the terms of a text of the other language, each once and in order", () => {
  expect(glossOf("磁性异物偏高的电池级碳酸锂，D50 也偏大；磁性异物须降到 300 ppb。", "en")).toEqual([
    { word: "磁性异物", name: "magnetic impurities" },
    { word: "电池级碳酸锂", name: "battery-grade lithium carbonate" },
  ]);
  const [first, second] = glossOf("The tap density of the lithium iron phosphate is too low.", "zh");
  expect(first).toEqual({ word: "tap density", name: "振实密度" });
  expect(second?.name).toBe("磷酸铁锂");
});

it("[IN9] says nothing of a text in the reader's own language", () => {
  expect(glossOf("磁性异物偏高的碳酸锂", "zh")).toEqual([]);
  expect(glossOf("The tap density of lithium carbonate is too low.", "en")).toEqual([]);
});

it("[IN9] quotes the text, whatever it says", () => {
  const word = fc.constantFrom("碳酸锂", "tap density", "水分", " ", "，", "x", "moisture", "LFP", "1.5");
  fc.assert(
    fc.property(
      fc.array(word).map((words) => words.join("")),
      fc.constantFrom("zh", "en"),
      (text, language) => {
        for (const { word: quoted, name } of glossOf(text, language)) {
          expect(text).toContain(quoted);
          expect(name).not.toBe("");
        }
      },
    ),
  );
});
