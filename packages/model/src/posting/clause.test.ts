import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listClauses } from "./clause.ts";

const wordsOf = (text: string) => listClauses(text).map(({ start, end }) => text.slice(start, end));

describe("clauses of a text", () => {
  it.each([
    [
      "求购碳酸锂 1,200.5 吨，须提供第三方检测报告，按月交货。",
      ["求购碳酸锂 1,200.5 吨", "须提供第三方检测报告", "按月交货"],
    ],
    ["容量不低于 4.5 g/L（25 ℃，4 BV/h），收率 85%", ["容量不低于 4.5 g/L（25 ℃，4 BV/h）", "收率 85%"]],
    ["容量（25 ℃。收率 85%，好", ["容量（25 ℃", "收率 85%", "好"]],
    [
      "Purity 99.5 %, by approx. May. Deliver monthly.",
      ["Purity 99.5 %", "by approx", "May", "Deliver monthly"],
    ],
    [" ，。\n", []],
  ])("[PO16] %s", (text, clauses) => {
    expect(wordsOf(text)).toEqual(clauses);
  });

  it("[PO16] outside of brackets and numbers a text is cut at every comma and stop", () => {
    const letter = fc.constantFrom("锂", "a", " ", "，", "。", "；", "\n", "、", "：");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 40 }), (text) => {
        const plain = text
          .split(/[，。；\n]/)
          .map((clause) => clause.trim())
          .filter((clause) => /[锂a]/.test(clause));
        expect(wordsOf(text)).toEqual(plain);
      }),
    );
  });
});
