import { expect, it } from "vitest";
import { langOf } from "./lang-of.ts";

it.each([
  ["Lithium carbonate", "en"],
  ["NCM811 正极", "zh-CN"],
  ["2026Q3", "en"],
  ["𫓧", "zh-CN"],
])("reads the language of %s", (text, lang) => {
  expect(langOf(text)).toBe(lang);
});
