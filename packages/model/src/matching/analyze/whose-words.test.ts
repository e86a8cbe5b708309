import { describe, expect, it } from "vitest";
import { readConditions } from "../constrain/read-conditions.ts";
import { proposeFields } from "../propose/propose-fields.ts";

describe("words of others", () => {
  it.each([
    ["我们的工艺已到TRL 6", 6],
    ["Our process is at TRL 5", 5],
    ["尚未达到TRL 6", undefined],
    ["想做到TRL 7，找中试伙伴", undefined],
    ["竞争对手已到TRL 8", undefined],
    ["We hope to reach TRL 7 next year", undefined],
    ["not yet TRL 6", undefined],
    ["unlike the TRL 9 process of others", undefined],
  ])("[MT94] readiness in '%s'", (text, wanted) => {
    const { trl, unassigned } = proposeFields(text);
    expect(trl?.value).toBe(wanted);
    if (wanted === undefined) expect(unassigned.some(({ value }) => value.doubt === "unsure")).toBe(true);
  });

  it("[MT94] a stage that is only aimed at and a right that is not there are asked", () => {
    expect(proposeFields("已量产").maturity?.value).toBe("bulk");
    expect(proposeFields("计划明年量产").maturity).toBeNull();
    expect(proposeFields("友商已量产").maturity).toBeNull();
    expect(proposeFields("已授权专利三项").ipStatus?.value).toBe("granted");
    expect(proposeFields("没有授权专利").ipStatus).toBeNull();
  });

  it("[MT94] a place that is left out or compared with is no region", () => {
    expect(proposeFields("江西的碳酸锂厂").regions.map(({ value }) => value)).toEqual(["36"]);
    expect(proposeFields("除江西外都可供货").regions).toEqual([]);
    expect(proposeFields("不像青海的货").regions).toEqual([]);
  });

  it("[MT94] certificates of somebody else are neither had nor asked", () => {
    expect(readConditions("供方须通过IATF 16949认证").asked).toEqual(["IATF 16949"]);
    expect(readConditions("友商有IATF 16949认证，我们看价格").named).toEqual([]);
    expect(readConditions("Our competitor holds IATF 16949; price decides").named).toEqual([]);
  });

  it("[MT94] what is not bought makes no need", () => {
    expect(proposeFields("We offer nickel sulphate and do not buy black mass").kind?.value).toBe(
      "capability",
    );
  });
});
