import { normalizeText, toRawSpan } from "@lilink/engine/text";
import { describe, expect, it } from "vitest";
import { concepts } from "../../chain/index.ts";
import { analyzeText } from "./analyze-text.ts";

function named(text: string): string {
  return analyzeText(text)
    .mentions.map(({ concept, negated }) => (negated ? `!${concept}` : concept))
    .join(" ");
}

describe("concepts in text", () => {
  it.each([
    ["求购电池级碳酸锂 8000 吨/年", "li2co3-batt"],
    ["battery grade Li₂CO₃ and technical-grade lithium carbonate", "li2co3-batt li2co3-tech"],
    ["工业级的碳酸锂", "li2co3-tech"],
    ["99.0 % lithium carbonate", "li2co3-tech"],
    ["氢氧化锂微粉", "lioh-micro"],
    ["ＮＣＭ８１１ 正极", "ncm811"],
    ["電池級碳酸鋰", "li2co3-batt"],
    ["NMC 811 powder", "ncm811"],
    ["硫化物电解质", "sse-sulfide"],
    ["sulphide solid electrolytes", "sse-sulfide"],
    ["aluminum foil", "aluminium-foil"],
  ])("[MT3] %s names %s", (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it("[MT3] 磷酸铁锂 is LFP, whatever is around it", () => {
    expect(named("回收磷酸铁锂")).toBe("lfp");
    expect(named("磷酸铁锂电池")).toBe("cell-lfp");
    expect(named("退役磷酸铁锂电池")).toBe("eol-lfp");
    expect(named("磷酸铁")).toBe("iron-phosphate");
    expect(named("磷酸鐵鋰")).toBe("lfp");
  });

  it("[MT3] the words around a shared abbreviation decide", () => {
    expect(named("LFP cells")).toBe("cell-lfp");
    expect(named("LFP powder")).toBe("lfp");
    expect(named("XRT sorter machine")).toBe("eq-sorter");
    expect(named("三元黑粉")).toBe("black-mass-ncm");
  });

  it("[MT3] short abbreviations keep their case and whole words their borders", () => {
    expect(named("the battery ps is not PS")).toContain("ps");
    expect(named("recipes for species")).toBe("");
    expect(named("回收率不低于 90 %")).toBe("");
  });

  it.each([
    ["不含六氟磷酸锂", "!lipf6"],
    ["graphite anode free of PVDF, LiPF6-free", "artificial-graphite !pvdf !lipf6"],
    ["without LiPF6 or LiFSI", "!lipf6 !lifsi"],
    ["除六氟磷酸锂外的锂盐", "!lipf6"],
    ["cobalt-free cathode", "cobalt-free"],
    ["无钴正极", "cobalt-free"],
    ["除六氟磷酸鋰以外的鋰鹽", "!lipf6"],
  ])("[MT4] %s gives %s", (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it("[MT3] finds every concept of the chain by its own zh and en name", () => {
    const lost = concepts.filter(
      ({ id, zh, en }) =>
        ![zh, en].every((name) =>
          analyzeText(name).mentions.some(
            ({ concept, alternatives }) => concept === id || alternatives.includes(id),
          ),
        ),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

describe("normal text", () => {
  it("[MT2] half width, one dash, no blanks beside Han, case stays", () => {
    expect(normalizeText("Ｄ５０：８—１５ µm，Mt 与 mt").text).toBe("D50:8-15 μm,Mt与mt");
  });

  it("[MT2] spans lead back to the words as written", () => {
    const text = "纯度 ≥ ９９．５ ％ 的电池级 碳酸锂";
    const [mention] = analyzeText(text).mentions;
    expect(text.slice(mention?.start, mention?.end)).toBe("电池级 碳酸锂");
    const normal = normalizeText("a㎡b");
    expect(toRawSpan(normal, { start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  });
});

it.each([
  ["采购黑粉湿法生产线，EPC总包优先", false],
  ["寻求EPC节能改造", true],
])("[MT3] EPC is energy saving only where the text speaks of that: %s", (text, isSo) => {
  const found = analyzeText(text).mentions.map(({ concept }) => concept);
  expect(found.includes("energy-saving-retrofit")).toBe(isSo);
});
