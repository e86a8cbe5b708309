import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields.ts";
import { listApart } from "./tell-apart.ts";

const read = (text: string) => {
  const { concepts, figures, volume } = proposeFields(text, "2026-12-01");
  return {
    things: concepts.filter(({ aside }) => !aside).map(({ value }) => value),
    figures: figures.map(({ value: { attribute, op, value } }) => `${attribute} ${op} ${value}`),
    volume: volume && `${volume.value.amount} ${volume.value.unit}`,
  };
};
const apartOf = (text: string) => listApart(text).map(({ start, end }) => text.slice(start, end).trim());

describe("[MT107] what a writer sets apart from the deal", () => {
  it.each([
    [
      "水分≤10 ppm。铜箔(厚度6 μm)已授标,请勿再报。",
      ["铜箔(厚度6 μm)已授标", "铜箔(厚度6 μm)已授标,请勿再报"],
    ],
    ["贵司扩产与本次无关,六氟磷酸锂每月15吨", ["贵司扩产与本次无关"]],
    [
      "那份资料(Li2O 5.6%,回收率71%)是矿山公开的,不是我方报价。",
      ["那份资料(Li2O 5.6%,回收率71%)是矿山公开的,不是我方报价"],
    ],
    [
      "For information only, already bought: separator 12 µm; cells 178 Wh/kg. Open is the BMS.",
      ["For information only, already bought: separator 12 µm", "cells 178 Wh/kg"],
    ],
    [
      "A mine makes 350,000 t a year and sells that himself. We sell 12 t.",
      ["A mine makes 350,000 t a year and sells that himself"],
    ],
    [
      "The packs have an SOH of 71 %, which is explained only for information.",
      ["The packs have an SOH of 71 %, which is explained only for information"],
    ],
    ["Nothing of the kind: purity 99.5 %, 20 t.", []],
  ])("%s", (text, expected) => {
    expect(apartOf(text)).toEqual(expected);
  });

  it("fills no field of the posting", () => {
    expect(
      read(
        "朋友转的澳洲锂辉石精矿资料(Li2O 5.6%,选矿回收率71%,年产能35万吨)是矿山公开的,不是我方报价。我方要卖的是金属锂锭,纯度99.9%起,合计两吨半。",
      ),
    ).toEqual({ things: ["li-metal"], figures: ["purity >= 99.9"], volume: "2.5 t" });
  });

  const said = ["6 µm", "99.5 %", "43 %", "178 Wh/kg", "12 t", "30 ppm"];
  const apartSentences = [
    (figure: string) => `The old order had ${figure}, which is told for information only.`,
    (figure: string) => `Another lot, ${figure}, is already awarded.`,
    (figure: string) => `前一标段${figure}已授标。`,
    (figure: string) => `他们的${figure}是公开资料,不是我方报价。`,
    (figure: string) => `${figure}与本次询价无关。`,
  ];

  it("property: a sentence that is set apart adds nothing to what the rest proposes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...apartSentences),
        fc.constantFrom(...said),
        fc.constantFrom(
          "求购电池级碳酸锂60吨,主含量≥99.6%,磁性物质≤80 ppb。",
          "We buy 40 t of battery-grade lithium hydroxide, LiOH min. 56.5 %, Na below 50 ppm.",
        ),
        fc.boolean(),
        (sentence, figure, rest, isFirst) => {
          const apart = sentence(figure);
          const alone = read(rest);
          const both = read(isFirst ? `${apart} ${rest}` : `${rest} ${apart}`);
          expect(both.figures).toEqual(alone.figures);
          expect([alone.volume, null]).toContain(both.volume);
          expect(alone.things).toEqual(expect.arrayContaining(both.things));
        },
      ),
    );
  });
});

