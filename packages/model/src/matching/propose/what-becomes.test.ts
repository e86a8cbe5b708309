import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributes } from "../../chain/index.ts";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

function thingsOf(text: string): readonly string[] {
  return takenConcepts(proposeFields(text));
}

function figuresOf(text: string): readonly string[] {
  return proposeFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
}

describe("what goods have become", () => {
  it.each([
    ["我厂长期回收三元软包废电芯，带电不带电都收", ["eol-ncm"]],
    ["长期收：拆机方形铁锂、三元软包，量不限", ["eol-lfp", "eol-ncm"]],
    ["现有拆解下来的铁锂模组约90吨，SOH 75%到80%", ["eol-lfp"]],
    ["We take pouch rejects and jelly rolls, full loads only", ["production-scrap"]],
    ["80 tonnes of production scrap, NMC622 cathode foil, dry", ["production-scrap"]],
    ["退役大巴包，铁锂的，SOH 75%以上，整批出", ["eol-pack", "eol-lfp"]],
    ["Graphite cake after leaching for sale, 300 t, moisture 28 %", ["recovered-graphite"]],
    ["We make crude lithium carbonate out of black mass, 40 t a month", ["recycled-li2co3"]],
    ["求购磷酸铁锂正极，水分600ppm以内", ["lfp"]],
    ["Pouch cells for sale, 52 Ah, 4200 pcs", ["cell-pouch"]],
  ])("[MT86] %s", (text, expected) => {
    expect(thingsOf(text)).toEqual(expected);
  });

  it("[MT86] a word of use before a list is of each of its parts, in any order", () => {
    const names = { 铁锂: "eol-lfp", 三元: "eol-ncm", 三元软包: "eol-ncm", 铁锂电芯: "eol-lfp" } as const;
    const list = fc.shuffledSubarray(Object.keys(names) as (keyof typeof names)[], { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom("拆机", "退役的", "二手"), list, (word, chosen) => {
        const text = `收${word}${chosen.map((each) => `${each.replace(/电芯$/, "")}电芯`).join("、")}`;
        expect(new Set(thingsOf(text))).toEqual(new Set(chosen.map((each) => names[each])));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is done to goods", () => {
  it.each([
    ["Can anybody collect 26 damaged EV packs, pick-up within 10 days?", []],
    ["Can anybody supply 26 used EV packs, pick-up within 10 days?", ["eol-pack"]],
    ["Looking for a discharge service for 400 damaged EV packs", ["discharge"]],
    ["干法电极工艺对外许可，较湿法涂布能耗降低约40%", ["dry-electrode"]],
    ["供应铝塑膜，厚152μm，耐电解液85℃7天", ["al-plastic-film"]],
    ["采购辊道窑1台，产出磷酸铁锂不少于1万吨/年", ["eq-roller-kiln"]],
    ["六氟不够用，谁家有双氟，水20ppm以下", ["lifsi"]],
    ["Wanted: used e-bike packs, 20 t per month", ["eol-pack"]],
    ["We lack a supplier of DTD; VC and FEC come from Shandong. Purity at least 99.9", ["dtd"]],
    ["现有隧道窑换成辊道窑，产能8000吨，谁能总包", ["eq-roller-kiln"]],
  ])("[MT57] [MT90] [MT95] %s", (text, expected) => {
    expect(thingsOf(text)).toEqual(expected);
  });

  it("[MT95] what is compared with is never a subject", () => {
    const names = ["湿法涂布", "辊压", "常规热解", "传统酸浸"];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom("较", "比", "相比"),
        fc.integer({ min: 5, max: 60 }),
        (name, word, share) => {
          expect(thingsOf(`干法电极工艺对外许可，${word}${name}能耗降低${share}%`)).toEqual([
            "dry-electrode",
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("figures by what stands around them", () => {
  it.each([
    ["六氟磷酸锂现货，两台卷绕机45天交", ["lead_time 45 days"]],
    ["Dry-room dehumidifier package offered, 16 weeks after down payment", ["lead_time 16 weeks"]],
    ["电池级碳酸锂现货，可以拆卖，5吨起", ["moq 5 t"]],
    ["电碳现货，99.5以上，七万六出厂", ["purity ≥ 99.5 mass %", "price 76000 CNY/t"]],
    ["We can do LiOH.H2O 56.5 min, Na 50 ppm max", ["purity ≥ 56.5 mass %", "na ≤ 50 ppm"]],
    ["采购辊道窑，能耗较现有窑下降15%以上", ["energy_saving ≥ 15 %"]],
    ["隔膜样品9微米的透气太高，请改寄7微米湿法基膜，孔隙率42%左右", ["thickness 7 µm", "porosity ≈ 42 %"]],
    ["供应涂覆隔膜，陶瓷3μm，孔隙率42%", ["porosity 42 %"]],
    ["锂电回收整线出租，时产2吨", ["throughput 2 t/h"]],
    ["干法隔膜16微米，2000平起", ["thickness 16 µm"]],
    ["优先提锂技术转让，火法对锂的回收率不足40%", []],
    ["Need binder, 40 t a month, Mw above 1.1 million, water not over 0.1 %", ["moisture ≤ 0.1 %"]],
    ["有一批水洗后的NMP，纯度99.8，水500ppm以内，求电池厂带走", ["purity 99.8 mass %", "moisture ≤ 500 ppm"]],
  ])("[MT7] [MT55] [MT57] [MT81] [MT98] %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("[MT81] a limit on the worse side fills no field", () => {
    const better = attributes.filter(({ higherIsBetter, id }) =>
      higherIsBetter === true ? /^(?:recovery|first_eff|cycle_life|tap_density|purity)$/.test(id) : false,
    );
    fc.assert(
      fc.property(fc.constantFrom(...better), fc.integer({ min: 2, max: 60 }), ({ id, zh, unit }, size) => {
        const text = `求购磷酸铁锂，${zh.split(/[/(]/)[0]}不高于${size}${unit === "mass %" ? "%" : unit}`;
        expect(proposeFields(text).figures.some(({ value }) => value.attribute === id)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
