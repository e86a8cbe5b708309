import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { choices, count, day, text } from "../field.ts";

/** Offices of a national phase. */
export const filingOffices = ["CN", "US", "EP", "JP", "KR", "CA", "AU", "CL", "IN"] as const;

/** From the idea to the national phase; each step is its owner's, and each deadline runs by itself. [PT6] */
export const filingPlanMachine = machine({
  name: "filingPlan",
  start: "idea",
  states: {
    idea: { live: true, edit: "live" },
    cleared: { live: true, edit: "live" },
    filed: { live: true, edit: "live" },
    pct: { live: true, edit: "live" },
    national: { live: true, edit: "live" },
    granted: { live: true, end: true },
    dropped: { live: true, end: true },
  },
  steps: {
    clear: { from: ["idea"], to: "cleared", who: "owner" },
    file: { from: ["cleared"], to: "filed", who: "owner", fields: ["firstFiledOn"] },
    enter_pct: { from: ["filed"], to: "pct", who: "owner", fields: ["pctFiledOn"] },
    enter_national: { from: ["filed", "pct"], to: "national", who: "owner", fields: ["offices"] },
    grant: { from: ["national"], to: "granted", who: "owner", fields: ["grantedOn"] },
    drop: {
      from: ["idea", "cleared", "filed", "pct", "national"],
      to: "dropped",
      who: "owner",
      reason: true,
    },
  },
});

/**
 * Where an invention is to be filed and by when: priority within 12 months of the first filing, the national phase within 30. Its
 * owner alone reads it; search, matches, counts and lists of anybody else do not know it. [PT6]
 */
export const filingPlan = defineRegister({
  name: "filingPlan",
  owner: "organization",
  level: "own",
  fields: {
    invention: text({ max: 160, required: true }),
    project: text({ max: 160 }),
    inventors: text({ max: 400 }),
    cost: count({ min: 0, max: 100_000_000 }),
    firstFiledOn: day({ byStep: true, order: "falling" }),
    pctFiledOn: day({ byStep: true }),
    offices: choices(filingOffices, { byStep: true }),
    grantedOn: day({ byStep: true }),
    note: text({ max: 4000, long: true }),
  },
  machine: filingPlanMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["invention"],
  list: ["invention", "project", "firstFiledOn", "pctFiledOn", "offices"],
  facets: ["offices"],
  rest: { path: "filing-plans", scope: "registers:read" },
  check: ({ firstFiledOn, pctFiledOn, grantedOn }) => [
    ...(firstFiledOn && pctFiledOn && pctFiledOn < firstFiledOn
      ? [{ field: "pctFiledOn", rule: "endBeforeStart" } as const]
      : []),
    ...(firstFiledOn && grantedOn && grantedOn < firstFiledOn
      ? [{ field: "grantedOn", rule: "endBeforeStart" } as const]
      : []),
  ],
  due: {
    filed: { duty: "claimPriority", field: "firstFiledOn", months: 12 },
    pct: { duty: "enterNational", field: "firstFiledOn", months: 30 },
  },
});
