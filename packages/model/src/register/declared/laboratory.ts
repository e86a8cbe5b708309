import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const testMethods = ["gbt34015", "capacity", "pulse", "impedance", "fast"] as const;
export type TestMethod = (typeof testMethods)[number];

/** Laboratories that test what is left in a battery: accreditation, methods, price and how many they take a week. [TR75] */
export const laboratory = defineRegister({
  name: "laboratory",
  owner: "organization",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    province: choice(provinceCodes, { required: true }),
    accreditation: text({ max: 80, required: true }),
    accreditedUntil: day({ required: true }),
    methods: choices(testMethods, { required: true }),
    price: figure({ units: ["CNY"], min: "0" }),
    minutes: count({ min: 1, max: 100_000 }),
    slots: count({ min: 1, max: 10_000, required: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "province", "methods", "price", "minutes", "slots", "accreditedUntil"],
  facets: ["province", "methods"],
  rest: { path: "laboratories", scope: "registers:read" },
  due: { published: { duty: "renew", field: "accreditedUntil" } },
});
