import { defineRegister } from "../define-register.ts";
import { bilingual, choice, count, country, day, figure, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const planProducts = ["ore", "carbonate", "hydroxide", "chloride"] as const;

/** How much of what is to come from where in a year, for seed 5.2.1; what came stands beside it from the files of trade. [IP1] */
export const importPlan = defineRegister({
  name: "importPlan",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    year: count({ min: 2020, max: 2050, required: true, order: "falling" }),
    country: country({ required: true }),
    product: choice(planProducts, { required: true }),
    planned: figure({ units: ["t LCE"], min: "0", required: true }),
    correction: bilingual({ max: 1000, long: true }),
    decidedIn: text({ max: 240 }),
    reviewOn: day({ required: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "year", "country", "product", "planned", "reviewOn"],
  facets: ["country", "product"],
  rest: { path: "import-plans", scope: "registers:read" },
  due: { published: { duty: "review", field: "reviewOn" } },
});
