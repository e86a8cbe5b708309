import { describe, expect, it } from "vitest";
import { tellPapers } from "../../posting/index.ts";
import { readConditions } from "../constrain/read-conditions.ts";
import { proposeDraft } from "./ask-figure.ts";

const today = "2026-12-03";
const volumeOf = (text: string, kind: "need" | "capability" = "need") => {
  const { amount, unit } = proposeDraft(text, today, kind).volume?.value ?? {};
  return amount === undefined ? "" : `${amount} ${unit}`;
};

describe("an amount that is counted", () => {
  it.each([
    ["我司拟采购卷绕机6台，用于方形磷酸铁锂电芯产线，2027年6月前交货。", "6 sets"],
    ["招标：正极浆料搅拌机2套，单台产能不低于500L/h，质保24个月。", "2 sets"],
    ["RFQ: 12 units of formation cyclers, 5 V 120 A, 64 channels each, delivery in Q2 2027.", "12 sets"],
    ["辊道窑招标，共6台，双层四列，最高温度850℃。", "6 sets"],
    ["求购48V 100Ah储能电池包500套，循环≥6000次，2027年3月交货。", "500 sets"],
  ])("[MT131] %s", (text, amount) => {
    expect(volumeOf(text)).toBe(amount);
  });

  it.each([
    ["供应双层挤压涂布机，去年给某大厂交了12台。", "capability"],
    ["求购电芯分选机，整线含机器人6台。", "need"],
    ["Our LFP rack module, 48 V 100 Ah. MOQ 50 units, USD 690 each.", "capability"],
    ["Need UN 38.3 T1-T8 on 24 pouch cells, report within 5 weeks.", "need"],
  ] as const)("[MT131] counts no pieces that are none of the goods: %s", (text, kind) => {
    expect(volumeOf(text, kind)).toBe("");
  });

  it.each([
    "求购真空烘箱4台，给软包中试线用的，3月底前到嘉兴。",
    "We are looking for 4 sets of vacuum drying ovens for our pouch cell pilot line.",
  ])("[MT131] [MT94] counts what the chain has no concept of, and what it is for is no stage: %s", (text) => {
    expect(volumeOf(text)).toBe("4 sets");
    expect(proposeDraft(text, today, "need").maturity).toBeNull();
  });

  it("[MT131] an amount of goods goes before what it is packed in", () => {
    expect(volumeOf("求购磷酸铁锂30吨，吨袋60个，压实≥2.5")).toBe("30 t");
  });

  it.each([
    ["We need 80 kg per month of single-crystal NCM811, from February 2027.", "need", "80 kg/month"],
    ["求购硫化物电解质，每月80公斤，离子电导率≥5mS/cm。", "need", "80 kg/month"],
    ["We sell ceramic-coated separators 9+3 µm, 2 million m2 per month.", "capability", "2000000 m2/month"],
    ["求购BMS从板，月需2200套，CAN2.0。", "need", "2200 pcs/month"],
    ["We need BMS boards, 40 sets per month from March 2027.", "need", "40 pcs/month"],
  ] as const)("[MT131] keeps the unit of its author: %s", (text, kind, amount) => {
    expect(volumeOf(text, kind)).toBe(amount);
  });

  it.each([
    ["求购电池级碳酸锂，首批20吨月底前到，以后每月80吨。", "80 t/month"],
    ["先要样品5公斤，以后每月80吨，磷酸铁锂，压实2.5以上。", "80 t/month"],
  ])(
    "[MT125] what is wanted each month from then on is the amount where nothing else is: %s",
    (text, amount) => {
      expect(volumeOf(text)).toBe(amount);
    },
  );

  it.each(["要磷酸铁锂40吨，月底前到厂。", "Need 30 t LFP by end of month, Ningbo."])(
    "[MT93] the end of the month closes the window: %s",
    (text) => {
      expect(proposeDraft(text, today, "need").window?.value).toEqual({ to: "2026-12-31" });
    },
  );

  it("[MT93] days from the end of the month are a term of payment", () => {
    const { window } = proposeDraft("We buy 30 t LFP, payment 30 days end of month.", today, "need");
    expect(window).toBeNull();
  });
});

