import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const today = "2026-12-01";
const subjectsOf = (text: string) => takenConcepts(proposeFields(text, today));
const figuresOf = (text: string) =>
  proposeFields(text, today).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);

describe("[MT115] what is seen to already", () => {
  it.each([
    ["急购无水氟化氢约50吨，水分≤50ppm，卖方负责危化品运输", ["hydrogen-fluoride"]],
    ["Toll sintering for Ni-rich cathode, yield min 97 %. Customer supplies precursor.", ["sintering"]],
    [
      "We offer 8,000 t of spodumene concentrate, Li2O 6.0 % min. Our new DMS circuit stands.",
      ["spodumene-conc"],
    ],
    ["We need pouch cells, min 310 Wh/kg. Cylindrical cells do not fit the bay.", ["cell-pouch"]],
    [
      "Our site needs an inert crushing line, throughput min 3 t/h. The pyrolysis oven exists and stays.",
      ["eq-crusher"],
    ],
    ["Could you supply FEC and VC, minimum purity 99.95 %?", ["fec", "vc"]],
  ])("is beside the subject: %s", (text, expected) => {
    expect(subjectsOf(text)).toEqual(expected);
  });

  it.each([
    ["辊道窑招标，设备须适应海拔1900米", ["altitude 1900 m"]],
    ["我厂海拔2800米，现寻提锂总包单位，要求锂总收率≥75%", ["recovery ≥ 75 %"]],
    [
      "Artificial graphite on offer: tap density min 1.00 g/cm3, press density typ. 1.70, guaranteed 1.65 g/cm3 min",
      ["tap_density ≥ 1 g/cm3", "compaction ≥ 1.65 g/cm3"],
    ],
    ["LFP powder for sale, min 156 mAh/g, minimum lot 40 t", ["capacity_mass ≥ 156 mAh/g", "moq 40 t"]],
    [
      "Feldspar sand, moisture below 10 %, 120 yuan/t loaded at mine gate",
      ["moisture ≤ 10 %", "price 120 CNY/t"],
    ],
  ])("figures: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("who brings a service never makes it the subject", () => {
    const side = fc.constantFrom("卖方", "供方", "客户", "乙方");
    const deed = fc.constantFrom("负责", "承担", "安排", "自行负责");
    fc.assert(
      fc.property(side, deed, fc.integer({ min: 1, max: 900 }), (who, does, tonnes) => {
        expect(subjectsOf(`采购碳酸锂${tonnes}吨，水分≤0.2%，${who}${does}危化品运输`)).toEqual([
          "li2co3-batt",
        ]);
      }),
    );
  });
});

it.each([
  ["We offer 20 t of LiPF6, purity 99.95 %, packed as dangerous goods class 8", ["lipf6"]],
  ["We need 20 t of NCM811, residual lithium after washing below 800 ppm", ["ncm811"]],
  ["We offer training courses, mostly in cell assembly and formation", ["svc-training"]],
])("[MT115] words of another trade beside the goods are no subject: %s", (text, expected) => {
  expect(subjectsOf(text)).toEqual(expected);
});
