import { policyEventTypes } from "../../governance/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, record, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

/** What happened to a policy, one event a record: two sources that name two days are two events. [PY1] [PY3] */
export const policyEvent = defineRegister({
  name: "policyEvent",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    policy: record("publicPolicy", { required: true }),
    type: choice(policyEventTypes, { required: true }),
    happenedOn: day({ partial: true, required: true, order: "falling" }),
    until: day({ when: { field: "type", is: "suspended" } }),
    byDocument: text({ max: 160 }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "type", "happenedOn", "until", "byDocument"],
  facets: ["policy", "type"],
  rest: { path: "policy-events", scope: "registers:read" },
  check: ({ happenedOn, until }) =>
    until && happenedOn && until < happenedOn ? [{ field: "until", rule: "endBeforeStart" }] : [],
});
