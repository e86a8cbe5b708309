import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields } from "../propose/propose-fields.ts";

const figuresOf = (text: string) =>
  hearFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);

describe("figures in several parts", () => {
  it.each([
    ["copper foil 6 µm, tolerance +/- 0.3 µm", ["thickness 5.7–6.3 µm"]],
    ["铜箔厚度6μm，公差±0.2μm", ["thickness 5.8–6.2 µm"]],
    ["NCM811，D50 10μm，允许偏差±1μm", ["d50 9–11 µm"]],
    ["electrolyte, conductivity 10 mS/cm at 25 °C or above", ["ionic_conductivity ≥ 10 mS/cm"]],
    ["electrolyte, conductivity 10 mS/cm at 25 °C", ["ionic_conductivity 10 mS/cm"]],
  ])("[MT91] a value with its tolerance or its limit behind: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["LFP cathode, D10/D50/D90 = 0.4/1.2/3.5 µm", ["d10 0.4 µm", "d50 1.2 µm", "d90 3.5 µm"]],
    ["electrolyte: H2O/HF ≤ 10/30 ppm", ["moisture ≤ 10 ppm", "acid_hf ≤ 30 ppm"]],
    ["碳酸锂，钠、钙≤150、60ppm", ["na ≤ 150 ppm", "ca ≤ 60 ppm"]],
    ["Li2CO3 with Na and Ca below 100 and 50 ppm respectively", ["na ≤ 100 ppm", "ca ≤ 50 ppm"]],
    ["NCM precursor with Ni, Co and Mn of 60, 20 and 20 mol%", ["ni_content 60 mol %"]],
    ["碳酸锂，钙镁各10ppm", ["ca 10 ppm", "mg 10 ppm"]],
  ])("[MT80] as many heads as numbers: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["NCM622 cathode: min | max - Ni 60 | 62; Co 19 | 21 mol%", ["ni_content 60–62 mol %"]],
    ["Lithium carbonate (min / max): Na – / 0.08 %; Ca – / 50 ppm", ["na ≤ 0.08 %", "ca ≤ 50 ppm"]],
    [
      "项目 下限 上限 单位\n克容量 352 358 mAh/g\n首效 93 - %\n比表 0.8 1.6 m2/g\n人造石墨",
      ["capacity_mass 352–358 mAh/g", "first_eff ≥ 93 %", "bet 0.8–1.6 m2/g"],
    ],
    [
      "Item, min, max, unit\nTap density, 2.2, , g/cc\nMoisture, , 400, ppm\nNCM811 powder",
      ["tap_density ≥ 2.2 g/cm3", "moisture ≤ 400 ppm"],
    ],
  ])("[MT58] a table in one line, and one whose columns blanks part: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT58] a column that is empty at the end of a row is a column", () => {
    const text =
      "Item | Unit | Min | Max\nTap density | g/cm³ | 2.3 |\nBET | m²/g | 0.25 | 0.55\nNCM cathode";
    expect(figuresOf(text)).toEqual(["tap_density ≥ 2.3 g/cm3", "bet 0.25–0.55 m2/g"]);
  });

  it("[MT57] what was measured of others' goods, and a span of sizes, fill no field", () => {
    expect(figuresOf("碳酸锂，COA上水分0.18%，复测0.27%")).toEqual([]);
    expect(figuresOf("前驱体D50 3.5μm，(D90-D10)/D50≤0.75")).toEqual(["d50 3.5 µm"]);
  });

  it("[MT55] BET stands as a word of its own", () => {
    expect(figuresOf("graphite, Ah between 71 and 79")).toEqual([]);
  });
});
