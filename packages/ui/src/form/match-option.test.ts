import { describe, expect, it } from "vitest";
import { matchOption } from "./match-option.ts";

const electrolyte = ["电解液", "electrolyte", "liquid electrolyte", "dianjieye", "djy"];
const grade = ["氧化锂品位", "Li2O grade", "lithia", "ore grade"];
const price = ["报价", "price", "unit price"];

describe("what is typed", () => {
  it("finds by whole pieces of a name, never by letters picked out of it", () => {
    expect(matchOption("lifetime", grade)).toBe(0);
    expect(matchOption("lite", electrolyte)).toBe(0);
    expect(matchOption("解液", electrolyte)).toBeGreaterThan(0);
    expect(matchOption("liquid", electrolyte)).toBeGreaterThan(0);
    expect(matchOption("grade ore", grade)).toBeGreaterThan(0);
    expect(matchOption("grade cost", grade)).toBe(0);
  });

  it("of one or two letters begins a word", () => {
    expect(matchOption("li", grade)).toBeGreaterThan(0);
    expect(matchOption("ic", price)).toBe(0);
  });

  it("puts the name itself first, then its beginning, then the rest", () => {
    const ranks = ["报价", "报", "price", "unit", "rice"].map((typed) => matchOption(typed, price));
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
    expect(matchOption("", price)).toBe(1);
  });

  it("is compared as the given way of writing makes it", () => {
    const fold = (text: string) => text.replaceAll("電", "电");
    expect(matchOption("電解液", electrolyte)).toBe(0);
    expect(matchOption("電解液", electrolyte, fold)).toBe(1);
    expect(matchOption("ＬＩ2O", grade)).toBeGreaterThan(0);
  });
});
