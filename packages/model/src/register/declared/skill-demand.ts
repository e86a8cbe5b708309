import { skillIds } from "../../people/skill.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { choice, count, day, figure, flag, text } from "../field.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const demandKinds = ["compound_technical", "management", "operator", "tester"] as const;
export const demandQuarters = ["1", "2", "3", "4"] as const;

/** A filing stands once its firm files it: nobody decides on what a firm wants. */
export const skillDemandMachine = machine({
  name: "skillDemand",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    filed: { live: true },
    withdrawn: { end: true },
  },
  steps: {
    file: { from: ["draft"], to: "filed", who: "owner", guard: "complete" },
    revise: { from: ["filed"], to: "draft", who: "owner" },
    discard: { from: ["draft"], to: "filed", who: "owner", guard: "hasLive" },
    withdraw: { from: ["draft", "filed"], to: "withdrawn", who: "owner", reason: true },
  },
});

/** The people whom a firm lacks, for seed 4.5 and 6.4. Only the firm and the officers read a filing; others read sums. [SK3] */
export const skillDemand = defineRegister({
  name: "skillDemand",
  owner: "organization",
  level: "own",
  fields: {
    title: text({ max: 160, required: true }),
    skill: choice(skillIds, { required: true }),
    kind: choice(demandKinds, { required: true }),
    province: choice(provinceCodes, { required: true }),
    year: count({ min: 2020, max: 2040, required: true, order: "falling" }),
    quarter: choice(demandQuarters, { required: true }),
    wanted: figure({ units: ["persons"], min: "0", required: true }),
    fullTime: flag(),
    employed: count({ min: 0, max: 100_000 }),
    grade: count({ min: 1, max: 4 }),
    need: choice(["essential", "optional"] as const),
    statedOn: day({ required: true, today: true }),
    note: text({ max: 1000, long: true }),
  },
  machine: skillDemandMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "skill", "province", "year", "quarter", "wanted"],
  facets: ["skill", "province", "kind"],
  rest: { path: "skill-demands", scope: "registers:read" },
  check: ({ wanted, fullTime, year, statedOn }) => [
    // A range cannot be added up: it would be filed and never counted.
    ...(wanted && wanted.value === null ? [{ field: "wanted", rule: "required" } as const] : []),
    // Half a person is a full-time equivalent and no person.
    ...(wanted?.value && !fullTime && !Number.isInteger(Number(wanted.value))
      ? [{ field: "wanted", rule: "unitMismatch" } as const]
      : []),
    // What is stated long before or after its year is a slip of a digit.
    ...(year !== null && statedOn && Math.abs(Number(statedOn.slice(0, 4)) - year) > 5
      ? [{ field: "year", rule: "implausible", params: yearsAround(statedOn) } as const]
      : []),
  ],
});

const yearsAround = (day: string) => ({
  min: Number(day.slice(0, 4)) - 5,
  max: Number(day.slice(0, 4)) + 5,
});
