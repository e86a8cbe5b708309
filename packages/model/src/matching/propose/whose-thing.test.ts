import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields, proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

function thingsOf(text: string): readonly string[] {
  return takenConcepts(hearFields(text));
}

function figuresOf(text: string): readonly string[] {
  return hearFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
}

describe("things of a list", () => {
  it.each([
    ["可存放六氟磷酸锂、金属锂", []],
    ["求购硫酸镍，不要氯化锂；碳酸锂、磷酸锂的请勿联系", ["niso4"]],
    ["Coater for sale, sold without the calender", ["eq-coater"]],
    ["不收磷酸铁锂黑粉，只收三元，水分小于5%", ["black-mass-ncm"]],
    ["方壳电芯一批，不能梯次利用", ["cell-prismatic"]],
  ])("[MT86] go the way of the list: %s", (text, expected) => {
    for (const concept of expected) expect(thingsOf(text)).toContain(concept);
    for (const concept of [
      "lipf6",
      "li-metal",
      "licl",
      "li3po4",
      "calendering",
      "black-mass-lfp",
      "cascade-use",
    ])
      expect(thingsOf(text)).not.toContain(concept);
  });

  it.each([
    ["退役芯280Ah两万只，铁锂的，容量八成以上", ["eol-lfp"]],
    ["NMC modules at 82-90 SoH, 300 pcs", ["eol-ncm"]],
    ["收三元811极片，干料", ["production-scrap"]],
    ["磷酸铁锂黑粉每月30吨", ["black-mass-lfp"]],
    ["LFP cell, 6000 cycles (80 % SOH)", ["cell-lfp"]],
  ])("[MT86] a chemistry and what it has become: %s", (text, expected) => {
    expect(thingsOf(text)).toEqual(expected);
  });

  it("[MT86] what a list refuses it refuses in any order", () => {
    const names = { 碳酸锂: "li2co3", 磷酸锂: "li3po4", 氟化锂: "lif", 氯化锂: "licl" } as const;
    const list = fc.shuffledSubarray(Object.keys(names), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.constantFrom("请勿联系", "不收", "免谈"), (chosen, end) => {
        expect(thingsOf(`求购硫酸镍；${chosen.join("、")}的${end}`)).toEqual(["niso4"]);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what others bring or pay", () => {
  it.each([
    ["工业级碳酸锂提纯代加工，加工费1.7万/吨", "li2co3-tech"],
    ["Toll conversion of spodumene concentrate, conversion charge 2 USD per kg LCE", "spodumene-conc"],
    ["今日行情：碳酸锂涨到8.2万", "li2co3-batt"],
    ["油田采出水锂含量58mg/L，希望提锂", "oilfield-brine"],
  ])("[MT87] is not the subject: %s", (text, concept) => {
    expect(thingsOf(text)).not.toContain(concept);
  });

  it("[MT87] the fee of toll work is no price", () => {
    expect(figuresOf("黑粉代加工，单价不高于3800元/吨")).toEqual([]);
  });

  it("[MT87] a year that a rule sets is no time of delivery", () => {
    expect(hearFields("欧盟2031年要求锂回收80%，我们供应再生碳酸锂").window).toBeNull();
  });
});

describe("who carries or tests", () => {
  it.each([
    ["需找有九类危险品资质的车队，运退役三元电池包", "svc-logistics", "eol-ncm"],
    ["黑粉待运，找有危废运输证的公司", "svc-logistics", "black-mass-ncm"],
    ["Wanted: dangerous goods carrier for LFP modules", "svc-logistics", "lfp"],
  ])("[MT82] is the subject, not the goods: %s", (text, service, goods) => {
    expect(thingsOf(text)).toContain(service);
    expect(thingsOf(text)).not.toContain(goods);
  });

  it.each([
    ["LMFP, 2.35 g/cm3; we compared it with LFP", "lfp"],
    ["钴酸锂10公斤；LNMO is of no interest", "lnmo"],
    ["碳酸锂求购；负极用钛酸锂，我方自备", "lto"],
  ])("[MT57] what is held against it or refused is beside: %s", (text, concept) => {
    expect(thingsOf(text)).not.toContain(concept);
  });

  it("[MT7] a temperature at which a thing works is its lowest or lies above that", () => {
    expect(figuresOf("磷酸铁锂电芯，-20℃可用")).toEqual(["temp_min ≤ -20 °C"]);
  });

  it("[MT6] a first lot and the rest are one stretch to the later day", () => {
    const { window } = hearFields("LFP cells, first lot by end of February 2027, the rest until June 2027");
    expect(window?.value).toEqual({ to: "2027-06-30" });
  });
});

describe("what is said once", () => {
  it.each([
    ["Lithium carbonate: Na 250 ppm, Mg 80 ppm — all max.", ["na ≤ 250 ppm", "mg ≤ 80 ppm"]],
    ["碳酸锂：钠250ppm，镁80ppm，以上均为上限", ["na ≤ 250 ppm", "mg ≤ 80 ppm"]],
  ])("[MT58] holds for all before it: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    "Pack: 48 V, 100 Ah, 42 kg",
    "样品袋1 kg、5 kg充氩",
    "6万吨是集团产能",
    "Needle coke as feed for our 9,000 t/a anode works",
  ])("[MT56] is no amount of goods: %s", (text) => {
    expect(hearFields(text).volume).toBeNull();
  });

  it.each(["硫酸镍，Ca≥35ppm", "正极材料，150圈后容量180mAh/g", "Cathode with recycled content: Co 16 %"])(
    "[MT81] is asked: %s",
    (text) => {
      expect(figuresOf(text)).toEqual([]);
    },
  );
});

describe("what its writer does not sell", () => {
  it.each([
    ["锂辉石精矿SC6：Li2O 5.8%~6.0%，水分≤8%。我院只做选矿试验，不卖矿。", []],
    ["碳酸锂10.5-10.8万，今天市场就这个价，我手上没货。", []],
    ["Lithium carbonate, 99.5 %, Na below 200 ppm. We only test, we do not sell.", []],
    ["现货碳酸锂99.5%，20吨。我们不卖氢氧化锂。", ["li2co3-batt"]],
    ["求购碳酸锂99.5%，20吨，我手上没货。", ["li2co3-batt"]],
  ])("[MT57] is not offered: %s", (text, expected) => {
    expect(takenConcepts(proposeFields(text))).toEqual(expected);
  });
});
