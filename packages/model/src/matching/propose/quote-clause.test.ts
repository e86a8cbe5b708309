import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteClause } from "./quote-clause.ts";

const quote = (text: string, source: string) => {
  const start = text.indexOf(source);
  return quoteClause(text, { start, end: start + source.length });
};

it("names the row of a table of which a cell is asked", () => {
  const text = "项目\t指标\nFe\t34.0～36.0\t%";
  expect(quoteClause(text, { start: 9, end: 18 })).toEqual({ words: "Fe 34.0～36.0" });
});

describe("how a question quotes a text", () => {
  it.each([
    ["Li2CO3 CO2 < 0.35 %. Packed in 500 kg big bags.", "500 kg", "Packed in 500 kg"],
    ["2 kg for qualification (about 8 weeks).", "about 8 weeks", "2 kg for qualification (about 8 weeks)"],
    ["1.2 透气度：≤ 200 s/100mL", "≤ 200 s/100mL", "透气度：≤ 200 s/100mL"],
    ["吨袋包装(每袋约1吨)。", "约1吨", "吨袋包装(每袋约1吨)"],
    ["热收缩（130℃,1h）：MD≤3%", "130℃", "130℃"],
    ["二、质保金5%。", "5%", "质保金5%"],
    ["stable for 1,000 cycles at 0.5C in pouch cells of 0.5 Ah", "0.5 Ah", "0.5 Ah"],
  ])("[PO16] no piece of a bracket, a number or a mark: %s", (text, source, words) => {
    expect(quote(text, source).words).toBe(words);
  });

  it("[PO16] the clause stands below where it says more", () => {
    expect(quote("热收缩（130℃,1h）：MD≤3%", "130℃").clause).toBe("热收缩（130℃,1h）：MD≤3%");
    expect(quote("质保金5%。", "5%").clause).toBeUndefined();
  });

  it("[PO16] the quantity is always part of what is quoted", () => {
    const signs = fc.constantFrom(..."a b1.,，(（)）。\n：|3%");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), fc.nat(60), fc.nat(6), (all, from, length) => {
        const text = all.join("");
        const start = Math.min(from, text.length);
        const end = Math.min(text.length, start + length);
        const { words, clause } = quoteClause(text, { start, end });
        expect(clause ?? words).toContain(text.slice(start, end));
      }),
    );
  });
});
