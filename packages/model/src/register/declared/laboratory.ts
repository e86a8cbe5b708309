import { concepts, linkIds } from "../../chain/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const testMethods = ["gbt34015", "capacity", "pulse", "impedance", "fast"] as const;
export type TestMethod = (typeof testMethods)[number];

/** Counts of laboratories are told by series and never added: a re-organized one stands in the old and in the new. [LA1] */
export const laboratorySeries = [
  "national_key",
  "former_state_key",
  "energy_platform",
  "ministry",
  "provincial",
  "firm",
] as const;
export const laboratoryThemes = [
  "geology_environment",
  "engineering",
  "comprehensive_use",
  "materials",
  "recycling",
] as const;

/**
 * Laboratories by theme and link, for seed 6.4, and what those that test batteries ask for: accreditation, methods, price and how many they
 * take a week. [TR75] [LA1]
 */
export const laboratory = defineRegister({
  name: "laboratory",
  owner: "organization",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    province: choice(provinceCodes, { required: true, order: "rising" }),
    series: choice(laboratorySeries),
    theme: choice(laboratoryThemes),
    links: choices(linkIds),
    members: text({ max: 400 }),
    equipment: text({ max: 2000, long: true }),
    openHours: text({ max: 160 }),
    since: day({ partial: true }),
    accreditation: text({ max: 80 }),
    accreditedUntil: day(),
    methods: choices(testMethods),
    node: choice(concepts.map(({ id }) => id)),
    price: figure({ units: ["CNY"], min: "0" }),
    minutes: count({ min: 1, max: 100_000 }),
    slots: count({ min: 1, max: 10_000 }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "series", "theme", "links", "province", "slots", "accreditedUntil"],
  facets: ["series", "theme", "links", "province", "methods"],
  rest: { path: "laboratories", scope: "registers:read" },
  // Places are booked only where a method and an accreditation stand behind them.
  check: ({ methods, accreditation, accreditedUntil, slots }) => {
    if (slots === null) return [];
    const given = { methods: methods?.length, accreditation, accreditedUntil };
    return (["methods", "accreditation", "accreditedUntil"] as const)
      .filter((field) => !given[field])
      .map((field) => ({ field, rule: "required" as const }));
  },
  due: { published: { duty: "renew", field: "accreditedUntil" } },
});
