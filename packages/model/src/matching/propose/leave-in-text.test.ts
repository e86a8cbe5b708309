import { describe, expect, it } from "vitest";
import type { PostingKind } from "../../posting/index.ts";
import { proposeDraft } from "./ask-figure.ts";

const draft = (text: string, kind: PostingKind = "need") => proposeDraft(text, "2026-12-01", kind);
const asked = (text: string, kind?: PostingKind) =>
  draft(text, kind).asked.flatMap(({ isAside, source }) => (isAside ? [] : [source]));

describe("[MT104] what is left in the text without a question", () => {
  it.each([
    "电池级碳酸锂采购1200吨\n数量:1200吨(允许±5%)",
    "We buy 1200 t of lithium carbonate (quantity tolerance ±5 %), purity ≥ 99.5 %",
    "采购磷酸铁锂300吨,投标人须提供近三个月内的检测报告,中标后7日内签订合同,质保期两年",
    "Lithium carbonate 1200 t in six lots of 200 t, purity ≥ 99.5 %",
    "采购碳酸锂1200吨,每批200吨",
  ])("spans of papers, tolerances, lots and amounts said twice: %s", (text) => {
    expect(asked(text)).toEqual([]);
    expect(draft(text).volume?.value.amount).toMatch(/^(?:1200|300)$/);
  });

  it.each([
    [
      "an option",
      "We buy 450 t/month of LiOH, LiOH min. 56.5 wt%, with an option to go up to 600 t/month in 2028",
    ],
    [
      "what others delivered",
      "We buy 450 t of LiOH, Na below 50 ppm; last year's lots came in at 120 ppm Na",
    ],
    ["a tax", "采购碳酸锂300吨，纯度≥99.5%，报价含13%增值税"],
    ["what is kept back", "采购碳酸锂300吨，纯度≥99.5%，留5%质保金"],
    ["what a fault takes off", "采购碳酸锂300吨，Na≤250ppm，每超出10ppm按100元/吨扣减货款"],
  ])("%s", (_name, text) => {
    expect(asked(text)).toEqual([]);
  });

  it("what a supplier delivered so far", () => {
    expect(asked("采购电池级碳酸锂2400吨，投标人近三年供货业绩不少于1000吨")).toEqual([]);
    expect(asked("We buy 2400 t of lithium carbonate; track record of at least 1000 t needed")).toEqual([]);
  });

  it("an amount with a tolerance is the amount", () => {
    expect(draft("采购磷酸铁锂,数量1200吨(±5%)").volume?.value.amount).toBe("1200");
    expect(draft("采购磷酸铁锂,数量1000~1200吨").volume?.value.amount).toBe("1200");
  });

  it("what is kept after so many cycles, and under what, is no life and no state of health", () => {
    for (const text of [
      "Sulfide electrolyte, critical current density above 2 mA/cm2, capacity retention of 85 % after 500 cycles at 25 °C",
      "硫化物电解质,临界电流密度2 mA/cm2以上,在85 %相对湿度下存放24 h稳定,500次循环容量保持率85 %,两年内完成验证",
    ])
      expect(asked(text, "project")).toEqual([]);
  });

  it("room temperature beside a conductivity, and the start of a change", () => {
    expect(
      asked("Sulfide electrolyte, ionic conductivity at 25 °C: goal at least 8 mS/cm at 25 °C", "project"),
    ).toEqual([]);
    expect(
      asked("Sulfide electrolyte: partner for scale-up from 100 g to 50 kg per batch", "project"),
    ).toEqual([]);
  });

  it("carriage, shortage, funds, and how an amount is spread over months", () => {
    for (const [text, kind] of [
      [
        "采购六氟磷酸锂120吨,冷链温度不超过25℃,运输时间不超过72小时,短少超过0.3%扣款,纯度≥99.95%。4月起每月20吨",
        "need",
      ],
      ["低温电解液,水分≤15ppm,合作期18个月,经费约200万元", "project"],
      [
        "We can offer 3,000 t of LiOH for 2027, 250 t a month. Packing 500 kg big bags. Price: monthly average",
        "capability",
      ],
    ] as const)
      expect(asked(text, kind)).toEqual([]);
  });

  it("offers no answer for a word that all names have, and the only attribute of a unit", () => {
    const answers = (text: string, kind: PostingKind) =>
      draft(text, kind).asked.flatMap((one) =>
        one.isAside ? [] : [one.answers.map(({ attribute }) => attribute)],
      );
    expect(answers("采购磷酸铁锂,碳含量1.2~1.5%", "need")).toEqual([[]]);
    expect(answers("We look for lithium foil. So far we have made cells with 410 Wh/kg", "need")).toEqual([
      ["energy_density"],
    ]);
  });

  it("a time of delivery after a contract is a lead time and no question", () => {
    const { figures } = draft("电池级碳酸锂采购1200吨。交货期:合同签订后30天内。");
    expect(figures.map(({ value: { attribute, value } }) => `${attribute} ${value}`)).toEqual([
      "lead_time 30",
    ]);
  });
});

