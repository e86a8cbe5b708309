import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const answers = (text: string) =>
  proposeDraft(text, "2026-12-01", "need").asked.flatMap((one) =>
    one.isAside || one.value.unit === ""
      ? []
      : [`${one.quoted.words}: ${one.answers.map(({ attribute }) => attribute).join(" ")}`],
  );

describe("[MT121] what may be offered as an answer", () => {
  it.each([
    // Goods right behind the number have it.
    ["求购电解液，最多1 wt% VC，水分≤10ppm，20吨", ["最多1 wt%: "]],
    ["We need 20 t of electrolyte with at most 1 wt% VC, water max 10 ppm", ["at most 1 wt%: "]],
    // What is stated of it, and no limit, stays in the text. [MT132]
    ["求购电解液，1 wt% VC，水分≤10ppm，20吨", []],
    ["We need 20 t of electrolyte, NaCl 2 g/L", []],
    // A sum is none of its parts.
    ["求购三元黑粉，镍钴锰合计≥20%，100吨", ["镍钴锰合计≥20%: "]],
    ["Black mass NCM wanted, 100 t, nickel, cobalt and manganese combined min 20 %", ["min 20 %: "]],
    // A noun that no attribute has.
    ["求购人造石墨，灰分≤0.1%，20吨", ["灰分≤0.1%: "]],
    // An element or a compound is none of another.
    ["求购磷酸铁锂电解液，Na2SO4 ≤ 3 g/L，20吨", ["Na2SO4 ≤ 3 g/L: "]],
    ["We need 20 t of electrolyte, NaCl max 2 g/L", ["NaCl max 2 g/L: "]],
    // Of a machine what no attribute can be is no question, nor is a tolerance; of goods what the chain has no unit for.
    ["求购匀浆机，浆料温度控制 ±2 ℃", []],
    ["We need 2 slot-die coaters, coating width min. 1,200 mm, OEE at least 85 %", []],
    ["求购电解液，20吨，运行功率10 kW", []],
    ["求购铝系锂吸附剂120吨，磨损率不大于3%", ["磨损率不大于3%: "]],
  ])("%s", (text, asked) => {
    expect(answers(text)).toEqual(asked);
  });

  it("a sum whose attribute the chain has is that figure", () => {
    const { figures } = proposeDraft("求购三元黑粉，镍钴合计≥20%，100吨", "2026-12-01", "need");
    expect(figures.map(({ value }) => value.attribute)).toEqual(["mass_ni_co"]);
  });
});
