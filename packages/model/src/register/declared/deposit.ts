import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, country, figure, organization, point, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const depositTypes = ["spodumene", "lepidolite", "hard_rock", "brine", "clay"] as const;
export const depositStages = ["producing", "construction", "evaluation", "exploration", "suspended"] as const;
/** Ways of winning lithium from a deposit, as the chain names them; the table of techniques says what each asks for. [DE2] */
export const depositTechniques = [
  ...(["precipitation-brine", "adsorption-extraction", "nanofiltration", "electrodialysis"] as const),
  ...(["solvent-extraction-brine", "calcination-brine", "electrochemical-deintercalation"] as const),
  ...(["ore-sorting", "dense-media", "flotation"] as const),
  ...(["sulfuric-roasting", "sulfate-roasting", "chlorination-roasting"] as const),
] as const;
const lithium = [
  "kt Li",
  "t Li",
  "Mt Li",
  "kt LCE",
  "t LCE",
  "Mt LCE",
  "kt Li2O",
  "t Li2O",
  "Mt Li2O",
] as const;

/** Lithium deposits of the world, for seed 3.1: how much, how rich, how hard to win. Amounts keep the unit of their source. [DE1] */
export const deposit = defineRegister({
  name: "deposit",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    type: choice(depositTypes, { required: true }),
    country: country({ required: true }),
    region: text({ max: 80 }),
    place: point(),
    stage: choice(depositStages),
    techniques: choices(depositTechniques),
    resource: figure({ units: lithium, min: "0", order: "falling", digits: 4 }),
    reserve: figure({ units: lithium, min: "0", digits: 4 }),
    grade: figure({ units: ["% Li2O", "% Li", "ppm Li", "mg/L"], min: "0", digits: 4 }),
    magnesium: figure({ units: ["1"], min: "0" }),
    altitude: figure({ units: ["m"], min: "-500", max: "9000" }),
    temperature: figure({ units: ["°C"], min: "-60", max: "60" }),
    cost: figure({ units: ["USD/t"], basis: ["li", "lce", "hydroxide", "concentrate"], min: "0", digits: 4 }),
    capacity: figure({ units: ["kt Li/a"], min: "0", digits: 3 }),
    startYear: count({ min: 1900, max: 2100 }),
    operator: organization({ level: "member" }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name", "country"],
  list: ["name", "type", "country", "stage", "resource", "magnesium", "cost"],
  facets: ["type", "country", "stage"],
  rest: { path: "deposits", scope: "registers:read" },
  check: ({ place }) =>
    // 0, 0 lies in the sea: a blank that a program filled in.
    place?.lon === 0 && place.lat === 0 ? [{ field: "place", rule: "implausible" }] : [],
});
