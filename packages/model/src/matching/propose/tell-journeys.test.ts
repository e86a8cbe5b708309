import { describe, expect, it } from "vitest";
import { tellKind } from "../../posting/tell-kind.ts";
import { proposeDraft } from "./ask-figure.ts";

const today = "2026-12-03";
const adsorbent =
  "We have developed an aluminium-based adsorbent for lithium extraction from low-grade brines (Li 60-120 mg/L). We are seeking a salt-lake operator for a demonstration of 1,000 t LCE a year.";
const relithiation =
  "Call for partners: direct recycling of NCM622 cathode scrap. We are a group at the institute in Suzhou; our powder has 168 mAh/g at 0.1C, which is 97 % of the virgin material. Goals: 20 kg per batch, cost below CNY 25,000 per tonne. Licences can be negotiated.";

describe("whole postings of a kind", () => {
  it("[MT126] who has developed something and seeks an operator for a demonstration has a project", () => {
    expect(tellKind(adsorbent)?.kind).toBe("project");
    const { figures } = proposeDraft(adsorbent, today, "project");
    expect(figures.every(({ value }) => value.condition !== "reached")).toBe(true);
  });

  it("[MT126] a project has its goals and forms, and no price of what it is to cost", () => {
    const { asked, concepts, cooperation, figures, regions } = proposeDraft(relithiation, today, "project");
    const ids = figures.map(({ value }) => value.attribute);
    expect(ids).toContain("batch");
    expect(ids).not.toContain("price");
    expect(concepts[0]?.value).toBe("direct-regeneration");
    expect(cooperation.map(({ value }) => value)).toEqual(["joint_development", "licence"]);
    expect(regions.map(({ value }) => value)).toEqual(["32"]);
    expect(asked.filter(({ isAside }) => !isAside)).toEqual([]);
  });

  it("[MT126] a table below its heading is as hard in its ranges as in its limits", () => {
    const { figures, volume } = proposeDraft(
      "求购磷酸铁锂，2027年一季度用量360吨，技术指标如下：\n项目\t指标\t单位\nD50\t0.8～1.8\tμm\n水分\t≤800\tppm",
      today,
      "need",
    );
    expect(figures.map(({ value: { attribute, hard } }) => `${attribute} ${hard}`)).toEqual([
      "d50 true",
      "moisture true",
    ]);
    expect(volume?.value).toEqual({ amount: "360", unit: "t", from: "2027-01-01", to: "2027-03-31" });
  });

  it("[MT126] a service is asked nothing that no attribute can be", () => {
    const { asked, cooperation } = proposeDraft(
      "锂电检测平台对外提供服务：可测正极材料克容量，ICP检出限0.1ppm，测试电流0.01～300A，7个工作日出报告",
      today,
      "capability",
    );
    expect(cooperation.map(({ value }) => value)).toEqual(["testing"]);
    expect(asked.filter(({ isAside }) => !isAside)).toEqual([]);
  });

  it("[MT126] a group says what its batches give, which is reached", () => {
    const text =
      "Call for partners: in the lab we relithiate scrap; our 100 g batches give 168 mAh/g at 0.1C.";
    const [figure] = proposeDraft(text, today, "project").figures.filter(
      ({ value }) => value.attribute === "capacity_mass",
    );
    expect(figure?.value.condition).toContain("reached");
  });

  it("[MT127] an offer to work on others' goods is about its process, and asked where it names none", () => {
    const first = (text: string) =>
      proposeDraft(text, today, "capability").concepts.find(({ aside }) => !aside)?.value;
    expect(
      first("有一条年处理1.2万吨的湿法线，目前每月还有约300吨三元黑粉的代加工能力，可来料加工成硫酸镍"),
    ).toBe("hydrometallurgy");
    expect(first("我司对外承接三元黑粉代加工，镍钴回收率98.5%以上")).toBeUndefined();
  });

  it("[MT121] a bare number of nine tenths and more of a salt may be its purity", () => {
    const { asked, figures } = proposeDraft(
      "手上有电池级碳酸锂20吨现货，99.6，Na 200以内",
      today,
      "capability",
    );
    const ids = [...figures.map(({ value }) => value), ...asked.flatMap(({ answers }) => answers)].map(
      ({ attribute }) => attribute,
    );
    expect(ids).toContain("purity");
  });

  it("[MT126] what is recovered is no content", () => {
    const { asked, figures } = proposeDraft("承接三元黑粉代加工，镍钴回收率98.5%以上", today, "capability");
    expect(figures).toEqual([]);
    expect(asked.flatMap(({ answers }) => answers.map(({ attribute }) => attribute))).toEqual(["recovery"]);
  });
});
