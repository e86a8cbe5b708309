import { voteMajorities } from "../../meeting/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, count, day, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

/** What the coordination group is charged with, from when until when, and by which rule it votes. [GV3] */
export const mandate = defineRegister({
  name: "mandate",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    givenBy: text({ max: 160, required: true }),
    adoptedOn: day({ required: true }),
    validFrom: day({ required: true, order: "falling" }),
    validTo: day(),
    charge: bilingual({ max: 4000, long: true }),
    quorum: count({ min: 1, max: 100, required: true }),
    majority: choice(voteMajorities, { required: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title", "validFrom"],
  list: ["title", "givenBy", "adoptedOn", "validFrom", "validTo", "quorum", "majority"],
  facets: ["majority"],
  rest: { path: "mandates", scope: "registers:read" },
  check: ({ validFrom, validTo }) =>
    validFrom && validTo && validTo < validFrom ? [{ field: "validTo", rule: "endBeforeStart" }] : [],
  due: { published: { duty: "renew", field: "validTo" } },
});
