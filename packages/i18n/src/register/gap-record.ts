import { gapRecord } from "@lilink/model/register";
import { conceptWords } from "./concept-words.ts";
import { defineWords } from "./define-words.ts";
import { indicatorWords } from "./indicator-words.ts";
import { linkWords } from "./link-words.ts";

export const gapRecordWords = defineWords(gapRecord, {
  title: ["差距", "Gaps"],
  one: ["差距", "gap"],
  lead: [
    "国内水平与世界最好水平对照，注明方法与条件。口径不同的两个数字不作比较，并写明原因。",
    "What is reached at home beside the best in the world, with method and conditions. Two figures that cannot be compared are shown with the reason, and without a verdict.",
  ],
  fields: {
    title: ["名称", "Title"],
    links: ["环节", "Links"],
    node: ["产业链节点", "Node of the chain"],
    indicator: ["统计指标", "Indicator"],
    measure: ["指标", "Measure"],
    unit: ["单位", "Unit"],
    domestic: ["国内", "At home"],
    domesticYear: ["国内年份", "Year, at home"],
    domesticHolder: ["国内代表", "Held by, at home"],
    frontier: ["前沿", "Frontier"],
    frontierYear: ["前沿年份", "Year, frontier"],
    frontierHolder: ["前沿代表", "Held by, frontier"],
    better: ["更好的方向", "Better is"],
    floor: ["起点", "Starts from"],
    isNatural: ["自然条件", "Given by nature"],
    method: ["方法", "Method"],
    conditions: ["条件", "Conditions"],
    comparison: ["是否可比", "Whether comparable"],
    reason: ["原因", "Reason"],
    note: ["备注", "Notes"],
  },
  parts: {
    title: ["对象", "What is compared"],
    domestic: ["国内", "At home"],
    frontier: ["国际前沿", "The frontier"],
    better: ["判断方法", "How it is judged"],
  },
  help: {
    node: [
      "填写后，可比的差距计入该节点的健康度。",
      "With it, a comparable gap counts in the health of this node.",
    ],
    indicator: [
      "填写后，该指标页面在同行数据旁显示世界最好水平。",
      "With it, the page of this indicator shows the best in the world beside the peers.",
    ],
    floor: [
      "指标的起点，差距按它与前沿之间的距离计；不填按 0。",
      "Where the measure begins; the gap is a share of the way from there to the frontier. Empty means 0.",
    ],
    isNatural: [
      "矿石品位、卤水成分等自然条件，不算差距。",
      "Such as the grade of an ore or what a brine holds: no gap that work closes.",
    ],
    conditions: [
      "温度、倍率、层级（材料、电芯或电池包）。",
      "Temperature, rate, and level: material, cell or pack.",
    ],
  },
  choices: {
    links: linkWords,
    node: conceptWords,
    indicator: indicatorWords,
    better: { higher: ["越高越好", "Higher"], lower: ["越低越好", "Lower"] },
    comparison: {
      comparable: ["可比", "Comparable"],
      other_method: ["不可比：方法不同", "Not comparable: other method"],
      other_conditions: ["不可比：条件不同", "Not comparable: other conditions"],
      other_level: ["不可比：层级不同", "Not comparable: other level"],
      undated: ["不可比：没有日期", "Not comparable: no date"],
    },
  },
});
