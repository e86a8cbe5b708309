import { gapRecord } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const gapRecordWords = defineWords(gapRecord, {
  title: ["差距", "Gaps"],
  one: ["差距", "gap"],
  lead: [
    "国内水平与前沿水平，注明方法与条件。口径不同的两个数字不相减，只写原因。",
    "What is reached at home beside what is reached anywhere, with method and conditions. Figures that cannot be compared are not set off; the reason stands there.",
  ],
  fields: {
    title: ["名称", "Title"],
    links: ["环节", "Links"],
    measure: ["指标", "Measure"],
    unit: ["单位", "Unit"],
    domestic: ["国内", "At home"],
    domesticYear: ["国内年份", "Year, at home"],
    domesticHolder: ["国内代表", "Held by, at home"],
    frontier: ["前沿", "Frontier"],
    frontierYear: ["前沿年份", "Year, frontier"],
    frontierHolder: ["前沿代表", "Held by, frontier"],
    method: ["方法", "Method"],
    conditions: ["条件", "Conditions"],
    comparison: ["可比性", "Comparable"],
    reason: ["原因", "Reason"],
    note: ["备注", "Notes"],
  },
  help: {
    conditions: [
      "温度、倍率、层级（材料、电芯或电池包）。",
      "Temperature, rate, and level: material, cell or pack.",
    ],
  },
  choices: {
    links: linkWords,
    comparison: {
      comparable: ["可比", "Comparable"],
      other_method: ["方法不同", "Other method"],
      other_conditions: ["条件不同", "Other conditions"],
      other_level: ["层级不同", "Other level"],
      undated: ["无日期", "Undated"],
    },
  },
});
