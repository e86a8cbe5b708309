import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields } from "../propose/propose-fields.ts";
import { readNotations } from "./read-notations.ts";

function figuresOf(text: string): readonly string[] {
  return hearFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
}

describe("shorthand of the trade", () => {
  it.each([
    ["三元前驱体Ni83Co11Mn06，D50 10.2 µm", ["ni_content 83 mol %", "d50 10.2 µm"]],
    ["隔膜9+3，求购", ["thickness 9 µm"]],
    ["涂碳铝箔 12+1+1", ["thickness 12 µm"]],
    ["石墨353容量，首效94", ["capacity_mass 353 mAh/g", "first_eff 94 %"]],
    ["硅碳只做450档掺混", ["capacity_mass 450 mAh/g"]],
    ["云母精矿Li2O2.3%", ["li2o_grade 2.3 % Li2O"]],
    ["The eluate has six grams of lithium per litre", ["li_conc 6 g/L"]],
    ["Primary lithium carbonate, 99.5 min", ["purity ≥ 99.5 mass %"]],
    ["氟化锂4N，求购", ["purity 99.99 mass %"]],
    ["4N碳酸锂（99.99%）", ["purity 99.99 mass %"]],
    ["高纯碳酸锂5N以上", ["purity ≥ 99.999 mass %"]],
    ["隔膜剥离力5 N/m", []],
    ["金属锂锭 Li99.9，订300锭", ["purity 99.9 mass %"]],
    ["锂辉石精矿SC6", ["li2o_grade 6 % Li2O"]],
    ["Spodumene concentrate, SC5.5 or better", ["li2o_grade ≥ 5.5 % Li2O"]],
    ["Spodumene concentrate, priced on SC6 index", []],
    ["Graphite 355 mAh/g, FCE 92.5", ["capacity_mass 355 mAh/g", "first_eff 92.5 %"]],
    ["Graphite 340 mAh/g, 88 FCE", ["capacity_mass 340 mAh/g", "first_eff 88 %"]],
  ])("[MT84] %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT84] three shares are a composition only where they are the whole", () => {
    const share = fc.integer({ min: 10, max: 99 });
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (nickel, cobalt, rest) => {
          const found = readNotations(`Ni${nickel}Co${cobalt}Mn${rest}`);
          expect(found.length).toBe(Math.abs(nickel + cobalt + rest - 100) <= 1 ? 1 : 0);
        },
      ),
    );
  });
});

describe("pasted tables", () => {
  it.each([
    [
      "Battery grade Li2CO3\nItem | Unit | Min | Max | Typical\nMain content | % | 99.5 | | 99.62\nNa | ppm | | 250 | 180\nD50 | µm | 3 | 8 | 5",
      ["purity ≥ 99.5 mass %", "na ≤ 250 ppm", "d50 3–8 µm"],
    ],
    [
      "FEC\n指标名称\t单位\t标准\n主含量\t%\t≥99.9\n水分\tppm\t≤20",
      ["purity ≥ 99.9 mass %", "moisture ≤ 20 ppm"],
    ],
    ["碳酸锂\nItem,Unit,Min,Max\nNa,ppm,,250\nD50,µm,3,8", ["na ≤ 250 ppm", "d50 3–8 µm"]],
  ])("[MT58] columns may be parted by lines, tabs and commas, and be empty: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT58] a row says the same whatever parts its columns", () => {
    const value = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(value, value, fc.constantFrom("|", "\t", " | ", "    "), (na, mg, bar) => {
        const table = [
          ["碳酸锂"],
          ["Item", "Unit", "Max"],
          ["Na", "ppm", String(na)],
          ["Mg", "ppm", String(mg)],
        ];
        const text = table.map((row) => row.join(bar)).join("\n");
        expect(figuresOf(text)).toEqual([`na ≤ ${na} ppm`, `mg ≤ ${mg} ppm`]);
      }),
      { numRuns: 40 },
    );
  });
});
