import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const read = (text: string) => proposeDraft(text, "2026-12-01");
const openOf = (text: string) =>
  read(text)
    .asked.filter(({ isAside }) => !isAside)
    .map(({ source }) => source);

describe("what a tender says of itself", () => {
  it.each([
    "Lithium carbonate 300 t wanted. Offers by 15 January 2027. Bid bond EUR 50,000. Our cost target is 12 USD/kg",
    "采购碳酸锂300吨，投标保证金5万元，预算300万元，投标截止2027年1月15日",
    "采购氢氧化锂500吨，请于2027年1月15日前报价",
    "采购石墨负极，目标成本3万元/吨以内",
  ])("[MT106] is no price, no figure, no time of delivery and no question: %s", (text) => {
    const { figures, window } = read(text);
    expect(figures).toEqual([]);
    expect(window).toBeNull();
    expect(openOf(text)).toEqual([]);
  });

  it("[MT106] a whole tender becomes rows without a question", () => {
    const text =
      "第二章 采购需求\n2.1 标的：电池级碳酸锂，年采购量2400吨，分12批交货，交货地点为招标人赣州工厂仓库。\n" +
      "2.2 技术要求：主含量≥99.5%，水分不大于0.25%，K≤10ppm，Fe≤10ppm，D50：4～8μm，D90不大于15μm。\n" +
      "2.3 投标人资格：须具备年产1万吨及以上碳酸锂产能。\n2.4 最高限价：9.1万元/吨（含13%增值税）。钠含量每超出10ppm，按100元/吨扣减货款。\n" +
      "2.5 投标前须提供5kg样品，由第三方检测。留5%质保金。\n2.6 投标截止时间：2027年2月20日9时30分（北京时间）。";
    const { concepts, figures, regions, volume } = proposeDraft(text, "2026-12-01", "need");
    expect(takenConcepts({ concepts })).toEqual(["li2co3-batt"]);
    expect(volume?.value).toEqual({ amount: "2400", unit: "t/a" });
    expect(regions.map(({ value }) => value)).toEqual(["36"]);
    expect(figures.map(({ value: { attribute, hard } }) => `${attribute} ${hard}`)).toEqual(
      ["purity", "moisture", "k", "fe", "d50", "d90", "price"].map((one) => `${one} true`),
    );
    expect(openOf(text)).toEqual([]);
  });

  it("[MT106] leaves the time of delivery beside it alone", () => {
    const text = "采购碳酸锂300吨，投标截止2027年1月15日，2027年3月交货，单价不高于9万元/吨";
    expect(read(text).window?.value).toEqual({ from: "2027-03-01", to: "2027-03-31" });
    expect(read(text).figures.map(({ value }) => value.attribute)).toEqual(["price"]);
    const english = "Lithium carbonate 300 t wanted, bids close on 15 January 2027, delivery in March 2027";
    expect(read(english).window?.value).toEqual({ from: "2027-03-01", to: "2027-03-31" });
  });
});

describe("a value that is said again in brackets", () => {
  it.each([
    ["采购碳酸锂，磁性物质≤0.00003%（300ppb），水分≤0.25%", ["magnetic", "moisture"]],
    ["采购碳酸锂，磁性物质≤0.0003%（3ppm），水分≤0.25%", ["magnetic", "moisture"]],
    ["Copper foil wanted, thickness 6 µm (0.006 mm)", ["thickness"]],
  ])("[MT106] is no row and no question of its own: %s", (text, expected) => {
    expect(read(text).figures.map(({ value }) => value.attribute)).toEqual(expected);
    expect(openOf(text)).toEqual([]);
  });

  it("[MT106] is one question that names both where they differ", () => {
    const { figures, asked } = read("采购碳酸锂，磁性物质≤0.0003%（300ppb），水分≤0.25%");
    expect(figures.map(({ value }) => value.attribute)).toEqual(["moisture"]);
    expect(asked.map(({ quoted }) => quoted.words)).toEqual(["磁性物质≤0.0003%（300ppb）"]);
    expect(asked[0]?.value.doubt).toBe("two_values");
    expect(asked[0]?.answers[0]?.attribute).toBe("magnetic");
  });
});

describe("an amount", () => {
  it("[MT104] is quoted without its tolerance", () => {
    expect(read("采购碳酸锂600吨（±10%）").volume).toMatchObject({
      value: { amount: "600", unit: "t" },
      source: "600吨",
    });
  });

  it("[PO16] of a range is the upper end that is needed and the lower end that is sure to be had", () => {
    const text = "三元黑粉每月25-30吨";
    expect(proposeDraft(text, undefined, "need").volume?.value.amount).toBe("30");
    expect(proposeDraft(text, undefined, "capability").volume?.value.amount).toBe("25");
  });
});

describe("elements that share a limit", () => {
  it.each([
    ["求购三元黑粉，铜铝各不超0.5", ["mass_cu", "mass_al"]],
    ["供应三元黑粉，铜铝都做到1%以内", ["mass_cu", "mass_al"]],
    ["求购三元黑粉，铜、铝各不超0.5%", ["mass_cu", "mass_al"]],
    ["求购碳酸锂，铜、铝各不超过5ppm", ["cu", "al"]],
    ["求购碳酸锂，铜、铝、铁各不高于5ppm", ["cu", "al", "fe"]],
    ["Lithium carbonate wanted, Cu and Al each below 5 ppm", ["cu", "al"]],
  ])("[MT80] have a row each: %s", (text, expected) => {
    expect(read(text).figures.map(({ value }) => value.attribute)).toEqual(expected);
    expect(openOf(text)).toEqual([]);
  });

  it("[MT80] are asked where one of them has no row", () => {
    const text = "求购碳酸锂，Co、Fe各≤3ppm";
    expect(read(text).figures.map(({ value }) => value.attribute)).toEqual(["fe"]);
    expect(openOf(text)).toEqual(["≤3ppm"]);
  });
});

describe("another figure", () => {
  const seekOf = (text: string) => read(text).asked.map(({ seek }) => seek);
  it("[PO16] is sought by a name of its dimension, and by none where none fits", () => {
    expect(seekOf("Pouch cells wanted, at least 2 Ah, working pressure below 5 MPa")).toEqual(["", ""]);
    expect(seekOf("Halide solid electrolyte needed, density above 92 %")).toEqual([""]);
    expect(seekOf("Lithium carbonate wanted, Na+S below 1,500 ppm")).toEqual([""]);
    expect(seekOf("Ore of unknown origin, sodium 20 ppm, we ask who is interested")).toEqual(["sodium"]);
  });
  it("[PO16] a number of an unknown unit is quoted with its whole clause", () => {
    expect(read("三元黑粉 粒度 40 目").asked[0]?.quoted).toEqual({ words: "三元黑粉 粒度 40 目" });
  });
});

it("[MT106] what one metal is paid with and lots of samples fill no row, and who quotes a price is no place", () => {
  const read = (text: string) => proposeFields(text, "2026-12-02");
  const rowsOf = (text: string) => read(text).figures.map(({ value }) => value.attribute);
  expect(rowsOf("现货三元黑粉80吨，水分2%以内，锂另算1.9万一吨，自提")).not.toContain("price");
  expect(rowsOf("采购氢氧化锂，水分≤0.2%，提供3批次、每批500kg样品供验证")).not.toContain("batch");
  expect(
    read("采购氢氧化锂，按上海有色网月均价下浮，交货地点：湖南省长沙市").regions.map(({ value }) => value),
  ).toEqual(["43"]);
});
