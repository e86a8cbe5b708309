import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const today = "2026-12-01";
const figuresOf = (text: string) =>
  proposeFields(text, today).figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`);
const subjectsOf = (text: string) => takenConcepts(proposeFields(text, today));
const volumeOf = (text: string) => proposeFields(text, today).volume?.value.amount ?? null;

describe("[MT114] terms of services and works", () => {
  it.each([
    ["想找机构做碳足迹核算，20个工作日内出初稿", ["lead_time ≤ 20 days"]],
    ["现询环评编制单位，合同签订后90天内提交送审稿，付款三三四", ["lead_time ≤ 90 days"]],
    ["急要铜箔2吨，6μm，7天内能到东莞厂里", ["thickness 6 µm", "lead_time ≤ 7 days"]],
    ["Freedom to operate opinion requested. Draft within 6 weeks, fixed fee", ["lead_time ≤ 6 weeks"]],
    [
      "We need PVDF, moisture max 0.1 %, DDP Gothenburg within 45 days",
      ["moisture ≤ 0.1 %", "lead_time ≤ 45 days"],
    ],
    ["We can do LFP powder, min 156 mAh/g, delivered Jiangsu, LC 60 days", ["capacity_mass ≥ 156 mAh/g"]],
    ["求购电解液，水分≤10ppm，90天内完成付款", ["moisture ≤ 10 ppm"]],
    [
      "We need NCM622 cathode, carbon footprint max 18 kgCO2e/kg. The incumbent stands at 27 kgCO2e/kg and takes 14 weeks to deliver",
      ["carbon_footprint ≤ 18 kgCO2e/kg"],
    ],
    [
      "We offer silicon-carbon, 1,800 mAh/g, lots from 50 kg. In graphite our customer got 1,000 cycles",
      ["capacity_mass 1800 mAh/g", "moq 50 kg"],
    ],
    ["低温型电解液，水分≤10ppm，最低-40℃可放电", ["moisture ≤ 10 ppm", "temp_min ≤ -40 °C"]],
    [
      "We need NCM pouch cells, min. 2,000 cycles, operation down to -30 °C",
      ["cycle_life ≥ 2000 cycles", "temp_min ≤ -30 °C"],
    ],
    [
      "We need cells, at least 255 Wh/kg and 560 Wh/L",
      ["energy_density ≥ 255 Wh/kg", "vol_energy_density ≥ 560 Wh/L"],
    ],
    [
      "We sell concentrated lithium brine, lithium 18 g/L, Mg/Li ratio 0.8; the potash stays with us",
      ["li_conc 18 g/L", "mgli 0.8"],
    ],
    ["LiFSI, chloride not more than 5 ppm, water max 20 ppm", ["cl ≤ 5 ppm", "moisture ≤ 20 ppm"]],
    [
      "采购电池级氢氧化锂，水分≤0.2%。付款方式：到货验收合格后 60 天内以银行承兑汇票支付。",
      ["moisture ≤ 0.2 %"],
    ],
    ["采购电池级氢氧化锂，水分≤0.2%，到货后 60 天内电汇付款", ["moisture ≤ 0.2 %"]],
    ["供应气氛辊道窑，单线产能5000吨/年", ["capacity_ta 5000 t/a"]],
    ["承接退役电池快检，误差不大于3%，报告5个工作日出具", ["test_error ≤ 3 %", "lead_time 5 days"]],
    ["电池级硫酸镍晶体，Ni≥22.2%，Fe、Cu各≤5ppm", ["mass_ni ≥ 22.2 mass %", "fe ≤ 5 ppm", "cu ≤ 5 ppm"]],
    ["六氟磷酸锂，氯化物≤2ppm，硫酸盐≤5ppm", ["cl ≤ 2 ppm", "so4 ≤ 5 ppm"]],
    ["硫化锂Li2S≥99.9%，硫代硫酸盐≤100ppm", ["purity ≥ 99.9 mass %"]],
    ["长期收退役磷酸铁锂电池，SOH不低于80%，单次5吨起收", ["soh ≥ 80 %", "moq 5 t"]],
    ["NCM811 precursor, Ni 83 mol %, D50 9-12 µm", ["ni_content 83 mol %", "d50 9–12 µm"]],
    [
      "We need LiFSI for an electrolyte with our own LiPF6: assay >= 99.9 %, moisture <= 30 ppm",
      ["purity ≥ 99.9 mass %", "moisture ≤ 30 ppm"],
    ],
    [
      "My group has developed a halide solid electrolyte with 2.1 mS/cm. We look for a company that takes it further",
      ["ionic_conductivity 2.1 mS/cm"],
    ],
    [
      "Hard carbon for sale: reversible capacity 310 mAh/g guaranteed, first efficiency 90 % or higher",
      ["capacity_mass ≥ 310 mAh/g", "first_eff ≥ 90 %"],
    ],
    ["公司拟委托高校承办锂电人才培训，每年不少于120人", ["persons ≥ 120 persons/a"]],
    ["寻求优先提锂技术，锂收率≥93%。我厂黑粉水分12%", ["recovery ≥ 93 %"]],
    ["We offer ICP-OES of cathode powders. Turnaround is 5 working days after receipt", ["lead_time 5 days"]],
    [
      "RFQ dry room, dew point ≤ -45 °C, handover within 5 months of contract",
      ["humidity ≤ -45 °C", "lead_time ≤ 150 days"],
    ],
    ["急采锂电铜箔12吨，厚度4.5微米，12天内送溧阳", ["thickness 4.5 µm", "lead_time ≤ 12 days"]],
    ["找微粉级氢氧化锂，出口韩国用，D50 5～8微米", ["d50 5–8 µm"]],
    [
      "A firm seeks state-of-health testing of 340 modules on our yard, max 12 min per module",
      ["test_time ≤ 12 min"],
    ],
    ["We require lithium foil for coin and pouch trials, thickness 20 ± 2 µm", ["thickness 18–22 µm"]],
    ["We need aluminium-based adsorbent, granules with D50 400-700 µm", ["d50 400–700 µm"]],
    [
      "Tender for nanofiltration skids at the potash site. Feed has Mg/Li ratio 45; permeate must have a Mg/Li ratio below 0.5 with lithium recovery ≥90 %. Delivery within 26 weeks",
      ["mgli ≤ 0.5", "recovery ≥ 90 %", "lead_time ≤ 26 weeks"],
    ],
  ])("%s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  it("what a bidder sold before and the capacity that he must have are no volume", () => {
    const goods = "本标段采购磷酸铁锂正极材料，D50为0.8～1.5μm";
    expect(volumeOf(`${goods}；投标人近三年须有单笔200吨以上的供货业绩。`)).toBeNull();
    expect(
      volumeOf("We offer a licence: the process ran for eight months on a 500 t/a unit of our partner."),
    ).toBeNull();
    const asked =
      "Supply of NCM811 powder, residual lithium below 5000 ppm. Bidders shall prove an installed annual capacity of at least 10,000 t/a.";
    expect(volumeOf(asked)).toBeNull();
    expect(figuresOf(asked)).toContain("capacity_ta ≥ 10000 t/a");
  });

  it.each([
    ["寻求铁锂黑粉优先提锂的成熟技术，锂收率≥93%", ["selective-li"]],
    ["Class 9 road transport of damaged and end-of-life packs from Hungary", ["svc-logistics"]],
    ["Seeking offers for an automated dismantling line for retired car packs, takt 10 min per pack", []],
    ["采购退役磷酸铁锂模组做基站备电，SOH不低于80%", ["eol-lfp"]],
    ["We are looking for a supplier of black mass from NMC cells, 40 t per month", ["black-mass-ncm"]],
    ["处理一批退役三元模组，约35吨，SOH 75%左右，已放电，可看货", ["eol-ncm"]],
    ["We produce battery foil: electrodeposited copper foil, tensile strength ≥ 320 MPa", ["copper-foil"]],
    ["Our customer asks for sodium hexafluorophosphate, NaPF6, purity ≥ 99.9 %", []],
    ["再生碳酸锂每月30吨，主含量99.3%", ["recycled-li2co3"]],
    ["招标采购:天然石墨球化尾料处理线一套,处理能力不低于每小时500公斤", []],
  ])("the subject of: %s", (text, expected) => {
    const found = subjectsOf(text);
    for (const concept of expected) expect(found).toContain(concept);
    for (const object of [
      "eol-pack",
      "black-mass-lfp",
      "cell-ncm",
      "cascade-backup",
      "natural-graphite",
      "discharge",
      "aluminium-foil",
      "lipf6",
    ])
      if (!expected.includes(object)) expect(found).not.toContain(object);
  });

  it("a payment fills no lead time, however many days it has", () => {
    const days = fc.integer({ min: 1, max: 180 });
    const term = fc.constantFrom(
      "LC {} days",
      "payment within {} days",
      "月结{}天",
      "货到{}天付款",
      "net {} days",
    );
    fc.assert(
      fc.property(days, term, (count, words) => {
        const found = figuresOf(`求购电解液，水分≤10ppm，${words.replace("{}", String(count))}`);
        expect(found.filter((one) => one.startsWith("lead_time"))).toEqual([]);
      }),
    );
  });
});

describe("[MT116] what a figure without its word is", () => {
  it.each([
    [
      "窑皮余热回收改造招标，节能率不低于12%，合同签订后90天内完工",
      ["energy_saving ≥ 12 %", "lead_time ≤ 90 days"],
    ],
    [
      "Looking for a lab to run UN 38.3. Reports must be issued within 30 days of receiving the samples.",
      ["lead_time ≤ 30 days"],
    ],
    ["求购吸附剂，货款30天内付清", []],
    ["回收铜箔碎料25吨出货，含铜97%", ["purity 97 mass %"]],
    ["Selling copper granulate from battery shredding, Cu 97–98%, big bags", ["purity 97–98 mass %"]],
    ["采购无水氟化氢，HF≥99.98%", ["purity ≥ 99.98 mass %"]],
    [
      "We toll process NMC production scrap under nitrogen, line rated 1.5 t/h, minimum campaign 50 t",
      ["throughput 1.5 t/h", "moq 50 t"],
    ],
    ["求购811正极，残锂≤800ppm，样品2公斤起", ["residual_li ≤ 800 ppm"]],
    [
      "Semi-solid pouch cells for sale, 350 Wh/kg, discharge possible down to -30 °C",
      ["energy_density 350 Wh/kg", "temp_min ≤ -30 °C"],
    ],
    [
      "Buying NCM production scrap, moisture max 3 %. My shredder does 1 t/h so I take it any size.",
      ["moisture ≤ 3 %"],
    ],
    ["各位老板，有没有电池级碳酸锂？我这边每月固定吃60吨，主含量99.5%打底", ["purity ≥ 99.5 mass %"]],
    ["Single crystal NCM 811 wanted, cap 200 mAh/g or better @0.1C", ["capacity_mass ≥ 200 mAh/g"]],
    ["Buying cathode production scrap, Ni+Co 30 % up, cash", ["mass_ni_co ≥ 30 mass %"]],
    ["Our lab does laser PSD on cathode powders. Report in 5 working days, express 2.", ["lead_time 5 days"]],
    ["We need formation equipment, delivery 5 months latest", ["lead_time ≤ 150 days"]],
    ["Our buyer takes NCM black mass, moisture 3 % max. No LFP black mass please.", ["moisture ≤ 3 %"]],
  ])("is told by what stands beside it: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe("[MT117] what machines are rated for, and what is measured, refused or brought", () => {
  it.each([
    [
      "RFQ: one roller hearth kiln for Ni-rich cathode. Nameplate 4,000 t/yr; on site no later than 9 months after L/C opening",
      ["capacity_ta 4000 t/a", "lead_time ≤ 270 days"],
    ],
    [
      "The formation and grading system shall be designed for 2 GWh/a with an automation rate of not less than 95 %",
      ["capacity_gwh 2 GWh/a", "automation ≥ 95 %"],
    ],
    ["我司欲购辊道窑2条，单条产能不低于5000吨/年，要求安装", ["capacity_ta ≥ 5000 t/a"]],
    [
      "Our main plant has a nameplate of 4,000 t/yr. We offer lithium carbonate, 99.5 % min",
      ["purity ≥ 99.5 mass %"],
    ],
    ["现货锂辉石精矿，COA says Li2O 5.92 %, moisture 7.1 %", ["li2o_grade 5.92 % Li2O", "moisture 7.1 %"]],
    ["Cathode maker's CoA says moisture 0.08 % on the surface of NCM811, we do not sell either", []],
    [
      "By-product sodium sulphate, Na2SO4 99% min, Cl max 0.35%, around 900 t a month from our hydroxide plant",
      ["purity ≥ 99 mass %", "cl ≤ 0.35 %"],
    ],
    ["Toll graphitisation, furnace batch 35 t, yield 93 % min", ["batch 35 t", "recovery ≥ 93 %"]],
    ["负极石墨化代工，装炉量一炉18吨，收得率97%", ["recovery 97 %"]],
    ["碳酸锂每批10吨，纯度99.5%", ["purity 99.5 mass %"]],
    ["化验室招合作方，测碳酸锂里的磁性异物，3个工作日出数，需求长期", ["lead_time ≤ 3 days"]],
    [
      "We seek semi-solid cells: 340 Wh/kg and 780 Wh/L as minimum",
      ["energy_density ≥ 340 Wh/kg", "vol_energy_density ≥ 780 Wh/L"],
    ],
    [
      "We seek cells: 1000 cycles to 80 % or more, 340 Wh/kg, 780 Wh/L",
      ["cycle_life ≥ 1000 cycles", "energy_density 340 Wh/kg", "vol_energy_density 780 Wh/L"],
    ],
    ["MnSO4 monohydrate wanted, Ca and Mg not over 50 ppm each", ["ca ≤ 50 ppm", "mg ≤ 50 ppm"]],
    [
      "Cells wanted that must still deliver at -20 °C, min. 170 Wh/kg",
      ["temp_min ≤ -20 °C", "energy_density ≥ 170 Wh/kg"],
    ],
    [
      "We sell our by-product sodium sulfate, 400 t a month, moisture 0.2 % max. The battery-grade lithium carbonate it comes with (99.6 %, D50 5 µm) is all under contract already",
      [],
    ],
    ["承接氢氧化锂来料粉碎，粗粒客户自供，磨到D50 5 µm以下，收得率99%", ["d50 ≤ 5 µm", "recovery 99 %"]],
    [
      "Request for flotation test work. Pulp at 6-8 °C as in our winter, target concentrate 5.5 % Li2O or better at 82 % recovery or better",
      ["temp_pulp 6–8 °C", "li2o_grade ≥ 5.5 % Li2O", "recovery ≥ 82 %"],
    ],
    ["LFP powder for sale: 0.1C discharge | min. 158 mAh/g", ["capacity_mass ≥ 158 mAh/g"]],
    ["LiPF6 offer, lead time 14 days\nsulfate    5 ppm max", ["lead_time 14 days", "so4 ≤ 5 ppm"]],
    [
      "RFQ: NCM pouch cells, >= 285 Wh/kg, usable at -30 °C",
      ["energy_density ≥ 285 Wh/kg", "temp_min ≤ -30 °C"],
    ],
    [
      "Hard carbon for sale, first cycle eff. 90 % min., BET max 4 m2/g",
      ["first_eff ≥ 90 %", "bet ≤ 4 m2/g"],
    ],
    [
      "Recycler buys NMC production scrap, jelly rolls w/o electrolyte. Aluminium not over 15 %",
      ["mass_al ≤ 15 mass %"],
    ],
    ["LFP black mass for sale, Li 3.9%, moisture abt 9%", ["mass_li 3.9 mass %", "moisture ≈ 9 %"]],
    ["哪家能做碳酸锂检测？45天内出。", ["lead_time ≤ 45 days"]],
    ["双面光锂电铜箔，6 µm，3吨起订。4.5的做不了，勿询。", ["thickness 6 µm", "moq 3 t"]],
    ["有没有电碳现货？99.5%以上。昨天有家报7.35万，没要", ["purity ≥ 99.5 mass %"]],
    ["碳足迹报告求购。上一份是自己算的，8.9 kgCO2e/kg，客户不认", []],
    ["求购电碳，钠250ppm以内。上回那家送来的40吨水分2800ppm", ["na ≤ 250 ppm"]],
    ["LCA studies offered. A cathode maker I advised got 13 kgCO2e/kg", []],
    [
      "We sit on a steady 80 t/month of NCM black mass (Ni 19 %, Co 7 %) and look for a hydromet toller who returns MHP or sulphates",
      [],
    ],
    [
      "钻探施工比选公告：总进尺3600米，含取样编录，矿区海拔4900米，须在5个月内完工",
      ["altitude 4900 m", "lead_time ≤ 150 days"],
    ],
  ])("reads %s", (text, figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  it.each([
    ["手上一批退役铁锂电池包，430个，SOH大概76%", ["eol-lfp"]],
    ["SOH testing offered, 3 min per module", ["soh-test"]],
    ["需带电破碎设备1套，处理能力≥4t/h。热解炉我们已有，不含", ["eq-crusher"]],
    ["吸附法提锂招标，膜法谈过了，不考虑纳滤", ["adsorption-extraction"]],
    ["承接电池级氢氧化锂来料气流粉碎，收得率99%", ["micronising"]],
    ["哪家能做电池级碳酸锂的产品碳足迹报告？要欧洲客户认的那种", ["svc-carbon"]],
    ["Direct regeneration wanted. Acid leaching is what we want to get away from", ["direct-regeneration"]],
    ["基础研究项目征集企业参与，最好手里有高镍正极可供匹配试验", ["svc-basic-research"]],
    [
      "元明粉工段需上一套MVR蒸发结晶，蒸发量不算，按进料12吨/小时设计，供货期120天以内",
      ["mvr-crystallisation"],
    ],
    ["钻探施工比选公告，须在5个月内完工。物化探已由他队完成", ["drilling-survey"]],
    ["退役磷酸铁锂电池包186包出售，SOH 70%~78%，受让方须具备梯次利用或拆解资质", ["eol-lfp"]],
  ])("is about the right thing: %s", (text, subjects) => {
    expect(subjectsOf(text)).toEqual(subjects);
  });

  it("takes no works that are told for reckoning alone as an amount, and what is counted by a tonne of another as the subject", () => {
    expect(
      volumeOf(
        "投标人应对锂盐生产线实施节能改造，节能率不低于12%。现线年产2万吨，数据仅供投标人测算，不作为考核依据。",
      ),
    ).toBeNull();
    const text = "副产元明粉每吨碳酸锂出2.1吨左右，全年约4.5万吨，免费拉走；碳酸锂自己用，不卖。";
    expect([volumeOf(text), subjectsOf(text)]).toEqual(["45000", ["sodium-sulfate"]]);
  });
});