const hardness = (text: string, kind: PostingKind = "need") =>
  draft(text, kind).figures.map(({ value: { attribute, hard } }) => `${attribute} ${hard ? "hard" : "wish"}`);

describe("[PO16] a project told in prose", () => {
  const text =
    "Our group has worked on sulfide electrolytes for eight years and we can now make 2 kg per batch with an ionic conductivity above 5 mS/cm and a D50 of 1.5 to 3 µm. " +
    "We would like to set up a joint project on films, aiming at a critical current density of 3 mA/cm2 at 60 °C in pouch cells of 2 Ah. " +
    "We are at TRL 4 now and want to reach TRL 6 by the end of 2029.";

  it("has what it reached and what it aims at as rows, nothing hard and no question", () => {
    const { figures } = draft(text, "project");
    expect(asked(text, "project")).toEqual([]);
    expect(figures.map(({ value }) => `${value.attribute} ${value.hard} ${value.condition ?? ""}`)).toEqual([
      "batch false can now make",
      "ionic_conductivity false can now make",
      "d50 false can now make",
      "critical_current false ",
    ]);
  });

  it("is hard only where it says that something must be", () => {
    const { figures } = draft("课题组开发硫化物电解质，电导率必须不低于5 mS/cm", "project");
    expect(figures.map(({ value: { hard } }) => hard)).toEqual([true]);
  });
});

describe("[PO16] hard or wish", () => {
  it("a range is as hard as its neighbours, and a word behind it counts", () => {
    expect(hardness("碳酸锂,Na ≤ 250 ppm, D50 8–12 µm required")).toEqual(["na hard", "d50 hard"]);
    expect(hardness("Graphite wanted, D50 8–12 µm required")).toEqual(["d50 hard"]);
    expect(hardness("磷酸铁锂,压实2.5以上,水分500以内,D50 0.8-1.5")).toEqual([
      "compaction hard",
      "moisture hard",
      "d50 hard",
    ]);
    expect(hardness("Separator wanted: shrinkage below 3 %, porosity 40–45 %")).toEqual(["porosity hard"]);
    expect(hardness("Graphite wanted, tap density ≥ 1.0 g/cm3, typically D50 8–12 µm")).toContain("d50 wish");
    expect(hardness("Graphite wanted. D50 8–12 µm. Tap density ≥ 1.0 g/cm3")).toContain("d50 wish");
  });

  it("what a project has reached has its words as its condition, and stays in the text beside a goal", () => {
    const reached = draft(
      "我们课题组研究硫化物固态电解质,室温离子电导率目前达到6.2 mS/cm,希望与企业合作",
      "project",
    );
    expect(reached.figures[0]?.value).toMatchObject({ value: "6.2", hard: false, condition: "目前达到" });
    const goal = draft(
      "Sulfide electrolyte: we now reach 6.2 mS/cm; goal at least 8 mS/cm ionic conductivity",
      "project",
    );
    expect(goal.figures.map(({ value }) => value.value)).toEqual(["8"]);
    expect(goal.asked.filter(({ isAside }) => !isAside)).toEqual([]);
  });
});

describe("[MT94] the stage of a project", () => {
  it.each([
    ["课题组开发快离子导体,寻求企业合作中试放大与产业化", undefined],
    ["两年内完成中试验证", undefined],
    ["Within two years a pilot line should be available", undefined],
    ["项目目前处于小试阶段,计划两年内完成中试", "research"],
    ["中试已完成,寻求产业化合作", "verification"],
    ["We have a pilot line and look for a partner", "verification"],
  ])("is only what it says: %s", (text, expected) => {
    expect(draft(text, "project").maturity?.value).toBe(expected);
  });
});
