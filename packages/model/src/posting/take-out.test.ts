import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubts } from "./doubt.ts";
import { replaceName, takeOut } from "./take-out.ts";

describe("words that are taken out", () => {
  it.each([
    ["碳酸锂，价格不超过 8.5 万元/吨，月付", "8.5 万元", "碳酸锂，月付"],
    ["首批 120 吨，再 120 吨，按月", "120 吨", "按月"],
    ["首批 １２０ 吨", "120 吨", "首批"],
    ["电话 138 0000 0000。", "138 0000 0000", "电话。"],
    ["LFP cells, price at most 8.5 CNY/t. Monthly.", "8.5 CNY", "LFP cells. Monthly."],
    [
      "Battery-grade monohydrate, 450 t in 2027, then 600 t in 2028.",
      "450 t",
      "Battery-grade monohydrate, then 600 t in 2028.",
    ],
    ["Battery-grade monohydrate, then 600 t in 2028.", "600 t", "Battery-grade monohydrate."],
    [
      "We need 450 t of lithium hydroxide a year, monthly.",
      "450 t",
      "We need lithium hydroxide a year, monthly.",
    ],
    ["450 t of lithium hydroxide, monthly.", "450 t", "Lithium hydroxide, monthly."],
    ["采购电池级氢氧化锂 3600 吨/年，按月交货。", "3600 吨", "采购电池级氢氧化锂，按月交货。"],
    ["3.1 氢氧化锂。3.4 年采购量3600吨，按月交货。", "3600吨", "3.1 氢氧化锂。3.4 按月交货。"],
    [
      "3.1 氢氧化锂。3.3 年采购量3600吨。3.4 样品2kg。",
      "3600吨",
      "3.1 氢氧化锂。3.3 年采购量。3.4 样品2kg。",
    ],
    ["循环 3000 次，收率 85% 以上，年溶损最好不超过 1.5%。", "85%", "循环 3000 次，年溶损最好不超过 1.5%。"],
    ["LFP (450 t) for cells.", "450 t", "LFP for cells."],
    ["首批 120 吨，2027 年 6 月底前到厂。", "120 吨", "2027 年 6 月底前到厂。"],
    ["125 t, then 5 t more", "5 t", "125 t, then more"],
    ["nothing of it", "120 t", "nothing of it"],
  ])("[PO11] %s", (text, quote, rest) => {
    expect(takeOut(text, quote)).toBe(rest);
  });

  it.each([
    ["Beichuan seeks LFP cathode, 20 t.", "Beichuan", "Our company seeks LFP cathode, 20 t."],
    ["LFP for Beichuan, monthly.", "Beichuan", "LFP for our company, monthly."],
    ["南岭正极材料有限公司求购碳酸锂，月付", "南岭正极材料有限公司", "我司求购碳酸锂，月付"],
    ["nothing of it", "Beichuan", "nothing of it"],
  ])("[PO11] only the own name goes: %s", (text, quote, rest) => {
    expect(replaceName(text, quote)).toBe(rest);
  });

  const part = fc.string({ unit: fc.constantFrom("a", "１", "1", "吨", " ", "㎡"), maxLength: 12 });

  it("[PO11] several clauses: that of the words is gone with one comma, and every other stays", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), part, part, fc.nat(), (others, before, after, at) => {
        const clauses = ["a", ...others.map((one) => `x${one}x`)];
        const told = clauses.toSpliced(at % (clauses.length + 1), 0, `x${before}#120t#${after}x`);
        expect(takeOut(told.join("，"), "#120t#")).toBe(clauses.join("，"));
      }),
    );
  });

  it("[PO11] what stays of any text stood in it, in its order, and no mark is put in", () => {
    fc.assert(
      fc.property(fc.array(part), part, part, (others, before, after) => {
        const text = [...others, `${before}120 t${after}`, ...others].join(", ");
        const letters = [...takeOut(text, "120 t").toLowerCase()];
        let at = 0;
        for (const letter of text.toLowerCase()) if (letter === letters[at]) at += 1;
        expect(at).toBe(letters.length);
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
