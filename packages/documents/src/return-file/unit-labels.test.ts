import { formatUnit, locales } from "@lilink/i18n";
import { parseUnit, units } from "@lilink/model/chain";
import { describe, expect, it } from "vitest";
import { labelUnit } from "./list-choices.ts";

describe("the label of a unit", () => {
  it.each(locales)("[CH7] in %s is read back as that unit", (locale) => {
    const lost = units.filter(({ id }) => parseUnit(formatUnit(id, locale))?.id !== id);
    // A ratio has words of its own in the form; "10,000 CNY" could be a number with its unit.
    expect(lost.map(({ id }) => id)).toEqual(locale === "en" ? ["10k CNY", "1"] : ["1"]);
  });

  it("is Chinese where people say it in Chinese", () => {
    expect(["kt", "10kt", "Mt", "g", "mg", "kg", "100M CNY"].map((id) => labelUnit(id, "zh-CN"))).toEqual([
      "千吨",
      "万吨",
      "百万吨",
      "克",
      "毫克",
      "千克",
      "亿元",
    ]);
  });
});
