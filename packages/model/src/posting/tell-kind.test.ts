import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goldenFiles, handFiles } from "../../testing/golden/index.ts";
import { tellKind } from "./tell-kind.ts";
import type { PostingKind } from "./vocabulary.ts";

const needs = [
  "Dear Sir or Madam,\n\nWe are a cathode producer in Guizhou running two LFP lines, and our present supplier cannot keep up. For the second half of 2027 we are looking for battery-grade lithium carbonate, 300 t per month.",
  "Hi, hope you are well. Could you quote 20 t PVDF?",
  "We'd like to buy 20 t of PVDF",
  "I am after 5 kg of LLZTO powder for a doctoral student.",
  "投标人须具备 ISO 9001。本次采购磷酸铁锂正极材料 600 吨，压实密度≥2.5 g/cm3。",
  "兄弟们谁有铁锂黑粉，锂点 3 个以上，月要 100 吨",
  "收三元废极片，带胶的也行，每月能吃200吨",
  "长期收三元极片，废料也要，价格好说",
  "我们做储能电芯的，想找一家稳定供磷酸铁的厂",
  "招标公告\n某公司现有产能3万吨，产能还有富余。拟对辊道窑进行公开招标。",
  "Invitation to tender: spray dryer. Our plant has free capacity of 200 t per month. Bids by 15 January.",
];
const offers = [
  "各位老板好，三元黑粉 80 吨现货，Ni 20 Co 8 Li 4，要的老板联系",
  "We can supply 200 t/month of lithium hydroxide, please contact us if you need samples.",
  "Our lab offers cryo-TEM of SEI layers; two slots a week are free for industry.",
  "我们荆州这边三元黑粉每个月能出100来吨，有要的私我",
  "手上有一批退役模组，大概60吨，谁要？",
  "老板们好，我这边有一批三元黑粉要出，大概80吨，自提。要的加微信",
  "仓库压了一批退役铁锂包，想清掉，三十来吨",
  "We produce argyrodite powder. Capacity about 2 kg per month, samples of 50 g.",
  "富余产能：隔膜涂覆线每月可承接 200 万平方米",
  "Hello, our small company makes ceramic coating slurry. We can deliver 8 t per month. We are looking for cell or separator makers who want to test samples of 5 kg.",
  "老板们好，手上有三元黑粉一批，镍18钴6锂4，大概120吨，现货在湖南长沙，随时可提，按镍钴73折、锂70折报，含税，要的私聊",
  "Lithium chloride, 80 t ex stock; we are looking for a long-term buyer.",
  "we are a recycler in Saxony and can offer black mass from NMC scrap, ca. 120 t now. Offers by the end of January please.",
  "We can offer 120 t of black mass. Please submit your bid by 15 January.",
  "现货黑粉120吨，Ni 20，请各位老板报价",
  "课题组能力介绍\n\n本课题组长期从事吸附剂研究。可对外提供以下合作：离子筛合成",
  "主要能力：锂盐提纯中试，50 kg/批",
];
const projects = [
  "My group is building an R&D team for sulfide electrolytes. We reach 6 mS/cm and seek partners with a pilot line.",
  "We work on halide electrolytes and we can now make 2 kg per batch. We would like to set up a joint project on films and are looking for a cell maker.",
  "Our group has developed a sulfide solid electrolyte of 8.2 mS/cm. We are looking for a cell maker to test it and would license the process afterwards.",
  "Our group has made a gel electrolyte for lithium metal cells. We look for a cell maker who can build pouch cells with us.",
  "我院拟开展“废旧磷酸铁锂电池短流程再生”项目，目标克容量≥155 mAh/g。诚邀具备拆解线的企业参加，申报截止2027年1月31日。",
  "Our group works on sulfide solid electrolytes and are now looking for industrial partners. The project is planned for 24 months.",
  "Our group at East Sea University develops sulfide electrolytes. We are now looking for two partners for a 30-month project: a materials maker and a cell maker.",
  "本课题拟开发低成本硫化物电解质，周期三年，寻求中试合作单位。",
  "Looking for partners: direct recycling of LFP cathodes\n\nOur group is putting together a consortium for a 30-month project.",
  "寻找合作伙伴：磷酸铁锂直接再生\n本课题组正在组建联合体，项目周期30个月。",
];

