import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hearFields, proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const attributesOf = (text: string) => proposeFields(text).figures.map(({ value }) => value.attribute);
const unsureOf = (text: string) =>
  proposeFields(text)
    .unassigned.filter(({ value }) => value.doubt === "unsure")
    .map(({ source, value }) => `${value.meant?.attribute ?? "-"} ${source}`);

describe("on what grounds a field is filled", () => {
  it.each([
    ["a limit of a thing named before it", "六氟磷酸锂，水分≤20ppm", ["moisture"], []],
    ["a limit that has the text to itself", "水分≤20ppm", ["moisture"], []],
    ["a limit without a thing among other words", "按月对账，水分≤20ppm", [], ["moisture ≤20ppm"]],
    ["a statement right behind what is offered", "硫酸镍，水分0.2%", ["moisture"], []],
    ["a statement behind what is asked for", "求购硫酸镍，水分0.2%", ["moisture"], []],
    ["a statement elsewhere in a text that asks", "硫酸镍，水分0.2%，谁家有", [], ["moisture 0.2%"]],
    ["statements in a row", "求购石墨，比容量355mAh/g，首效94%", ["capacity_mass", "first_eff"], []],
    ["a yield alone where something is asked for", "求这样的线，锂回收率92%", [], ["recovery 92%"]],
    ["a yield that is offered", "这条线的锂回收率92%", ["recovery"], []],
    ["a limit of a yield", "这条线的锂回收率不低于92%", ["recovery"], []],
    ["a price whose unit no other attribute has", "求购碳酸锂，现货，含税8.2万元/吨", ["price"], []],
    ["a yield that is asked for", "黑粉提锂，锂回收率要不低于92%", ["recovery"], []],
  ])("[MT90] %s", (_name, text, sure, unsure) => {
    expect(attributesOf(text)).toEqual(sure);
    expect(unsureOf(text)).toEqual(unsure);
  });

  it.each([
    ["what is wanted, not what is named first", "Sodium-ion cells? No thanks. NCM811 wanted", ["ncm811"]],
    ["a list", "供应DMC、EMC", ["dmc", "emc"]],
    ["a second thing with figures of its own", "FEC 99.98%，水分≤20ppm；VC 99.99%", ["fec", "vc"]],
    ["a second thing that is only named", "碳酸锂，Na≤20ppm，与磷酸铁同车", ["li2co3-batt"]],
    ["goods of something without a name that is asked for", "电解液桶一千个，找清洗厂", []],
  ])("[MT90] a subject: %s", (_name, text, expected) => {
    expect(takenConcepts(proposeFields(text))).toEqual(expected);
  });

  it.each([
    ["求购碳酸锂，共20吨", "20吨"],
    ["20 t of lithium carbonate wanted", "20 t"],
    ["碳酸锂；地磅120吨，卸货口高1.3米", undefined],
    ["Permit: 12,000 t/y R4, two shifts", undefined],
  ])("[MT90] an amount of the subject: %s", (text, amount) => {
    expect(proposeFields(text).volume?.source).toBe(amount);
  });

  it("[MT90] where the form knows what it is about, a limit needs no thing in the text", () => {
    const text = "月用300吨\n水分不高于500ppm";
    expect(proposeFields(text).figures).toEqual([]);
    expect(proposeFields(text, undefined, "need", "lfp").figures).toHaveLength(1);
  });

  it.each([
    ["动力电池包拆解（省厅备案），年处理2万吨，仓储4000㎡。", "20000"],
    ["厂房现成的，缺一条磷酸铁锂废粉提锂线，年处理5000吨级。", "5000"],
    ["Hydrometallurgical recycling on offer; the plant handles 20,000 t/a.", "20000"],
    ["碳酸锂，某厂年处理2万吨", undefined],
  ])("[MT112] what works take in is their capacity: %s", (text, amount) => {
    expect(proposeFields(text).volume?.value.amount).toBe(amount);
  });

  it("[MT90] a time of delivery has a word of it", () => {
    expect(proposeFields("碳酸锂，2027年3月交货").window?.value.from).toBe("2027-03-01");
    expect(proposeFields("碳酸锂，2027年3月大会").window).toBeNull();
  });

  it("[MT90] what is heard and not sure is asked, and nothing is sure that was not heard", () => {
    const words = ["求购", "碳酸锂", "，", "水分", "≤20ppm", "0.2%", "回收率", "92%", "每月20吨", "。"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (drawn) => {
        const text = drawn.join("");
        const [form, heard] = [proposeFields(text), hearFields(text)];
        const starts = (items: readonly { readonly span: { readonly start: number } }[]) =>
          items.map(({ span }) => span.start).sort((a, b) => a - b);
        const known = new Set(starts(heard.figures));
        // A figure of a second product is asked as such, whatever it may mean.
        const asked = form.unassigned.filter(({ value, span }) =>
          value.doubt === "other_product" ? known.has(span.start) : value.meant !== undefined,
        );
        expect(starts([...form.figures, ...asked])).toEqual(starts(heard.figures));
      }),
      { examples: [[["碳酸锂", "每月20吨", "。", "碳酸锂", "92%", "回收率", "每月20吨"]]] },
    );
  });
});
