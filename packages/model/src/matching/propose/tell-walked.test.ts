import { describe, expect, it } from "vitest";
import type { PostingKind } from "../../posting/index.ts";
import { tellKind } from "../../posting/tell-kind.ts";
import { proposeDraft } from "./ask-figure.ts";

const read = (text: string, kind: PostingKind) => {
  const { figures, volume, window, asked, cooperation } = proposeDraft(text, "2026-12-03", kind);
  return {
    figures: figures.map(({ value: { attribute, value } }) => `${attribute} ${value}`),
    volume: volume && `${volume.value.amount} ${volume.value.unit}`,
    window: window?.value ?? null,
    cooperation: cooperation.map(({ value }) => value),
    asked: asked.filter(({ isAside }) => !isAside).map(({ source }) => source),
    answers: asked.flatMap(({ answers }) => answers.map(({ attribute }) => attribute)),
    ofSecond: asked.flatMap(({ value, source }) => (value.doubt === "other_product" ? [source] : [])),
  };
};

describe("[MT130] texts as they are pasted", () => {
  const tender =
    "2027年度电池级磷酸铁采购\n采购内容：电池级磷酸铁，年度用量6000吨，每月500吨\n序号\t项目\t指标\n1\t铁含量\t36.0%～36.6%\n2\tD50\t3～6 μm\n3\t比表面积\t6～10 m²/g\n4\t振实密度\t≥0.75 g/cm³\n交货期：2027年2月至12月\n投标人须有单笔不少于1000吨的供货业绩";

  it("asks nothing of the numbers of rows, the year of a title and what a bidder delivered", () => {
    expect(read(tender, "need")).toMatchObject({
      figures: ["d50 3", "bet 6", "tap_density 0.75"],
      volume: "6000 t",
      window: { from: "2027-02-01", to: "2027-12-31" },
      asked: ["36.0%～36.6%"],
    });
  });

  it("never offers the content of one element as the purity", () => {
    expect(read(tender, "need").answers).toEqual([]);
    expect(read("采购磷酸铁，磷含量20.6%～21.0%", "need").answers).not.toContain("purity");
  });

  it("takes a day before which an amount is wanted", () => {
    expect(read("急找电池级碳酸锂，本月底前要60吨，纯度99.5以上", "need")).toMatchObject({
      volume: "60 t",
      window: { to: "2026-12-31" },
    });
  });

  it("leaves the limits of what is brought to be worked on as questions", () => {
    const told = read(
      "承接人造石墨负极代工石墨化业务，加工收率不低于92%。来料需粒度D50 12-18μm，水分≤0.3%。",
      "capability",
    );
    expect(told.figures).toEqual(["recovery 92"]);
    expect(told.asked).toEqual(["12-18μm", "≤0.3%"]);
    expect(read("承接石墨化代工。来料需过筛，加工后产品D50 12-18μm。", "capability").figures).toEqual([
      "d50 12",
    ]);
  });

  it("hears a fellow kind that comes besides behind its name, also of a text that names a process", () => {
    for (const origin of ["", "来源为动力电池拆解，"])
      expect(
        read(`出售三元黑粉，${origin}现货120吨。磷酸铁锂黑粉也有少量，锂2.2%，月产30吨。`, "capability"),
      ).toMatchObject({ figures: [], volume: "120 t", ofSecond: ["2.2%", "30吨"] });
  });

  it("takes a permit for no licence of technology", () => {
    expect(read("出售三元黑粉120吨，有危废经营许可证。", "capability").cooperation).not.toContain("licence");
    expect(
      read("We sell black mass, 120 t; we hold a hazardous waste licence.", "capability").cooperation,
    ).not.toContain("licence");
    expect(read("固态电解质专利，可许可使用", "capability").cooperation).toContain("licence");
  });

  it("keeps money of another currency before its number as a term, and never a condition of a figure", () => {
    expect(
      read("We need 45 t of lithium carbonate. Our ceiling is EUR 12,100 per tonne DAP.", "need").asked,
    ).toEqual([]);
  });

  it("tells a group that offers from a project, and a project that is being put together", () => {
    expect(
      tellKind("Our group at the School of Materials offers synthesis of solid electrolytes.")?.kind,
    ).toBe("capability");
    expect(
      tellKind("We are putting together a 36-month project on LFP recycling and look for two partners.")
        ?.kind,
    ).toBe("project");
  });
});

describe("[MT130] work on the goods of others", () => {
  it.each([
    [
      "Spare tolling capacity. You send us technical grade lithium carbonate (Li2CO3 99.0 % or better, B below 100 ppm, moisture below 0.5 %) and get back lithium hydroxide monohydrate, Na < 50 ppm.",
      ["na 50"],
    ],
    [
      "承接碳酸锂提纯代工：客户提供工业级碳酸锂（主含量99.0%，水分≤0.5%），我方交付电池级碳酸锂，Na≤150ppm。",
      ["na 150"],
    ],
  ])("asks what the customer sends: %s", (text, figures) => {
    expect(read(text, "capability").figures).toEqual(figures);
  });

  it("offers what the line has free, and asks what it makes", () => {
    const text =
      "可对外承接磷酸铁锂来料加工，现有辊道窑6条。单线月产能420吨，空闲产能合计约1200吨/月，可从2027年2月起安排。";
    expect(read(text, "capability")).toMatchObject({ volume: "1200 t/month", asked: ["420吨"] });
  });

  it("an own forwarder is no service that is offered", () => {
    const text =
      "We offer black mass from NMC 622 production scrap, 120 t. Ni 21.4 %, Co 6.1 %, F 0.9 %. Our freight forwarder handles the papers.";
    expect(read(text, "capability")).toMatchObject({
      figures: ["mass_ni 21.4", "mass_co 6.1", "mass_f 0.9"],
      volume: "120 t",
    });
  });
});

describe("[MT58] a column of amounts", () => {
  it.each([
    "采购清单\n序号\t物料名称\t规格\t数量（吨）\t交货期\n1\t电池级碳酸锂\tYS/T 582-2023，微粉\t480\t分批，每批不少于30吨",
    "采购电池级碳酸锂\n物料名称 | 采购数量/吨\n电池级碳酸锂 | 480",
    "We buy lithium carbonate, battery grade\nItem | Qty (MT) | Delivery\nLithium carbonate battery grade | 480 | CIP",
    "We buy lithium carbonate, battery grade\nItem\tQuantity, t\nLithium carbonate battery grade\t480",
  ])("has the unit of its head: %s", (text) => {
    expect(read(text, "need").volume).toBe("480 t");
  });
});

describe("[MT125] a first lot", () => {
  it.each([
    "We need battery-grade lithium carbonate: 400 kg for the first lot, then 2.5 t per month",
    "Silicon-carbon anode wanted:\n- 400 kg for the first lot, then about 2.5 t a month from Q3 2027",
  ])("is none of what follows it: %s", (text) => {
    expect(read(text, "need")).toMatchObject({ volume: "2.5 t/month", figures: [] });
  });
});

describe("[MT131] a tender for a machine", () => {
  it("counts a system, and not what its plant is to make", () => {
    const text = "招标公告：年产2万吨电池级氢氧化锂项目。招标范围：MVR蒸发结晶系统 2套，单套蒸发量 ≥ 25 t/h";
    expect(read(text, "need").volume).toBe("2 sets");
  });
});
