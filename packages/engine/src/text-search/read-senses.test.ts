import { beforeAll, describe, expect, it } from "vitest";
import { createTokenizer } from "../text/index.ts";
import { createMarker, createTextSearch, type NamedQuery } from "./index.ts";

const names = ["碳酸锂", "Li2CO3", "lithium carbonate"];
const tokenizer = createTokenizer(() => names);
const readNames = (query: string): NamedQuery => {
  const name = names.find((one) => query.includes(one));
  return name ? { rest: query.replace(name, " "), names: [names] } : { rest: query, names: [] };
};
const search = createTextSearch({ tokenizer, readNames });
const texts = {
  salt: "求购碳酸锂，吨袋包装",
  pure: "Lithium carbonate of 99.5 %",
  formula: "Drying of Li2CO3 in tonne bags",
  sodium: "Sodium carbonate for a lithium plant",
  recycle: "Recycling of spent batteries",
};
for (const [id, text] of Object.entries(texts)) search.put({ id, text });
const holding = (query: string, least = 0.7) => search.listHolding(query, Object.keys(texts), least);

// The dictionaries are read at the first question.
beforeAll(() => {
  search.search("battery 电池", { k: 1 });
}, 60_000);

describe("senses of a query", () => {
  it("[TS6] a name is one sense by whichever of its names it is asked, in both languages", () => {
    const order = (query: string) => search.search(query, { k: 10, lends: false });
    for (const name of names) {
      expect(holding(name)).toEqual(["salt", "pure", "formula"]);
      expect(order(name)).toEqual(order("碳酸锂"));
    }
  });

  it("[TS6] a text holds a word in another form or in the other language, and a query by the share of its words", () => {
    expect(holding("recycled battery")).toEqual(["recycle"]);
    expect(holding("电池回收")).toEqual(["recycle"]);
    expect(holding("battery zirconium")).toEqual([]);
    expect(holding("battery zirconium", 0.3)).toEqual(["recycle"]);
    expect(search.listHolding("battery", ["unheard", "recycle"], 0.7)).toEqual(["recycle"]);
    expect(holding("?!")).toEqual([]);
  });
});

describe("marks", () => {
  const marked = (query: string, text: string) =>
    createMarker({ tokenizer, readNames })(query)(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["Li2CO3", "电池级碳酸锂长单", ["碳酸锂"]],
    ["碳酸锂", "Battery-grade lithium carbonate, Li2CO3", ["lithium carbonate", "Li2CO3"]],
    ["recycled batteries", "Recycling of spent batteries", ["Recycling", "batteries"]],
    ["电池", "Spent batteries and packs", ["batteries"]],
    ["battery", "退役電池回收", ["電池"]],
    ["of", "Recycling of batteries", []],
    ["NCM-811", "An NCM811 cathode, NCM-811", ["NCM811", "NCM-811"]],
  ])("[TS7] %s in %s", (query, text, found) => {
    expect(marked(query, text)).toEqual(found);
  });
});
