import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likenessOf, sameEventScore } from "./same-event.ts";

const ban = { text: "津巴布韦宣布2027年起禁止出口锂精矿", date: "2025-06-10", country: "ZW" };

describe("two texts about events", () => {
  it("[WA3] of two languages are alike by names, numbers and what is done", () => {
    const english = { text: "Zimbabwe to ban lithium concentrate exports from 2027", date: "2025-06-11" };
    const found = likenessOf(ban, english);
    expect(found.score).toBeGreaterThan(sameEventScore);
    expect(found).toMatchObject({ names: ["zimbabwe"], numbers: ["2027"], days: 1 });
  });

  it("[WA3] of other days or another country are less alike", () => {
    const earlier = { text: "津巴布韦禁止锂原矿出口", date: "2022-12-20", country: "ZW" };
    expect(likenessOf(ban, earlier).score).toBeLessThan(sameEventScore);
    const abroad = { ...ban, country: "ZM" };
    expect(likenessOf(ban, abroad).score).toBeLessThan(likenessOf(ban, ban).score);
  });

  it("[WA3] amounts are one in both ways of counting", () => {
    const loan = likenessOf({ text: "提供22.6亿美元贷款" }, { text: "closes $2.26 billion loan" });
    expect(loan.numbers).toEqual(["2260000000"]);
  });

  it("[WA3] the order of the two does not matter, and a text is most like itself", () => {
    const text = fc.array(
      fc.constantFrom("智利", "Chile", "禁止出口", "ban", "2030", "丰田", "Toyota", "固态电池", "plant"),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [{ text: a.join(" ") }, { text: b.join(" ") }];
        const score = likenessOf(one, other).score;
        expect(likenessOf(other, one).score).toBeCloseTo(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