describe("what a text plans or names beside the chain", () => {
  it.each([
    [
      "Our dry electrode process works in the lab; pilot planned for 2027, mass production in 2029.",
      "capability",
    ],
    ["本课题组的锂金属负极保护膜已完成实验室验证，计划2027年中试，寻求合作单位。", "project"],
  ] as const)("[MT94] a stage with a time to come is asked: %s", (text, kind) => {
    const { maturity, window, asked } = proposeDraft(text, today, kind);
    expect([maturity, window]).toEqual([null, null]);
    expect(asked.find(({ value }) => value.fills?.field === "maturity")).toMatchObject({ isAside: false });
  });

  it("[MT94] what is so goes before what is planned", () => {
    const text = "拟于明年进入中试阶段，目前小试，克容量210mAh/g。";
    expect(proposeDraft(text, today, "capability").maturity?.value).toBe("research");
  });

  it("[MT130] an element without an attribute is asked by its name and offered as no purity", () => {
    const text = "We need iron phosphate, 200 t a month, P 20.5-21.0 %, Cr ≤ 10 ppm.";
    const { asked, figures } = proposeDraft(text, today, "need");
    expect(figures).toEqual([]);
    expect(asked.map(({ value, answers }) => [value.about, answers.length])).toEqual([
      ["P", 0],
      ["Cr", 0],
    ]);
  });

  const table =
    "采购电池级磷酸铁300吨\n三、技术要求\n项目\t单位\t指标\nP含量\t%\t20.6～21.0\nCr\tppm\t≤10\nD50\tμm\t2～6\n";

  it("[MT130] [MT126] a table below its heading: elements keep their names, ranges are limits", () => {
    const { asked, figures } = proposeDraft(table, today, "need");
    expect(asked.map(({ answers }) => answers.length)).toEqual([0, 0]);
    expect(figures.map(({ value }) => [value.attribute, value.hard])).toEqual([["d50", true]]);
  });

  it("[MT130] what comes in for work on the goods of others is asked, and what the works take is the amount", () => {
    const text =
      "承接三元正极材料粉碎代加工，每月可接150吨，磁性异物≤20ppb，来料水分需≤300ppm，最小批量5吨。";
    const { asked, figures, volume, maturity } = proposeDraft(text, today, "capability");
    expect(volume?.value).toMatchObject({ amount: "150", unit: "t/month" });
    expect(figures.map(({ value }) => value.attribute)).toEqual(["magnetic", "batch"]);
    expect(asked.map(({ value }) => value.meant?.attribute)).toContain("moisture");
    expect(maturity).toBeNull();
  });

  it("[MT131] what a seller is asked besides is no subject, and what a container holds no amount", () => {
    const text =
      "We are looking for NMP, purity at least 99.9 %, about 120 t a month, in tank containers of 20 t each. Please also say whether you take back the spent solvent.";
    const { concepts, asked } = proposeDraft(text, today, "need");
    expect(concepts.every(({ aside }) => aside)).toBe(true);
    expect(asked.find(({ source }) => source === "20 t")?.isAside).toBe(true);
  });

  it("[MT105] a dry room that the partner has is no figure of a project", () => {
    const text = "课题组开发卤化物电解质，目标电导率≥3mS/cm。寻找有干房（露点-50℃以下）的中试单位共同申报。";
    expect(proposeDraft(text, today, "project").figures.map(({ value }) => value.attribute)).toEqual([
      "ionic_conductivity",
    ]);
  });

  it("[MT94] [MT114] a laboratory that offers tests offers testing, and a certificate to come is none", () => {
    const text =
      "Our laboratory offers operando X-ray diffraction on pouch cells. CNAS accreditation is planned for 2027.";
    expect(proposeDraft(text, today, "capability").cooperation.map(({ value }) => value)).toEqual([
      "testing",
    ]);
    expect(readConditions(text).named).toEqual([]);
    expect(tellPapers(text).map(({ isRead }) => isRead)).toEqual([false]);
    expect(readConditions("正在申请CNAS认证").named).toEqual([]);
    expect(readConditions("实验室已通过CNAS认可").named).toEqual(["ISO/IEC 17025 · CNAS"]);
  });

  it("[MT94] patents that are applied for are", () => {
    const text = "课题组开发卤化物电解质，专利已申请2项。";
    expect(proposeDraft(text, today, "project").ipStatus?.value).toBe("applied");
  });

  it("[MT94] a heading, a question and an option say no stage and no lead time", () => {
    const stage = (text: string, kind: "need" | "capability") =>
      proposeDraft(text, today, kind).maturity?.value;
    expect(stage("急找单晶NCM622，你看看手上有没有，每月20吨", "need")).toBeUndefined();
    expect(stage("手上有NCM622，每月20吨", "capability")).toBe("bulk");
    expect(
      stage("We need two coating lines. 5. Commercial\nPayment: 30 % with order.", "need"),
    ).toBeUndefined();
    expect(stage("Commercial NCM811 on offer, 20 t a month.", "capability")).toBe("bulk");
    const spans = (text: string) =>
      proposeDraft(text, today, "need").figures.map(({ value }) => value.attribute);
    expect(
      spans(
        "We need two coating lines. An option for one more may be exercised within 12 months of signature.",
      ),
    ).toEqual([]);
    expect(spans("We need two coating lines, delivery within 3 months of signature.")).toEqual(["lead_time"]);
  });

  it("[MT56] what passes a sieve is no purity", () => {
    const text = "供应三元黑粉，粒度80目过筛率≥98%\n计价：镍钴系数72%，锂系数按SMM碳酸锂68%折，锰不计价。";
    expect(proposeDraft(text, today, "capability").figures.map(({ value }) => value.attribute)).not.toContain(
      "purity",
    );
  });
});
