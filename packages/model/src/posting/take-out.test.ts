import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubts } from "./doubt.ts";
import { takeOut } from "./take-out.ts";

describe("words that are taken out", () => {
  it.each([
    ["首批 120 吨，再 120 吨", "120 吨", "首批 …，再 …"],
    ["首批 １２０ 吨", "120 吨", "首批 …"],
    ["电话 138 0000 0000。", "138 0000 0000", "电话 …。"],
    ["nothing of it", "120 t", "nothing of it"],
  ])("[PO11] %s", (text, quote, rest) => {
    expect(takeOut(text, quote)).toBe(rest);
  });

  it("[PO11] any text: the words are gone, and what stands around them stays", () => {
    const part = fc.string({ unit: fc.constantFrom("a", "１", "1", "吨", " ", "㎡", "，"), maxLength: 12 });
    fc.assert(
      fc.property(part, part, (before, after) => {
        const rest = takeOut(`${before}#120t#${after}`, "#120t#");
        expect(rest).toBe(`${before}…${after}`);
      }),
    );
  });

  it("[PO11] a hint whose words are taken out is no hint any more", () => {
    const content = { title: "求购吸附剂 1.2 万吨", volume: { amount: "12000", unit: "t" } };
    const [doubt] = findDoubts(content, {}, []);
    expect(doubt?.of).toBe("volume");
    expect(findDoubts({ ...content, title: takeOut(content.title, doubt?.quote ?? "") }, {}, [])).toEqual([]);
  });
});
