import { linkIds } from "../../chain/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, figure, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const gapComparisons = [
  "comparable",
  "other_method",
  "other_conditions",
  "other_level",
  "undated",
] as const;

/**
 * What is reached at home beside what is reached anywhere, measured how and on what level, for seed 3.2, 3.3 and 5.2.2. Two figures are only
 * set off against each other where they are comparable; else the reason stands there. [GP1]
 */
export const gapRecord = defineRegister({
  name: "gapRecord",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    links: choices(linkIds, { required: true }),
    measure: text({ max: 160, required: true }),
    unit: text({ max: 40, required: true }),
    domestic: figure({ units: ["1"], required: true }),
    domesticYear: count({ min: 1990, max: 2100 }),
    domesticHolder: text({ max: 160 }),
    frontier: figure({ units: ["1"] }),
    frontierYear: count({ min: 1990, max: 2100 }),
    frontierHolder: text({ max: 160 }),
    method: text({ max: 240 }),
    conditions: text({ max: 240 }),
    comparison: choice(gapComparisons, { required: true }),
    reason: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "measure", "domestic", "frontier", "unit", "comparison", "links"],
  facets: ["links", "comparison"],
  rest: { path: "gaps", scope: "registers:read" },
  check: ({ comparison, frontier }) =>
    comparison === "comparable" && !frontier ? [{ field: "frontier", rule: "required" }] : [],
});
