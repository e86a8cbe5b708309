import { importPlan } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";

export const importPlanWords = defineWords(importPlan, {
  title: ["进口计划", "Import plans"],
  one: ["进口计划", "import plan"],
  lead: [
    "每年计划从哪国进口多少、实际到货多少，以及差距的纠正措施（见各计划页）。",
    "How much is to come from where each year, what came, and how a gap is closed (on the page of each plan).",
  ],
  fields: {
    title: ["名称", "Title"],
    year: ["年份", "Year"],
    country: ["来源国", "Country of origin"],
    product: ["品种", "Product"],
    planned: ["计划量", "Planned"],
    correction: ["纠正措施", "Corrective action"],
    decidedIn: ["决定会议", "Decided in"],
    reviewOn: ["复核日期", "To be reviewed on"],
    note: ["备注", "Notes"],
  },
  choices: {
    product: {
      ore: ["矿石和精矿", "Ore and concentrate"],
      carbonate: ["碳酸锂", "Lithium carbonate"],
      hydroxide: ["氢氧化锂", "Lithium hydroxide"],
      chloride: ["氯化锂", "Lithium chloride"],
    },
  },
  help: {
    decidedIn: ["会议名称或纪要编号。", "The meeting or the number of its minutes."],
  },
  duties: { review: ["复核进口计划", "Review the import plan"] },
});
