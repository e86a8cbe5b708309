import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer, pairTermsOf, shareOfHan, simplifyHan, stemWord } from "./index.ts";

const { searchTermsOf } = createTokenizer(() => ["磷酸铁锂"]);

describe("folding", () => {
  it.each([
    ["磷酸鐵鋰電池回收", "磷酸铁锂电池回收"],
    ["後處理與乾燥設備", "后处理与乾燥设备"],
    ["什么时候，著名的里程", "什么时候，著名的里程"],
  ])("[TX6] %s reads as %s", (written, simplified) => {
    expect(simplifyHan(written)).toBe(simplified);
  });

  it("[TX6] what is simplified stays as it is, and folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[鐵铁後后麼么於于著着乾干 a1]{0,12}$/), (text) => {
        expect(simplifyHan(simplifyHan(text))).toBe(simplifyHan(text));
      }),
    );
  });

  it("[TX6] width, case and script of the same words make the same terms", () => {
    expect(searchTermsOf("ＮＣＭ８１１ 高鎳正極")).toEqual(searchTermsOf("ncm811 高镍正极"));
    expect(searchTermsOf("LiPF₆")).toEqual(searchTermsOf("lipf6"));
  });
});

describe("stems", () => {
  it.each([
    ["batteries", "battery"],
    ["recycling", "recycled"],
    ["electrolytes", "electrolyte"],
    ["organisations", "organization"],
    ["adopted", "adoption"],
    ["digitizers", "digitizer"],
    ["cells", "cell"],
  ])("[TX7] %s and %s have one stem", (one, other) => {
    expect(stemWord(one)).toBe(stemWord(other));
  });

  it.each([
    "lipf6",
    "ncm811",
    "ni90",
    "li2co3",
    "lini0.8co0.1mn0.1o2",
    "bms",
    "pvdf",
    "lfps",
    "gas",
    "series",
  ])("[TX7] %s stays whole", (code) => {
    expect(stemWord(code)).toBe(code);
  });

  it("[TX7] a stem is never longer than its word", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
        expect(stemWord(word).length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});

describe("terms of ranked search", () => {
  it.each([
    ["the batteries of NCM-811", "batteri ncm811 ncm 811"],
    ["LiNi0.8Co0.1Mn0.1O2 cathode", "lini0.8co0.1mn0.1o2 cathod"],
    ["Li2CO3, 99.5 %", "li2co3 99.5"],
    ["不含钴", "不 含 钴 不含 含钴"],
    ["cobalt-free", "cobalt free"],
    ["supplier's brines", "supplier brine"],
  ])("[TX8] %s is filed under %s", (text, terms) => {
    expect(searchTermsOf(text).join(" ")).toBe(terms);
  });

  it("[TX8] 磷酸铁锂 is a word of its own beside its parts", () => {
    expect(searchTermsOf("磷酸鐵鋰")).toContain("磷酸铁锂");
  });

  it("[TX9] neighbours of Latin script make phrases", () => {
    expect(pairTermsOf(["shock", "wave", "电池", "cell"])).toEqual(["shock_wave"]);
  });

  it("[TX8] a text's share of Han decides its language", () => {
    expect(shareOfHan("Recycling of spent cells")).toBe(0);
    expect(shareOfHan("招聘 Java 工程师")).toBeGreaterThan(0.5);
    expect(shareOfHan("")).toBe(0);
  });
});
