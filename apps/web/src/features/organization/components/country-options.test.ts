import { describe, expect, it } from "vitest";
import { countryName, countryOptions } from "./country-options.ts";

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
});
