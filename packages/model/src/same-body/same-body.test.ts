import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../testing/body-pairs.json" with { type: "json" };
import { toCreditCode } from "../codes/index.ts";
import {
  type BodyRecord,
  compareBodies,
  compareNames,
  pairKey,
  proposePairs,
  sameBodyScore,
} from "./index.ts";
import { readName } from "./read-name.ts";

const body = (given: Partial<BodyRecord>): BodyRecord => ({ id: "x", nameZh: null, nameEn: null, ...given });

describe("names of bodies", () => {
  it("[BD1] a name falls into brand, kinds, places and legal form, in Chinese and in English alike", () => {
    const zh = readName("江西赣锋锂业股份有限公司");
    const en = readName("Jiangxi Ganfeng Lithium Co., Ltd.");
    expect([zh.brand, zh.sound, [...zh.kinds], [...zh.places]]).toEqual([
      "赣锋",
      "ganfeng",
      ["lithium"],
      ["jiangxi"],
    ]);
    expect([en.brand, [...en.kinds], [...en.places]]).toEqual(["ganfeng", ["lithium"], ["jiangxi"]]);
  });

  it("[BD1] other characters, sound, abbreviation and language make no other body; a place or line of work does", () => {
    const name = "江西赣锋锂业股份有限公司";
    for (const same of [
      "江西贛鋒鋰業股份有限公司",
      "江西赣峰锂业股份有限公司",
      "赣锋锂业",
      "Ganfeng Lithium",
    ])
      expect([same, compareNames(name, same).score >= sameBodyScore]).toEqual([same, true]);
    expect(compareNames("中科院物理所", "中国科学院物理研究所").score).toBeGreaterThan(sameBodyScore);
    expect(compareNames("四川裕能新能源电池材料有限公司", "贵州裕能新能源电池材料有限公司").bar).toBe(
      "place",
    );
    expect(compareNames("远山正极材料有限公司", "远山负极材料有限公司").bar).toBe("kind");
    expect(compareNames("众报锂盐一厂", "众报锂盐二厂").bar).toBe("number");
    expect(compareNames("Plant 1 of Yanze", "Plant 2 of Yanze").bar).toBe("number");
    expect(compareNames("西部矿业集团有限公司", "西部矿业股份有限公司").bar).toBe("form");
  });

  it("[BD1] one code is proof, two codes or two countries bar the pair whatever the names", () => {
    const [a, b] = [toCreditCode("91360500", "MA0000001"), toCreditCode("91360500", "MA0000002")];
    const name = { nameZh: "赣锋锂业" };
    expect(compareBodies(body({ code: a, nameZh: "甲" }), body({ code: a, nameZh: "乙" }))).toMatchObject({
      score: 1,
      signs: ["code"],
    });
    expect(compareBodies(body({ ...name, code: a }), body({ ...name, code: b })).bars).toEqual(["code"]);
    expect(
      compareBodies(body({ ...name, country: "CN" }), body({ ...name, country: "DE" })).score,
    ).toBeLessThan(sameBodyScore);
  });

  it("[BD1] which record comes first makes no difference", () => {
    const names = golden.pairs.flatMap(({ a, b }) => [a, b]).map((one) => body(one));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
        expect(compareBodies(a, b).score).toBeCloseTo(compareBodies(b, a).score, 10);
      }),
    );
  });

  it("[BD1] our 300 pairs: what is proposed is right nine times of ten, and nine of ten are proposed", () => {
    const told = golden.pairs.map(({ a, b, same }) => ({
      same,
      proposed: compareBodies(body(a), body(b)).score >= sameBodyScore,
    }));
    const right = told.filter(({ same, proposed }) => same && proposed).length;
    expect(told).toHaveLength(300);
    expect(right / told.filter(({ proposed }) => proposed).length).toBeGreaterThan(0.93);
    expect(right / told.filter(({ same }) => same).length).toBeGreaterThan(0.88);
  });

  it("[BD2] proposes what comparing all with all proposes, and leaves out what was told apart", () => {
    const all = golden.pairs
      .slice(0, 60)
      .flatMap(({ a, b }, at) => [body({ ...a, id: `${at}a` }), body({ ...b, id: `${at}b` })]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 2, maxLength: 40 }), (some) => {
        const naive = some.flatMap((one, at) =>
          some
            .slice(at + 1)
            .flatMap((other) =>
              compareBodies(one, other).score >= sameBodyScore ? [pairKey(one.id, other.id)] : [],
            ),
        );
        const proposed = proposePairs(some);
        expect(proposed.map(({ first, second }) => pairKey(first, second)).toSorted()).toEqual(
          naive.toSorted(),
        );
        expect(proposePairs(some, new Set(naive))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