it.each([
  "We seek partners for a 24-month project on dry-coated LFP cathodes, budget EUR 1.2 million.",
  "本课题组的锂金属负极保护膜已完成实验室验证，计划2027年中试，寻求合作单位。",
])("[PO30] partners for a project make a project: %s", (text) => {
  expect(tellKind(text)).toMatchObject({ kind: "project" });
});

describe("[PO30] the words of a text propose its kind", () => {
  it("knows what is asked for, offered and researched together", () => {
    const kindsOf = (texts: readonly string[]) => [...new Set(texts.map((text) => tellKind(text)?.kind))];
    expect(kindsOf(needs)).toEqual(["need"]);
    expect(kindsOf(offers)).toEqual(["capability"]);
    expect(kindsOf(projects)).toEqual(["project"]);
  });

  it("chooses none of a mixed text and names the words of each", () => {
    expect(tellKind("我司可供碳酸锂 50 吨，另求购锂辉石精矿 5000 吨。")).toEqual({
      kind: null,
      quotes: ["我司可供", "求购"],
    });
    expect(tellKind("We can supply graphite. We also need silicon.")?.kind).toBeNull();
    expect(tellKind("We can supply graphite. Please quote 20 t of silicon.")?.kind).toBeNull();
    expect(tellKind("我司可供石墨。硅碳请报价20吨。")?.kind).toBeNull();
  });

  it("says nothing of a text that does not say it, nor of what is denied", () => {
    for (const text of ["", "碳酸锂 99.5%", "We do not need graphite.", "不采购粗品"])
      expect(tellKind(text)).toBeNull();
  });

  it("is never wrong on the texts of the other hands that it was made on, and knows a third of them", () => {
    const files = [...goldenFiles, ...Object.values(handFiles)];
    const all = files.flatMap(({ needs, capabilities }) => [...needs, ...capabilities]);
    const told = all.map((one) => ({ ...one, told: tellKind(`${one.title}\n${one.body}`)?.kind ?? null }));
    const wrong = told.filter((one) => one.told !== null && one.told !== one.kind);
    expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
    expect(told.filter((one) => one.told !== null).length / told.length).toBeGreaterThan(1 / 3);
  });

  it("a text with one more that says another kind is told as mixed or as it began, never as the other", () => {
    const pieces = fc.constantFrom(
      ...needs.map((text) => [text, "need"] as const),
      ...offers.map((text) => [text, "capability"] as const),
    );
    fc.assert(
      fc.property(pieces, pieces, ([first, kind], [second, other]) => {
        const told = tellKind(`${first}\n${second}`)?.kind ?? null;
        const fit: readonly (PostingKind | null)[] = kind === other ? [kind] : [kind, null];
        expect(fit).toContain(told);
      }),
    );
  });

  it("any text is read in no time, and what is quoted stands in it", () => {
    const words = fc.constantFrom(
      "求",
      "购",
      "we ",
      "need ",
      "can ",
      "supply ",
      "，",
      ". ",
      "不",
      "采购",
      "looking for ",
      "\n",
      "9",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 400 }), (parts) => {
        const text = parts.join("");
        const told = tellKind(text);
        for (const quote of told ? (told.kind ? [told.quote] : told.quotes) : [])
          expect(text).toContain(quote);
      }),
    );
    const start = performance.now();
    tellKind("我们需要寻找合作 we are looking for ".repeat(200).slice(0, 8000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it("[PO30] a group that has developed something is a project, wherever it sits and whomever it looks for", () => {
  const text =
    "Our group at Donghai has developed an artificial SEI. We are looking for an industrial partner.";
  expect(tellKind(text)).toEqual({ kind: "project", quote: "Our group at Donghai has developed" });
});

it("[PO30] who looks for partners for a collaborative project has a project, whatever it wants and needs on the way", () => {
  const text =
    "We are a group in Graz, about 20 people, working on hard carbon, with two furnaces. For a 30-month collaborative project starting in 2027 we look for two industrial partners. Where we want to go: 350 mAh/g. We would need a letter of intent.";
  expect(tellKind(text)).toEqual({ kind: "project", quote: "collaborative project" });
});
