import { countryName } from "@lilink/i18n";
import { describe, expect, it } from "vitest";
import { countryOptions } from "./country-options.ts";

describe("countries", () => {
  it("are chosen by name in the reader's language, China first, each once", () => {
    for (const locale of ["zh-CN", "en"]) {
      const options = countryOptions(locale);
      expect(options[0]?.value).toBe("CN");
      expect(new Set(options.map(({ label }) => label)).size).toBe(249);
      expect(options.every(({ value, label }) => label !== value)).toBe(true);
    }
    expect([countryName("CL", "zh-CN"), countryName("CL", "en"), countryName("EU", "en")]).toEqual([
      "智利",
      "Chile",
      "European Union",
    ]);
  });

  it("call the parts of China so in both languages, and disputed places as official use does", () => {
    for (const [locale, expected] of [
      ["zh-CN", ["中国香港", "中国澳门", "中国台湾", "马尔维纳斯群岛（福克兰群岛）", "巴勒斯坦"]],
      [
        "en",
        [
          "Hong Kong, China",
          "Macao, China",
          "Taiwan, China",
          "Malvinas Islands (Falkland Islands)",
          "Palestine",
        ],
      ],
    ] as const) {
      const labels = new Map(countryOptions(locale).map(({ value, label }) => [value, label]));
      expect(["HK", "MO", "TW", "FK", "PS"].map((code) => labels.get(code))).toEqual(expected);
      expect(countryName("TW", locale)).toBe(expected[2]);
    }
  });
});
