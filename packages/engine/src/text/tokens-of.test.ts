import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createTokenizer,
  pinyinOf,
  queryTokensOf,
  soundsOf,
  toTsQueryInput,
  toTsVectorInput,
} from "./index.ts";

const { tokensOf } = createTokenizer(() => ["六氟磷酸锂", "磷酸锂"]);

describe("tokens", () => {
  it("[TX1] files Han by character pairs, last character and long words", () => {
    expect(tokensOf("六氟磷酸锂")).toEqual(["六氟", "氟磷", "磷酸", "酸锂", "锂", "磷酸锂", "六氟磷酸锂"]);
    expect(tokensOf("正极")).toEqual(["正极", "极"]);
  });

  it("[TX2] keeps names whole and folds width, case and subscripts", () => {
    expect(tokensOf("LiPF₆ ＮＣＭ８１１")).toEqual(["lipf6", "ncm811", "ncm", "811"]);
    expect(tokensOf("Li-ion")).toEqual(["liion", "li", "ion"]);
    expect(tokensOf("99.5%，1.3g/t")).toEqual(["99.5", "1.3", "g", "t"]);
    expect(tokensOf("µm")).toEqual(tokensOf("μm"));
  });

  it("[TX3] a query made of any part of a run of Han is answered by the text that holds it", () => {
    const han = fc.stringMatching(/^[碳酸锂电池级正极材料氟磷铁镍钴锰回收]{1,14}$/);
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % (text.length - start)));
        const filed = tokensOf(`求${text} x`);
        for (const token of queryTokensOf(part))
          expect(
            filed.some((other) => (token.length === 1 ? other.startsWith(token) : other === token)),
          ).toBe(true);
      }),
    );
  });

  it("[TX3] NCM811, NCM-811 and NCM 811 find one another", () => {
    const spellings = ["NCM811", "NCM-811"];
    for (const text of spellings)
      for (const query of [...spellings, "NCM 811"])
        for (const token of queryTokensOf(query)) expect(tokensOf(`供应 ${text} 正极`)).toContain(token);
  });

  it("[TX4] whatever is typed leaves nothing that PostgreSQL would read as an operator", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(toTsVectorInput(tokensOf(text))).toMatch(/^[\p{L}\p{M}\p{N}. ]*$/u);
        expect(toTsQueryInput(queryTokensOf(text))).toMatch(/^(?:'[\p{L}\p{M}\p{N}.]+'(?::\*)?(?: & |$))*$/u);
      }),
    );
    expect(toTsQueryInput(["a'b", "碳酸", "锂"])).toBe("'碳酸' & '锂':*");
    expect(toTsVectorInput(["碳酸", "99.5", "a/b"])).toBe("碳酸 99.5");
  });

  it("[TX2] a run of 50,000 characters is dropped, not filed, and quickly", () => {
    expect(tokensOf("a".repeat(50_000))).toEqual([]);
    expect(tokensOf("锂电".repeat(5_000)).length).toBeGreaterThan(9_999);
  });

  it("[TX5] names are found by full pinyin and by initials", () => {
    expect(pinyinOf("宁德时代CATL")).toEqual({ full: "ningdeshidaicatl", initials: "ndsdcatl" });
    expect(pinyinOf("绿色（重庆）锂业")).toEqual({ full: "lvsechongqingliye", initials: "lscqly" });
    expect(pinyinOf("")).toEqual({ full: "", initials: "" });
    expect(soundsOf("镍锰NMC").map(({ full, initials }) => [full, initials])).toEqual([
      ["niemengnmc", "nmnmc"],
      ["mengnmc", "mnmc"],
      ["nmc", "nmc"],
    ]);
  });
});
