import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const subjectsOf = (text: string) => takenConcepts(proposeFields(text));
const figuresOf = (text: string) =>
  proposeFields(text).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
const volumeOf = (text: string) => {
  const { volume } = proposeFields(text);
  return volume && `${volume.value.amount} ${volume.value.unit}`;
};

describe("words of strangers", () => {
  it.each([
    ["what is had in stock", "VC 有货，99.99%，200公斤一桶", ["vc"]],
    ["parts for a cell", "Could you offer tab leads for pouch cells, 45 mm wide", []],
    ["an anode for a cell", "Silicon-carbon anode wanted for a 21700 cell", ["silicon-carbon"]],
    ["goods that are looked for", "We look for pouch cells", ["cell-pouch"]],
    ["goods of a second source", "Second source needed for copper foil, 6 µm", ["copper-foil"]],
    ["a least share of the goods", "Selling cobalt sulphate 20.5 % min, 60 t", ["coso4"]],
    ["another hydroxide", "WTS cobalt hydroxide 30% min Co", []],
    ["a use of cells", "Cells NCA wanted, 30 pieces, for abuse tests", ["cell-nca"]],
    ["what is not made at present", "辊压机现货；预锂化那套设备我们目前不做", ["calendering"]],
    ["the base of a unit", "提锂电极，能耗6度/公斤碳酸锂", []],
    ["what a machine grinds", "我厂的砂磨机磨磷酸铁锂，能耗120度", []],
    ["goods of a process", "We offer a graphite recovery process under licence", []],
    ["what somebody validates", "硅碳，容量1650mAh/g，想找电池厂做18650验证", ["silicon-carbon"]],
    ["what is done by the buyer", "Grid storage racks, dismantling by the buyer", ["ess-container"]],
    ["a price basis", "出售再生碳酸锂，月60吨，按电碳97折", ["recycled-li2co3"]],
    ["a shape before its chemistry", "我司应答：方壳磷酸铁锂314Ah；钠电型号不响应", ["cell-prismatic"]],
    [
      "a salt in its solvents",
      "We would like an offer for 1 M LiPF6 in EC/EMC 3:7 with 2% VC",
      ["electrolyte"],
    ],
    ["a mixture that is named", "1.2M LiPF6 EC:DMC:EMC=1:1:1 电解液5吨", ["electrolyte"]],
    ["solvents that are goods", "LiPF6 and EC/DMC wanted", ["lipf6", "ec", "dmc"]],
    ["a chemistry before cells", "Mixed lithium cobalt oxide phone batteries, 18 tons", []],
    ["what is done to cells", "Fast charging of pouch cells, TRL 4", []],
    ["a machine that who asks has", "希望合作：PTFE粘结剂，我们组有小辊压机", ["pvdf"]],
    ["a step that was not made", "电芯厂报废的卷芯，铁锂，未注液，约7吨", ["production-scrap"]],
    ["a thing that a rate is of", "处理废旧极片，铝箔剥离率99%", []],
  ])("[MT95] %s", (_name, text, expected) => {
    expect(subjectsOf(text)).toEqual(expected);
  });

  it("[MT86] of two names of one concept one may be refused, a name of many not", () => {
    expect(subjectsOf("We offer binder SBR latex, solids 48%. CMC we don't carry.")).toEqual(["sbr-cmc"]);
    expect(subjectsOf("粘结剂：PAA类，固含15%；PVDF不卖")).toEqual([]);
  });

  it.each([
    ["Graphite anode, 350 mAh/g; moisture: required 200 ppm, offered 350 ppm", "moisture 350 ppm"],
    ["人造石墨，容量要求355mAh/g，我方实测352mAh/g", "capacity_mass 352 mAh/g"],
    [
      "NMC 622, D50 11 µm. We cannot confirm the requested 99.99% purity; our value is 99.9%",
      "purity 99.9 mass %",
    ],
  ])("[MT98] of what is required and what is offered the second counts: %s", (text, figure) => {
    const read = figuresOf(text);
    expect(read).toContain(figure);
    expect(read.filter((each) => each.split(" ")[0] === figure.split(" ")[0])).toHaveLength(1);
  });

  it.each([
    ["In reply to your tender: our dry room, dew point -50 °C, 80 m2, recovery 92%"],
    ["响应贵方采购文件：湿法线，锂回收率92%"],
    ["关于贵司询价：湿法线，锂回收率92%，需要的老板抓紧"],
  ])("[MT98] what answers a demand is none: %s", (text) => {
    expect(figuresOf(text)).toContain("recovery 92 %");
    expect(proposeFields(text).kind?.value).not.toBe("need");
  });

  it("[MT99] what a project develops is its subject, whatever it then looks for", () => {
    const text =
      "Within our project we develop a polymer electrolyte with an ionic conductivity above 0.5 mS/cm; we look for a partner able to cast films";
    expect(subjectsOf(text)).toContain("sse-polymer");
    expect(figuresOf(text)).toContain("ionic_conductivity ≥ 0.5 mS/cm");
    expect(figuresOf("In our lab we synthesise LMFP, capacity 150 mAh/g. We seek a spray dryer")).toEqual([
      "capacity_mass 150 mAh/g",
    ]);
  });

  it.each([
    ["出碳酸锂80吨，7.15万现款", "price 71500 CNY/t"],
    ["六氟磷酸锂20吨现货，报十一万二", "price 112000 CNY/t"],
    ["出硫酸钴50吨，现金价9.1万", "price 91000 CNY/t"],
    ["收钴酸锂，一吨2.8万", "price 28000 CNY/t"],
    ["人造石墨355，首效94", "capacity_mass 355 mAh/g"],
    ["氢氧化锂粗颗粒100吨，56.5，磁物60ppb", "purity 56.5 mass %"],
    ["碳酸锂,主含量99.5,20吨现货", "purity 99.5 mass %"],
    ["LiFSI固体,氯1ppm硫酸根10ppm水30ppm以内", "moisture ≤ 30 ppm"],
    ["碳酸锂一批,降价到6.9万,20吨起", "price 69000 CNY/t"],
    ["NCM811，残碱3000以内，现款", "residual_li ≤ 3000 ppm"],
    ["储能集装箱，循环剩4000次，SOH 87%", "soh 87 %"],
  ])("[MT84] shorthand of traders: %s", (text, figure) => {
    expect(figuresOf(text)).toContain(figure);
  });

  it.each([
    ["Stacking machine, ships in ten weeks", "lead_time 10 weeks"],
    ["Jet mill, 250 kW, ready to ship in 14 weeks from our works", "lead_time 14 weeks"],
    ["破碎线，交钥匙工程8个月", "lead_time 240 days"],
    [
      "Dry-room dehumidifiers, specific energy about 25% lower than the units installed",
      "energy_saving ≈ 25 %",
    ],
    ["湿法回收服务，镍钴锰综合回收率≥98%，锂≥90%", "recovery ≥ 90 %"],
    ["Toll recycling, recovery Ni Co 98%, Li at 92% recovery", "recovery 92 %"],
    ["Please quote NMC 811, discharge capacity at least 200 mAh/g at 0.1C", "capacity_mass ≥ 200 mAh/g"],
  ])("[MT55] a figure by its noun: %s", (text, figure) => {
    expect(figuresOf(text)).toContain(figure);
  });

  it("[MT84] a bare number like a year is no capacity", () => {
    expect(figuresOf("Calender for sale, used on graphite, 2016, EUR 90,000")).toEqual([]);
  });

  it("[MT58] a run of named cells under one limit", () => {
    expect(figuresOf("项目 | max\nFe 20ppm | Cu 10 | Zn 10\n硫酸钴晶体")).toEqual([
      "fe ≤ 20 ppm",
      "cu ≤ 10 ppm",
      "zn ≤ 10 ppm",
    ]);
  });

  it("[MT90] a share in an assay of what is offered", () => {
    expect(figuresOf("现有黑粉260吨，Ni 18.2%、Co 6.9%、Li 3.6%，水分6%")).toContain("moisture 6 %");
    expect(figuresOf("求黑粉，Ni 18.2%、Co 6.9%、Li 3.6%，打包袋，水分6%")).toContain("mass_ni 18.2 mass %");
  });

  it("[MT90] a foil is told by its gauge, unless another length could be it", () => {
    expect(
      figuresOf("Need aluminium foil for cathodes: 12 micron, tensile strength at least 190 MPa"),
    ).toEqual(["thickness 12 µm"]);
    expect(figuresOf("求铜箔，4.5微米或者6微米都行")).toEqual([]);
  });

  it("[MT98] the words of an answer never change what is read of the rest", () => {
    const goods = fc.constantFrom("铜箔，厚度6微米", "碳酸锂，水分≤200ppm", "人造石墨，首效≥93%");
    const answers = fc.constantFrom("响应招标文件：", "关于贵司询价：", "答复采购函：");
    fc.assert(
      fc.property(answers, goods, (answer, text) => {
        expect(figuresOf(`${answer}${text}`)).toEqual(figuresOf(text));
      }),
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
    expect(volumeOf(text)).toBe(volume);
  });

  it("leaves two amounts that are both said", () => {
    expect(volumeOf("We need 20 t of battery-grade lithium carbonate, not 25 t.")).toBe("20 t");
  });
});

describe("[MT109] terms of the deal, guaranteed beside typical, and stretches of days", () => {
  it("keeps a lead time behind figures of the writer's own", () => {
    expect(
      figuresOf(
        "We need an online ICP analyser for our leach liquor (Li 18 g/L, Ca 25 ppm), lead time 14 weeks at most.",
      ),
    ).toEqual(["lead_time ≤ 14 weeks"]);
  });
  it("takes what is guaranteed, not what is typical", () => {
    expect(figuresOf("现货锂辉石精矿,Li2O典型6.05%,保证不低于5.8%,水分≤8%")).toEqual([
      "li2o_grade ≥ 5.8 % Li2O",
      "moisture ≤ 8 %",
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
      ["moisture ≤ 0.25 %", "d50 3–8 µm"],
    ],
    [
      "what a competitor asks is no price",
      "We offer regenerated LFP, 152 mAh/g minimum. A competitor sells at 34,000 CNY/t.",
      ["capacity_mass ≥ 152 mAh/g"],
    ],
    [
      "what our plant does is not wanted",
      "大量收购退役动力电池包，SOH不低于70%。我们厂破碎线的处理量是2吨/小时。",
      ["soh ≥ 70 %"],
    ],
    [
      "a tolerance in words is a range",
      "Aluminium-plastic film, thickness 113 µm plus/minus 5 µm",
      ["thickness 108–118 µm"],
    ],
    [
      "what something is for is over with its clause",
      "Dry room contractor needed for our NCA line, floor 600 m2, dew point -45 °C or lower.",
      ["humidity ≤ -45 °C"],
    ],
    [
      "water may be spelled 水份",
      "我司出售锂辉石精矿，Li2O 5.5%-5.8%，水份小于8%",
      ["li2o_grade 5.5–5.8 % Li2O", "moisture ≤ 8 %"],
    ],
    [
      "a tonne behind two elements is not their unit",
      "三元黑粉80吨，铜铝各不超0.5，一吨一万二",
      ["mass_cu ≤ 0.5 mass %", "mass_al ≤ 0.5 mass %", "price 12000 CNY/t"],
    ],
    [
      "the time until a report comes is a lead time",
      "承接正负极粉体的SEM和比表面测试，常规样5个工作日出报告",
      ["lead_time 5 days"],
    ],
    [
      "a least run is a least order",
      "We toll mill lithium carbonate, minimum run 20 t, lead time 3 weeks",
      ["moq 20 t", "lead_time 3 weeks"],
    ],
    [
      "a stop after min. is no limit of the next sentence",
      "Spherical graphite for sale, purity 99.95 % min. 800 t can be delivered",
      ["purity ≥ 99.95 mass %"],
    ],
    [
      "nor one of max.",
      "Lithium carbonate for sale, moisture 0.25 % max. 800 t can be delivered",
      ["moisture ≤ 0.25 %"],
    ],
    [
      "where two numbers are written so, a comma parts decimals",
      "Technical lithium carbonate for sale, Li2CO3 minimum 99,2 %, moisture below 0,25 %",
      ["purity ≥ 99.2 mass %", "moisture ≤ 0.25 %"],
    ],
    [
      "what was compared is not sought",
      "We look for hard carbon, first efficiency at least 88 %. The commercial carbon that we compared gave only 300 mAh/g.",
      ["first_eff ≥ 88 %"],
    ],
    [
      "the chemistry of black mass may be said behind it",
      "每月能出黑粉60吨左右，三元的，镍钴合计25%以上，锂4%，铝低于2%，自提",
      ["mass_ni_co ≥ 25 mass %", "mass_li 4 mass %", "mass_al ≤ 2 mass %"],
    ],
    [
      "both elements of a pair are read",
      "三元黑粉80吨,铜铝都压到1以下",
      ["mass_cu ≤ 1 mass %", "mass_al ≤ 1 mass %"],
    ],
  ])("%s: %s", (_rule, text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("the scale of works is no amount, and what a partner has is no subject", () => {
    const text =
      "Sulfide solid electrolyte; we are looking for an industrial partner with a dry room to scale up at the 10 kg scale.";
    expect(volumeOf(text)).toBeNull();
    expect(subjectsOf(text)).not.toContain("dry-room");
  });

  it("the tonne that a price is by is no amount and no question", () => {
    const { volume, unassigned } = proposeFields("三元黑粉，现款，一吨一万二");
    expect([volume, unassigned]).toEqual([null, []]);
    expect(figuresOf("三元黑粉，现款，一吨一万二")).toEqual(["price 12000 CNY/t"]);
  });

  it.each([
    ["课题组做全固态电池，求购硫银锗矿型Li6PS5Cl粉末200g", "cell-all-solid"],
    ["单晶NCM622可送样，烧结用的是自产氢氧化锂", "lioh-batt"],
    ["招外包：退役电池模组余能检测，SOH误差3%以内，不需要拆解", "dismantling"],
    ["For the new project we want 2 kg of LiFSI, and LiTFSI blends are not acceptable", "litfsi"],
    ["转让闲置铝箔320kg，自制的钠离子电芯样品不外售", "cell-sodium"],
  ])("what is made, bought for it or refused is no subject: %s", (text, other) => {
    expect(subjectsOf(text)).not.toContain(other);
  });

  it("whom a seller looks for is not what he sells", () => {
    const text = "手上现货三元黑粉80吨,想找湿法厂签长单";
    expect(subjectsOf(text)).toEqual(["black-mass-ncm"]);
    expect(volumeOf(text)).toBe("80 t");
  });
});
