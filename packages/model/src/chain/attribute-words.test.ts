import { describe, expect, it } from "vitest";
import { attributes, attributesNamed, labelsOfAttribute } from "./index.ts";
import { attributeWords } from "./tables.ts";

const han = /\p{Script=Han}/u;
const found = (word: string) =>
  attributes
    .filter((one) => labelsOfAttribute(one).some((label) => label.includes(word)))
    .map(({ id }) => id);

describe("[CH12] the words that people use for an attribute", () => {
  it("stand for each attribute in both languages, each word once", () => {
    expect(attributeWords.map(({ attribute }) => attribute)).toEqual(attributes.map(({ id }) => id));
    for (const { zh, en } of attributeWords) {
      expect(Math.min(zh.length, en.length)).toBeGreaterThan(0);
      for (const list of [zh, en]) {
        expect(new Set(list).size).toBe(list.length);
        for (const word of list) expect(word).toBe(word.trim());
      }
      expect(zh.some((word) => han.test(word)) || zh.includes("TRL")).toBe(true);
      expect(en.filter((word) => han.test(word))).toEqual([]);
    }
  });

  it.each([
    ["cost", ["price"]],
    ["成本", ["price"]],
    ["capacity retention", ["cycle_life", "soh"]],
    ["容量保持率", ["cycle_life", "soh"]],
    ["purity", ["purity"]],
    ["纯度", ["purity"]],
    ["SSA", ["bet"]],
    ["首效", ["first_eff"]],
    ["交期", ["lead_time"]],
    ["power consumption", ["energy_use"]],
    ["yield", ["recovery"]],
    ["lifetime", ["cycle_life"]],
    ["导电性", ["ionic_conductivity"]],
  ])("lead from %s to %j", (word, ids) => {
    expect(found(word)).toEqual(ids);
  });

  it("name it in any width and case, and its unit names nothing", () => {
    for (const one of attributes)
      for (const label of labelsOfAttribute(one))
        if (label !== one.unit) expect(attributesNamed(` ${label.toUpperCase()} `), label).toContain(one.id);
    expect(attributesNamed("Ｄ５０")).toEqual(["d50"]);
    expect(attributesNamed("water-content")).toEqual(["moisture"]);
    for (const word of ["%", "µm", "ppm", "水", ""]) expect(attributesNamed(word)).toEqual([]);
  });
});
