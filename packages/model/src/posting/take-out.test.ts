import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubts } from "./doubt.ts";
import { replaceName, takeOut } from "./take-out.ts";

describe("words that are taken out", () => {
  it.each([
    ["碳酸锂，价格不超过 8.5 万元/吨，月付", "8.5 万元", "碳酸锂，[…]，月付"],
    ["首批 120 吨，再 120 吨，按月", "120 吨", "[…]，[…]，按月"],
    ["首批 １２０ 吨", "120 吨", "首批 […]"],
    ["电话 138 0000 0000。", "138 0000 0000", "电话 […]。"],
    ["LFP cells, price at most 8.5 CNY/t. Monthly.", "8.5 CNY", "LFP cells, […]. Monthly."],
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

  it("[PO11] one clause: the words are gone, and what stands around them stays", () => {
    fc.assert(
      fc.property(part, part, (before, after) => {
        expect(takeOut(`${before}#120t#${after}`, "#120t#")).toBe(`${before}[…]${after}`);
      }),
    );
  });

  it("[PO11] several clauses: that of the words is gone, and every other stays", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), part, part, fc.nat(), (others, before, after, at) => {
        const place = at % (others.length + 1);
        const clauses = ["a", ...others];
        const told = clauses.toSpliced(place, 0, `x${before}#120t#${after}x`);
        expect(takeOut(told.join("，"), "#120t#")).toBe(clauses.toSpliced(place, 0, "[…]").join("，"));
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
