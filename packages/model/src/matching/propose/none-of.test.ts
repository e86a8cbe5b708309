import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";
import { isNoneOf } from "./fit-answers.ts";

const draft = (text: string, kind: "need" | "capability" | "project") =>
  proposeDraft(text, "2026-12-04", kind);
const told = (text: string, kind: "need" | "capability" | "project") =>
  draft(text, kind).figures.map(({ value: { attribute, value } }) => `${attribute} ${value}`);

describe("[MT132] what the subject cannot be told by", () => {
  it("is no figure of it, whatever the words beside the number are like", () => {
    expect(
      told(
        "R&D project on low-sodium Li2S: purity ≥ 99.9 %, residual C < 0.05 wt%, cost target below 600 CNY/kg, D50 ≤ 10 µm.",
        "project",
      ),
    ).toEqual(["purity 99.9", "d50 10"]);
    expect(
      told(
        "We need an Al-based (LDH) adsorbent with a working capacity of at least 5.5 g Li per litre, attrition loss below 2 % per 1,000 cycles, Li recovery ≥ 92 %.",
        "need",
      ),
    ).toEqual(["recovery 92"]);
    expect(
      told(
        "采购软包电池中试线关键设备：涂布机1台，手套箱2台，手套箱H2O<0.1 ppm。合同签订后120日内交货。",
        "need",
      ),
    ).toEqual(["lead_time 120"]);
    expect(isNoneOf("soh", "li2s")).toBe(true);
    expect(isNoneOf("soh", "eol-ncm")).toBe(false);
  });

  it("a limit that names no attribute is asked, also without a unit; a statement stays in the text", () => {
    const { asked } = draft(
      "We need an Al-based adsorbent, Mg/Li in the eluate < 0.5, pyrolysed at 550 °C.",
      "need",
    );
    expect(asked.filter(({ isAside }) => !isAside).map(({ source }) => source)).toEqual(["< 0.5"]);
  });

  it("of a table with a column for each kind a row is asked once", () => {
    const table = "电解铜箔\n项目\t单位\t4.5μm\t6μm\n抗拉强度\tMPa\t≥400\t≥380\n面密度\tg/m²\t41±1\t54±1";
    const { asked } = draft(table, "capability");
    const open = asked.filter(({ isAside }) => !isAside);
    expect(open.map(({ source }) => source)).toEqual(["≥400", "41±1"]);
    expect(open.flatMap(({ answers }) => answers)).toEqual([]);
  });

  it("machines for a pilot line are bought, and no pilot line", () => {
    const { concepts, maturity } = draft(
      "关于采购软包电池中试线关键设备的询价公告：搅拌机、涂布机、辊压机各1台。",
      "need",
    );
    expect(concepts[0]?.value).toBe("eq-coater");
    expect(maturity).toBeNull();
  });
});

describe("[MT132] a stage is said of what is posted", () => {
  it.each([
    ["We run a pilot direct lithium extraction unit and need an Al-based adsorbent.", "need"],
    ["Black mass for sale, umpire sampling by SGS.", "capability"],
    ["承接碳酸锂提纯代加工，可先做500kg小试，小试费3万元。", "capability"],
    ["Joint R&D project on Li2S; we bring the pilot hall.", "project"],
  ] as const)("%s", (text, kind) => {
    expect(draft(text, kind).maturity).toBeNull();
  });

  it.each([
    ["Black mass, 180 t now in our warehouse.", "bulk"],
    ["硫化物电解质，目前实验室能做到200 g/批。", "research"],
    ["高镍正极，客户验证阶段。", "verification"],
  ])("%s", (text, stage) => {
    expect(draft(text, "capability").maturity?.value).toBe(stage);
  });
});

describe("[MT132] what an offer says", () => {
  it("a licence that buyers must hold is no licence on offer", () => {
    const forms = (text: string) => draft(text, "capability").cooperation.map(({ value }) => value);
    expect(forms("Black mass for sale, only buyers with a hazardous-waste or white-list licence.")).toEqual([
      "supply",
    ]);
    expect(forms("We offer our patent for licence.")).toEqual(["licence"]);
  });

  it("an analysis in lines behind the chemistry of the black mass is typical, and its least lot is read", () => {
    const text =
      "We have spot black mass for sale, mixed NCM (523/622).\nTypical analysis (dry basis):\n- Ni 19.8 %\n- Co 7.1 %\n- moisture < 1.5 %\nMin. lot 20 t.";
    const { concepts, figures } = draft(text, "capability");
    expect(concepts.filter(({ aside }) => !aside).map(({ value }) => value)).toEqual(["black-mass-ncm"]);
    expect(figures.map(({ value: { attribute, value, hard } }) => `${attribute} ${value} ${hard}`)).toEqual([
      "mass_ni 19.8 false",
      "mass_co 7.1 false",
      "moisture 1.5 false",
      "moq 20 false",
    ]);
  });

  it("what a line has free is the amount, and what follows a first lot", () => {
    const toll = draft(
      "我司有一条5000吨/年的碳化提纯线，剩余产能约2000t/a可对外代工，碳酸锂提纯代加工。",
      "capability",
    );
    expect(toll.volume?.value).toMatchObject({ amount: "2000", unit: "t/a" });
    const long = draft("求购电池级硫酸镍。首单先来32吨试产，过了以后每月稳定300吨左右。", "need");
    expect(long.volume?.value).toMatchObject({ amount: "300", unit: "t/month" });
  });

  it("an estimate of readiness and patents applied for are read", () => {
    const { trl, ipStatus } = draft("硫化物电解质，已申请中国发明专利2项，TRL大约4。", "capability");
    expect(trl?.value).toBe(4);
    expect(ipStatus?.value).toBe("applied");
  });
});
