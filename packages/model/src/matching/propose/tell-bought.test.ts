import { describe, expect, it } from "vitest";
import { attributes } from "../../chain/index.ts";
import type { PostingKind } from "../../posting/index.ts";
import { tellOwnThing } from "../../posting/own-thing.ts";
import { proposeDraft } from "./ask-figure.ts";
import { likeness } from "./liken-names.ts";
import { takenConcepts } from "./read-document.ts";

const draft = (text: string, kind: PostingKind = "need", concept?: string) =>
  proposeDraft(text, "2026-12-01", kind, concept);
const openOf = (text: string, kind?: PostingKind) =>
  draft(text, kind).asked.flatMap(({ isAside, source }) => (isAside ? [] : [source]));

const tender =
  "湖沙正极材料有限公司2027年度电池级碳酸锂采购招标公告\n招标编号:HS-2026-118\n" +
  "一、我司长沙基地现有三元正极材料产能3.5万吨/年，2027年二期投产后达到5万吨/年。现对电池级碳酸锂进行公开招标，欢迎合格供应商参加。\n" +
  "二、采购内容\n本次采购电池级碳酸锂共3600吨，分两个标段：一标段2400吨，二标段1200吨。交货期2027年1月至12月。\n" +
  "三、技术要求\n序号 | 项目 | 指标 | 检测方法\n1 | Li2CO3主含量 | ≥99.6% | GB/T 11064.1\n2 | Na | ≤200 ppm | ICP-OES\n3 | 水分 | ≤0.20% | 卡尔费休法\n" +
  "四、注册资本不低于5000万元；近三年内累计供货不少于5000吨。\n五、交货地点：长沙市，需方仓库。";

describe("what a tender buys", () => {
  it("[MT82] stays its object where the buyer's store only says where it is delivered", () => {
    const { concepts, figures, volume } = draft(tender);
    expect(takenConcepts({ concepts })).toEqual(["li2co3-batt"]);
    expect(figures.map(({ value }) => value.attribute)).toEqual(["purity", "na", "moisture"]);
    expect(volume?.value).toMatchObject({ amount: "3600", unit: "t" });
    const stored = draft("求购电池级碳酸锂300吨，主含量≥99.5%，送到需方仓库");
    expect(takenConcepts(stored)).toEqual(["li2co3-batt"]);
  });

  it("[MT104] asks nothing of the buyer's plant, of lots, of capital and of what a bidder delivered", () => {
    expect(openOf(tender)).toEqual([]);
    expect(openOf("采购碳酸锂300吨，我司现有产能1万吨/年，另需采购氢氧化锂500吨/年")).not.toContain(
      "1万吨/年",
    );
  });

  it("[PO17] is named by the goods and not by who is invited", () => {
    expect(tellOwnThing("欢迎合格供应商参加。本次采购特种添加剂共30吨")?.words).toBe("特种添加剂");
    expect(tellOwnThing("寻找客户，供应特种添加剂")?.words).toBe("特种添加剂");
    expect(tellOwnThing("寻求投标人。采购内容：本次采购特种添加剂")?.words).toBe("特种添加剂");
  });
});

describe("[MT121] a row of a table whose goods are not chosen", () => {
  const answersOf = (row: string, concept = "") =>
    draft(`项目 | 指标\n${row}`, "need", concept).asked.flatMap(({ answers }) =>
      answers.map(({ attribute }) => attribute),
    );

  it.each([
    ["Li2CO3主含量 | ≥99.6%", "purity"],
    ["水分 | ≤0.20%", "moisture"],
    ["Na | ≤200 ppm", "na"],
    ["SO4 | ≤0.06%", "so4"],
    ["D50 | 4.0~6.0 μm", "d50"],
  ])("is offered by its name alone: %s", (row, attribute) => {
    const offered = answersOf(row);
    const filled = draft(`项目 | 指标\n${row}`, "need", "").figures.map(({ value }) => value.attribute);
    expect([...filled, ...offered]).toEqual([attribute]);
  });

  it("is offered by a whole name, and no element of a formula stands for a content", () => {
    const named = (about: string) =>
      attributes.filter((attribute) => likeness(about, attribute) > 0).map(({ id }) => id);
    expect(named("| Li2CO3主含量|")).toEqual(["purity"]);
    expect(named("| D50 |")).toContain("d50");
    const asked = draft(
      "老装置的料（不外卖）:\n1 | 水分 | ≤0.20%\n2 | Na | ≤200 ppm",
      "need",
      "li2co3-batt",
    ).asked;
    expect(asked.map(({ answers }) => answers.map(({ attribute }) => attribute))).toEqual([
      ["moisture"],
      ["na"],
    ]);
  });
});

describe("[MT127] a material that others let make", () => {
  const tail =
    "（辊道窑烧结+气流粉碎）。来料要求：磷酸铁水分≤0.5%。废料、扫地粉归客户。压实密度2.45~2.55 g/cm³";

  it.each(["承接磷酸铁锂正极材料代工", "可对外承接磷酸铁锂来料加工"])(
    "is what the offer is about, not what comes in nor a step of the work: %s",
    (text) => {
      expect(takenConcepts(draft(text + tail, "capability"))[0]).toBe("lfp");
      expect(takenConcepts(draft(text + tail, "capability"))).not.toContain("iron-phosphate");
    },
  );

  it("is no scrap because the scrap of the work goes back", () => {
    const { concepts } = draft("供应磷酸铁锂30吨，废料归客户", "capability");
    expect(takenConcepts({ concepts })).toEqual(["lfp"]);
  });
});

describe("what a group can do", () => {
  const text =
    "课题组能力介绍：固态电解质与界面\n本课题组长期从事硫化物固态电解质及全固态电池研究。\n主要能力：硫化物电解质的合成，室温离子电导率可达8.5 mS/cm，D50可控制在0.8~3 μm；氯化物/硫化物复合。\n" +
    "希望与企业合作。合作方式可为委托研发、联合实验室或专利许可。";

  it("[MT105] is the one kind that it names again and again, and not the family of its title", () => {
    expect(takenConcepts(draft(text, "capability"))[0]).toBe("sse-sulfide");
    expect(takenConcepts(draft("供应固态电解质：硫化物、氧化物固态电解质", "capability"))[0]).not.toBe(
      "sse-sulfide",
    );
  });

  it("[MT114] is joint development where research on commission or a shared laboratory is named beside a licence", () => {
    expect(draft(text, "capability").cooperation.map(({ value }) => value)).toEqual([
      "joint_development",
      "licence",
    ]);
    expect(draft("硫化物固态电解质，可专利许可", "capability").cooperation.map(({ value }) => value)).toEqual(
      ["licence"],
    );
  });
});
