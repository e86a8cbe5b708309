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
