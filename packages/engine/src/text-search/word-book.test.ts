import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createTokenizer } from "../text/index.ts";
import { createTextSearch } from "./index.ts";
import { slipsBetween } from "./word-book.ts";

const names = ["磷酸铁锂", "碳酸锂", "氢氧化锂", "spodumene"];
const open = () => createTextSearch({ tokenizer: createTokenizer(() => names), spelling: () => names });
const search = open();
search.put({ id: "a", text: "Electrolyte filling and recycling of batteries" });
search.put({ id: "b", text: "匣钵烧结设备，碳酸锂除磁" });

beforeAll(() => {
  search.search("battery 电池", { k: 1 });
}, 60_000);

describe("did you mean", () => {
  it.each([
    ["磷酸铁里", "磷酸铁锂"],
    ["林酸铁锂电池", "磷酸铁锂电池"],
    ["磷酸铁理 electrolite", "磷酸铁锂 electrolyte"],
    ["清氧化锂", "氢氧化锂"],
    ["Spodumen", "spodumene"],
    ["recyclnig", "recycling"],
    ["tansuanly", "碳酸锂"],
    ["匣波", "匣钵"],
  ])("[TS8] %s means %s", (typed, meant) => {
    expect(search.correct(typed)).toBe(meant);
  });

  it("[TS8] leaves alone what a text, the dictionary or the field knows, short words, grades and what is like nothing", () => {
    for (const typed of [
      "碳酸锂",
      "电池",
      "batteries",
      "recycle",
      "the",
      "NCM812",
      "LiPF7",
      "xyzzyxyzzy",
      "提取",
      "",
    ])
      expect(search.correct(typed), typed).toBeNull();
    expect(createTextSearch().correct("recyclnig")).toBeNull();
  });

  it("[TS8] a word that was taken out puts nothing right", () => {
    const other = open();
    other.put({ id: "x", text: "wolframite" });
    expect(other.correct("wolframita")).toBe("wolframite");
    other.remove("x");
    expect(other.correct("wolframita")).toBeNull();
  });

  it("[TS8] counts slips as the plain table does, up to its limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        expect(Math.min(slipsBetween(one, other, most), most + 1)).toBe(
          Math.min(naive(one, other), most + 1),
        );
      }),
    );
  });
});

function naive(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  const swapped =
    one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  return Math.min(
    naive(a, other) + 1,
    naive(one, b) + 1,
    naive(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1),
    swapped ? naive(one.slice(0, -2), other.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
