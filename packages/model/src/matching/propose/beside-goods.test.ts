import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const subjectsOf = (text: string) => takenConcepts(proposeFields(text));
const figuresOf = (text: string) =>
  proposeFields(text).figures.map(
    ({ value }) => `${value.attribute} ${value.op} ${value.value} ${value.unit}`,
  );

describe("what stands beside the goods", () => {
  it.each([
    [
      "a chemistry said apart of packs",
      "180 used EV packs, NMC, to be sold as one lot",
      ["eol-pack", "eol-ncm"],
    ],
    ["a chemistry beside what is made of it", "改做铁锂：求购铁锂黑粉，水分10%以内", ["black-mass-lfp"]],
    ["a chemistry that is the goods", "NCM811 wanted, moisture below 300 ppm", ["ncm811"]],
    ["self-discharge", "铁锂电芯B级品，自放电小于3%/月，量10MWh", ["cell-lfp"]],
    ["an impurity with its figure", "供应六氟磷酸锂，HF 60ppm，水分8ppm", ["lipf6"]],
    ["a pilot of something", "For a pilot of LiFSI we look for acid suppliers, purity 99.5 % or higher", []],
    ["goods of who asks", "Electrolyte maker asks for DTD and PS, moisture max 100 ppm", ["dtd", "ps"]],
    [
      "what is lacked",
      "Our cathode line makes NCM; what we lack is NCM precursor, D50 3.5 µm, BET 8 m2/g",
      ["pcam"],
    ],
  ])("[MT95] %s", (_name, text, expected) => {
    expect(subjectsOf(text)).toEqual(expected);
  });

  it.each([
    ["Next time we want a port that turns 20,000 t of spodumene concentrate in 3 days"],
    ["锂辉石精矿散货两船，水分要求8%以下，请找能一天卸一万吨的码头"],
    ["Bonded shed, 3,500 m², can take cobalt sulphate in bags"],
    ["电解液，求乙类仓库八百平"],
  ])("[MT96] what is only carried or kept is no subject: %s", (text) => {
    expect(subjectsOf(text)).toEqual([]);
    expect(figuresOf(text)).toEqual([]);
  });

  it("[MT96] goods that are sold at a port are goods", () => {
    expect(subjectsOf("求购锂辉石精矿，水分8%以下，镇江港交货")).toEqual(["spodumene-conc"]);
    expect(subjectsOf("Spodumene concentrate, moisture max 8 %, FOB port of Bunbury")).toEqual([
      "spodumene-conc",
    ]);
  });

  it("[MT95] a state of health is a figure and no test", () => {
    expect(subjectsOf("铁锂大巴电池包，SOH都在八成以上，共220套")).not.toContain("soh-test");
    expect(figuresOf("求购退役铁锂电池包，容量要八成以上，共220套")).toEqual(["soh >= 80 %"]);
    expect(figuresOf("低温电解液，-30℃放电容量不低于75%")).toEqual([]);
  });

  it("[MT95] limits of impurities without a unit have that of their size, in salts", () => {
    expect(figuresOf("求购电池级碳酸锂，钠≤300，SO4 0.05 max")).toEqual(["na <= 300 ppm", "so4 <= 0.05 %"]);
    expect(figuresOf("Recycled lithium carbonate, Na < 500, Ca < 150 (all ppm)")).toEqual([
      "na <= 500 ppm",
      "ca <= 150 ppm",
    ]);
  });

  it("[MT95] a refusal in the next sentence turns no limit", () => {
    expect(figuresOf("Any brine with more than 400 mg/L Li? We do not buy carbonate.")).not.toContain(
      "li_conc <= 400 mg/L",
    );
  });

  it("[MT95] what is built or run is no amount that is asked for", () => {
    expect(proposeFields("NCM811 wanted for a cell plant of 20 GWh").volume).toBeNull();
    expect(proposeFields("20 t of NCM811 wanted").volume?.value.amount).toBe("20");
  });
});