describe("[MT108] what is corrected at once was never said", () => {
  it.each([
    ["求购无水氯化锂五吨,哦不对,八吨", "8 t"],
    ["We sell regenerated LFP, 60 t, sorry, 50 t per month.", "50 t/month"],
    ["电池级碳酸锂求购60吨,说错了,80吨", "80 t"],
    ["We need 20 t, no wait, 25 t, of battery-grade lithium carbonate.", "25 t"],
  ])("%s", (text, volume) => {
    expect(read(text).volume).toBe(volume);
  });

  it("leaves two amounts that are both said", () => {
    expect(read("We need 20 t of battery-grade lithium carbonate, not 25 t.").volume).toBe("20 t");
  });
});

describe("[MT109] terms of the deal, guaranteed beside typical, and stretches of days", () => {
  it("keeps a lead time behind figures of the writer's own", () => {
    expect(
      read(
        "We need an online ICP analyser for our leach liquor (Li 18 g/L, Ca 25 ppm), lead time 14 weeks at most.",
      ).figures,
    ).toEqual(["lead_time <= 14"]);
  });
  it("takes what is guaranteed, not what is typical", () => {
    expect(read("现货锂辉石精矿,Li2O典型6.05%,保证不低于5.8%,水分≤8%").figures).toEqual([
      "li2o_grade >= 5.8",
      "moisture <= 8",
    ]);
  });
  it.each([
    ["Copper foil 4.5 µm, arrival from the 8th to the 19th of February 2027", "2027-02-08", "2027-02-19"],
    ["铜箔4.5 µm,从2027年2月8日至19日到货", "2027-02-08", "2027-02-19"],
  ])("%s", (text, from, to) => {
    expect(proposeFields(text, "2026-12-01").window?.value).toEqual({ from, to });
  });
});

describe("[MT111] what strangers' texts were misread in", () => {
  const figuresOf = (text: string) => read(text).figures;

  it.each([
    [
      "a conductivity of electrons is not one of ions",
      "Sulfide electrolyte, electronic conductivity below 1e-9 S/cm",
      [],
    ],
    ["how an amount is spread is no lead time", "采购电池级碳酸锂1800吨,分12个月均衡交付", []],
    [
      "the number of a line is no figure",
      "氟化锂,(4)水分≤0.25%;(5)粒度D50为3~8μm",
      ["moisture <= 0.25", "d50 range 3"],
    ],
    [
      "what a competitor asks is no price",
      "We offer regenerated LFP, 152 mAh/g minimum. A competitor sells at 34,000 CNY/t.",
      ["capacity_mass >= 152"],
    ],
    [
      "what our plant does is not wanted",
      "大量收购退役动力电池包，SOH不低于70%。我们厂破碎线的处理量是2吨/小时。",
      ["soh >= 70"],
    ],
    [
      "a tolerance in words is a range",
      "Aluminium-plastic film, thickness 113 µm plus/minus 5 µm",
      ["thickness range 108"],
    ],
    [
      "what something is for is over with its clause",
      "Dry room contractor needed for our NCA line, floor 600 m2, dew point -45 °C or lower.",
      ["humidity <= -45"],
    ],
    [
      "water may be spelled 水份",
      "我司出售锂辉石精矿，Li2O 5.5%-5.8%，水份小于8%",
      ["li2o_grade range 5.5", "moisture <= 8"],
    ],
    ["both elements of a pair are read", "三元黑粉80吨,铜铝都压到1以下", ["mass_cu <= 1", "mass_al <= 1"]],
  ])("%s: %s", (_rule, text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("the scale of works is no amount, and what a partner has is no subject", () => {
    expect(
      read(
        "Sulfide solid electrolyte; we are looking for an industrial partner with a dry room to scale up at the 10 kg scale.",
      ),
    ).toMatchObject({ volume: null, things: expect.not.arrayContaining(["dry-room"]) });
  });

  it("whom a seller looks for is not what he sells", () => {
    expect(read("手上现货三元黑粉80吨,想找湿法厂签长单")).toMatchObject({
      things: ["black-mass-ncm"],
      volume: "80 t",
    });
  });
});
