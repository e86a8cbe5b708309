import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

function readForm(text: string) {
  const fields = proposeFields(text);
  return {
    things: takenConcepts(fields),
    figures: fields.figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`),
    volume: fields.volume?.value.amount,
  };
}

describe("what partners bring", () => {
  it.each([
    [
      "For joint research on sulfide electrolytes: ionic conductivity ≥ 5 mS/cm; the partner should contribute Li2S of 99.9 % purity.",
      { things: ["sse-sulfide"], figures: ["ionic_conductivity ≥ 5 mS/cm"], volume: undefined },
    ],
    [
      "We have developed a silicon–carbon anode with 1,650 mAh/g; a partner with graphite coating capacity of 500 t/a is sought.",
      { things: ["silicon-carbon"], figures: ["capacity_mass 1650 mAh/g"], volume: undefined },
    ],
    [
      "课题组从事硫化物电解质研究，离子电导率5mS/cm，希望合作企业提供99.9%的硫化锂和每年10吨碳酸锂。",
      { things: ["sse-sulfide"], figures: ["ionic_conductivity 5 mS/cm"], volume: undefined },
    ],
  ])("[MT105] is no subject of a project, nor are its figures: %s", (text, expected) => {
    expect(readForm(text)).toEqual(expected);
  });

  it("[MT105] stays what is wanted where partners are looked for because of it", () => {
    const text =
      "Our project needs salts. I look for an industrial partner supplying LiFSI, purity at least 99.9%.";
    expect(readForm(text)).toMatchObject({ things: ["lifsi"], figures: ["purity ≥ 99.9 mass %"] });
  });

  it("[MT80] the numbers of one noun in order are each of something else", () => {
    expect(readForm("湿法回收线，镍、钴、锰、锂回收率分别为98%、98%、97%、92%").figures).toEqual([]);
  });

  it("[MT57] the recovery of what its writer works up himself is none of what he sells", () => {
    expect(readForm("出售铁锂黑粉，锂3.2%，我们自己提锂收率90%").figures).toEqual(["mass_li 3.2 mass %"]);
  });
});
