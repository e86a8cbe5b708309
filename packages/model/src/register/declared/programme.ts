import { linkIds } from "../../chain/index.ts";
import { skillIds } from "../../people/skill.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const programmeKinds = ["degree", "short"] as const;
export const programmeStages = ["planned", "approved", "running", "closed"] as const;

const people = { min: 0, max: 100_000 } as const;

/** Degrees and courses for the chain, for seed 6.4: seats, who came, who finished and who works in the chain. [SK5] */
export const programme = defineRegister({
  name: "programme",
  owner: "organization",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    kind: choice(programmeKinds, { required: true }),
    stage: choice(programmeStages, { required: true }),
    skills: choices(skillIds, { required: true }),
    links: choices(linkIds, { required: true }),
    province: choice(provinceCodes, { required: true }),
    year: count({ min: 2015, max: 2040, required: true, order: "falling" }),
    seats: count({ ...people, required: true }),
    intake: count(people),
    graduates: count(people),
    placed: count(people),
    hours: count({ min: 1, max: 20_000 }),
    partners: text({ max: 400 }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title", "year"],
  list: ["title", "kind", "province", "year", "seats", "intake", "placed"],
  facets: ["kind", "stage", "links", "province"],
  rest: { path: "programmes", scope: "registers:read" },
  check: ({ seats, intake, graduates, placed }) => [
    ...aboveOf("intake", intake, seats),
    ...aboveOf("graduates", graduates, intake),
    ...aboveOf("placed", placed, graduates),
  ],
});

/** Nobody finishes who did not begin, and nobody begins without a seat. */
function aboveOf<F extends "intake" | "graduates" | "placed">(
  field: F,
  count: number | null,
  most: number | null,
) {
  return count !== null && most !== null && count > most
    ? [{ field, rule: "tooLarge", params: { max: most } } as const]
    : [];
}
