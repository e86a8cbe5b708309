import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

function figuresOf(text: string): readonly string[] {
  return hearFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
}

const elements = { Na: "na", Mg: "mg", Ca: "ca", Fe: "fe", K: "k" } as const;
const names = Object.keys(elements) as readonly (keyof typeof elements)[];

describe("lists", () => {
  it.each([
    ["硫酸镍，钙镁各10以内（ppm）", ["ca ≤ 10 ppm", "mg ≤ 10 ppm"]],
    ["碳酸锂，钠、镁分别不超过50、20ppm", ["na ≤ 50 ppm", "mg ≤ 20 ppm"]],
    ["Lithium carbonate, Na and Mg below 50 and 20 ppm respectively", ["na ≤ 50 ppm", "mg ≤ 20 ppm"]],
    ["双氟，Cl 1ppm以内，SO4 10以内", ["cl ≤ 1 ppm", "so4 ≤ 10 ppm"]],
    ["pCAM: Ni 60, Co 20, Mn 20 mol%", ["ni_content 60 mol %"]],
    ["碳酸锂，钙镁合计10ppm", []],
    ["硫酸镍（Ca、Mg≤8ppm）", ["ca ≤ 8 ppm", "mg ≤ 8 ppm"]],
    ["碳酸锂，钙镁≤10ppm", []],
    [
      "Lithium carbonate. Water should not exceed 20 ppm, chloride 2 ppm",
      ["moisture ≤ 20 ppm", "cl ≤ 2 ppm"],
    ],
    ["Spodumene concentrate: Li2O 6.0 % typical, 5.8 % min", ["li2o_grade ≥ 5.8 % Li2O"]],
    ["pCAM: Ni 83, Co 11, Mn 6 mol%", ["ni_content 83 mol %"]],
    ["LMFP, 0.1C 152、1C 140 mAh/g", ["capacity_mass 152 mAh/g"]],
  ])("[MT80] what is said once holds for each: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT80] a unit at the start or the end of a row is as good as one at each element", () => {
    const row = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 4 });
    const value = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        row,
        value,
        fc.constantFrom(0, 1),
        fc.constantFrom("、", ", ", "，"),
        (symbols, first, end, joint) => {
          const given = symbols.map((symbol, index) => [symbol, first + index] as const);
          const print = (isWithUnit: (index: number) => boolean) =>
            `碳酸锂：${given.map(([symbol, each], index) => `${symbol}≤${each}${isWithUnit(index) ? "ppm" : ""}`).join(joint)}`;
          const last = end === 1 ? given.length - 1 : 0;
          expect(figuresOf(print((index) => index === last))).toEqual(figuresOf(print(() => true)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("conditions of a figure", () => {
  it.each([
    ["电芯，循环8000次（70%SOH）", []],
    ["LFP cells, 6000 cycles @ 80 %", ["cycle_life 6000 cycles"]],
    ["硫化物电解质，离子电导率1.9 mS/cm，-40℃", []],
    ["硫化物电解质，25℃电导率10以上mS/cm", ["ionic_conductivity ≥ 10 mS/cm"]],
    ["LLZO, conductivity 0.9 mS/cm, sintered at 1150 °C", ["ionic_conductivity 0.9 mS/cm"]],
    ["硅碳，循环300周保持率82%", []],
    ["LFP cell, cycle life ≥ 8000 (0.5P, 70 % SOH)", ["cycle_life ≥ 8000 cycles"]],
    ["LFP cell, operating temperature -30 to 55 °C", ["temp_min -30 °C"]],
    ["Spodumene concentrate, recovery of 71 % at 5.5 % Li2O", ["recovery 71 %"]],
  ])("[MT81] says under what it holds and fills no field: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe("whose a figure and a thing are", () => {
  it.each([
    ["现有黑粉约260吨，水分6%", ["moisture 6 %"]],
    ["我们有碳酸锂，纯度99.5%，求更高纯的", []],
    ["Our LFP has 2.5 g/cm3 press density", ["compaction 2.5 g/cm3"]],
    ["Our LFP has 2.5 g/cm3 press density; we need one with at least 2.6 g/cm3", ["compaction ≥ 2.6 g/cm3"]],
    ["Feed must not contain more than 100 ppm of copper", []],
    [
      "Compared with 91 % first-cycle efficiency, we ask for 93.5 % or better from graphite",
      ["first_eff ≥ 93.5 %"],
    ],
    ["碳酸锂，氧化铝纯度99.99%", []],
    ["LiPO2F2 of 99.9 %", ["purity 99.9 mass %"]],
    ["LiPF6 HF n.m.t. 50ppm", ["acid_hf ≤ 50 ppm"]],
    ["黑粉，铝0.6%，铜0.2%", ["mass_al 0.6 mass %", "mass_cu 0.2 mass %"]],
    ["比去年那批（残碱2200ppm）好点的NCM622，残碱1500ppm以下", ["residual_li ≤ 1500 ppm"]],
    ["代工费：云母2.6万元/吨，辉石1.95万元/吨", []],
  ])("[MT83] what a text has is offered where nothing is asked for: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["Failure analysis of ceramic separators please", ["svc-material-test"]],
    ["委托检测隔膜的透气度", ["svc-testing"]],
    ["LATP powder, phase-pure by XRD", ["sse-oxide-latp"]],
    ["铁锂电芯，UN38.3报告齐", ["cell-lfp"]],
    ["退役包，SOH 75%以上", ["eol-pack"]],
    ["要单晶811", ["ncm811", "single-crystal"]],
    ["magnetic separator for cathode powder", ["magnetic-separation"]],
    ["石墨烯浆料", []],
    ["卤水提锂吸附段，原卤锂180mg/L", ["direct-lithium-extraction"]],
    ["铝系吸附剂，适用于高镁锂比盐湖卤水", ["al-adsorbent"]],
    ["One XRT ore sorter. The sorter is not to be second-hand.", ["eq-sorter"]],
    ["铁锂，0.1C放电155 mAh/g", ["lfp"]],
    ["LiPF6，DMC不溶物≤150 ppm", ["lipf6"]],
    ["收铁锂极片，碳酸锂不是我们的方向", ["black-mass-lfp"]],
    ["Li6PS5Cl固态电解质", ["sse-sulfide", "solid-electrolyte"]],
    ["求购高镍前驱体", ["pcam-high-nickel"]],
  ])("[MT82] what is tested is no product, and a method no service: %s", (text, expected) => {
    expect(takenConcepts(hearFields(text))).toEqual(expected);
  });
});

describe("a row of somebody else", () => {
  it("[MT57] is told by the sentence behind it, whatever mark ends it", () => {
    for (const text of [
      "磷酸铁锂压实2.5，克容量155。这是去年那家做的数据，不是我们的。",
      "磷酸铁锂压实2.5，克容量155！以上数据都是文献的",
    ])
      expect(figuresOf(text)).toEqual([]);
  });
});
