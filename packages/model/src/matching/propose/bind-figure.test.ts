import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeForm } from "../../../testing/judge-form.ts";
import { printFigure } from "../constrain/print-figure.ts";
import { hearFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

function figuresOf(text: string): readonly string[] {
  return hearFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
}

describe("what a figure is of", () => {
  it.each([
    ["碳酸锂，杂质总和≤0.2%", []],
    ["sum of impurities below 0.3 %", []],
    ["Mg 18 g/L，B 420 mg/L", []],
    ["卤水锂浓度 350 mg/L", ["li_conc 350 mg/L"]],
    ["冷凝水里锂 40 mg/L", []],
    ["代工费2.1万元/吨", []],
    ["碳酸锂报价7.1万元/吨", ["price 71000 CNY/t"]],
    ["转化率97%", []],
    ["磁性异物检出限2 ppb", []],
  ])("[MT55] the nearest noun decides, also one without an attribute: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["石墨，首效90以上，压实1.65", ["first_eff ≥ 90 %", "compaction 1.65 g/cm3"]],
    ["D50 4.5±0.5，比表3以下", ["d50 4–5 µm", "bet ≤ 3 m2/g"]],
    ["首效3以上", []],
    ["铜箔4.5μm", ["thickness 4.5 µm"]],
    ["锂带，长4.5μm", []],
    ["云母精矿2.5%", ["li2o_grade 2.5 % Li2O"]],
    ["碳酸锂，纯度四个九", ["purity 99.99 mass %"]],
    ["正极碳足迹12 kgCO2e/kg以内", ["carbon_footprint ≤ 12 kgCO2e/kg"]],
  ])("[MT55] usual size and the thing beside it: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["离子交换树脂，出口钙小于1ppm", []],
    ["锂渣，Li2O残留0.35%", []],
    ["锂辉石精矿，Li2O 5.5%", ["li2o_grade 5.5 % Li2O"]],
    ["石墨，首效90%，首效94%", []],
    ["铁锂，压实2.35，要求压实≥2.6", ["compaction ≥ 2.6 g/cm3"]],
  ])("[MT55] the thing must be able to have it, and two statements are none: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["云母精矿5.2%，含铁别超2%", ["li2o_grade 5.2 % Li2O"]],
    ["cathode powder with 100 ppm of sodium", ["na 100 ppm"]],
    ["sulphate of soda, 20 ppm and chloride under 5 ppm", ["cl ≤ 5 ppm"]],
    ["The licence is 1.5 % of sales", []],
    ["碳酸锂，回收：混合溶剂的酯28%", []],
    ["电磁除铁机，出料磁性≤50ppb", []],
    ["电芯，循环8000次（80%SOH）", ["cycle_life 8000 cycles"]],
    ["匣钵，氧化气氛寿命15次", []],
    ["coin cells, 91 % after 200 cycles", []],
    ["锂精矿选矿，回收率想做到78%", ["recovery ≥ 78 %"]],
    ["LiFSI，水分50以内", ["moisture ≤ 50 ppm"]],
    ["NCM黑粉，水分8以内", ["moisture ≤ 8 %"]],
    ["黑粉提锂，收率保93%", ["recovery ≥ 93 %"]],
    ["求碳酸锂，纯度99.2%即可", ["purity ≥ 99.2 mass %"]],
    ["Li2CO3 with CO2 0.35 max, Na 50 ppm max", ["na ≤ 50 ppm"]],
  ])("[MT55] a noun is bound by its size, its place and what it is of: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it.each([
    ["求购碳酸锂，20kg/袋", null],
    ["求购碳酸锂，样品100 kg", null],
    ["厂房3000平方米，求购碳酸锂", null],
    ["求购碳酸锂40吨，25 kg/桶", "40 t"],
    ["隔膜50万平方米", "500000 m2"],
    ["求购碳酸锂，MOQ 5 t", null],
    ["碳酸锂，15 kg纸桶", null],
    ["Carbonate, the kiln takes 50 kg a charge", null],
    ["黑粉回收，环评批复3万吨/年", null],
    ["Li2CO3 recycled, 25 kg × 40 bags", null],
  ])("[MT56] an amount is the volume only of goods: %s", (text, expected) => {
    const { volume } = hearFields(text);
    expect(volume ? `${volume.value.amount} ${volume.value.unit}` : null).toBe(expected);
  });

  it.each([
    ["自有卤水Li 350 mg/L，求吸附剂", []],
    ["来料含水6%，成品水分≤0.2%", ["moisture ≤ 0.2 %"]],
    ["求碳酸锂，副产粗盐纯度97%", []],
    ["某企业碳酸锂纯度99.5%", []],
    ["卤水Li 350 mg/L，是盐湖方的数", []],
    ["石墨粉，容量455 mAh/g。想要容量更高的负极", []],
    ["Our ore is at 1.3 % Li2O. We look for concentrate of at least 5.5 % Li2O", ["li2o_grade ≥ 5.5 % Li2O"]],
  ])("[MT57] what is not wanted or offered is asked: %s", (text, expected) => {
    const { figures, unassigned } = hearFields(text);
    expect(figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`)).toEqual(expected);
    expect(unassigned.length).toBeGreaterThan(0);
  });

  it.each([
    ["不要前驱体，求购NCM811", ["ncm811"]],
    ["硅碳可以报，硅氧不要", ["silicon-carbon"]],
    ["LiPF6已停，供应LiFSI", ["lifsi"]],
    ["电解液车间要LiPF6", ["lipf6"]],
    ["粘结剂求购；PVDF不卖", []],
    ["硅氧1600容量，别家送的；要硅碳", ["silicon-carbon"]],
    ["Neither LFP nor LMFP, we need NCM811", ["ncm811"]],
    ["前驱体、正极材料不在本次范围，只要硅碳", ["silicon-carbon"]],
    ["Sodium-ion cells? No thanks. NCM811 wanted", ["ncm811"]],
    ["求购NCM811，要LFP的别问", ["ncm811"]],
    ["LiFSI for sale, LiBOB sold out", ["lifsi"]],
  ])("[MT57] a thing beside the subject is not taken: %s", (text, expected) => {
    expect(takenConcepts(hearFields(text))).toEqual(expected);
  });

  it.each([
    ["指标 min max\nLiOH 56.5 -\nCO2 - 0.35\n单位都是%", ["purity ≥ 56.5 mass %", "co2 ≤ 0.35 %"]],
    ["项目 | 单位 | 指标\nNa | ppm | 250\nD50 | μm | 5", ["na 250 ppm", "d50 5 µm"]],
    ["碳酸锂：钠180、镁20（全是ppm）", ["na 180 ppm", "mg 20 ppm"]],
    ["LiOH 56.5 min", ["purity ≥ 56.5 mass %"]],
  ])("[MT58] tables and units said once: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT55] whatever noun of another kind stands right before a share, it fills no field", () => {
    const nouns = fc.constantFrom("杂质总和", "转化率", "固含", "利用率", "石墨化度", "税率", "灰分", "SOC");
    const share = fc.double({ min: 0.01, max: 99.9, noNaN: true }).map((value) => value.toFixed(2));
    fc.assert(
      fc.property(nouns, share, (noun, value) => {
        expect(figuresOf(`碳酸锂，${noun}${value}%`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("[MT55] a form is judged field by field", () => {
    const row = { figures: [], notAttributes: [], concepts: ["li2co3-batt"], notConcepts: ["lfp"] };
    expect(judgeForm({ ...row, id: "X", text: "求购电池级碳酸锂，Na≤20ppm，不要LFP" })).toEqual({
      right: 1,
      wrong: ["na ≤ 20 ppm"],
      asked: [],
      missed: [],
      faults: [{ got: "wrong", cause: "figure: not meant" }],
    });
  });
});

it("[MT55] densities of current and energies of electrons fill a field only where their noun is named", () => {
  const read = (text: string) =>
    hearFields(text, "2026-11-28", "capability").figures.map(({ value }) => [
      value.attribute,
      value.value,
      value.unit,
    ]);
  expect(read("LLZO：临界电流密度 ≥ 1.2 mA/cm²，活化能 ≤ 320 meV")).toEqual([
    ["critical_current", "1.2", "mA/cm2"],
    ["activation_energy", "320", "meV"],
  ]);
  expect(read("Critical current density of at least 20 A m-2")).toEqual([["critical_current", "20", "A/m2"]]);
  for (const text of ["对称电池循环超过 1000 小时（1 mA/cm²）", "电流密度 60 A/dm²", "F 1s 峰位 684.8 eV"])
    expect(read(text).map(([attribute]) => attribute)).not.toContain("critical_current");
});
