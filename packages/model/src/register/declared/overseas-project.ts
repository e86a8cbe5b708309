import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, country, day, figure, point, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { depositTypes } from "./deposit.ts";

export const overseasStages = [
  "exploration",
  "feasibility",
  "construction",
  "ramp_up",
  "producing",
  "suspended",
  "exited",
] as const;
export const wantedPartners = ["offtaker", "processor", "finance", "equipment", "research"] as const;

const byOfftake = { when: { field: "countedBy", is: "offtake" } } as const;

/** Projects of Chinese bodies abroad, for seed 5.2.1. Output counts either by equity or by offtake, never by both. [OP1] */
export const overseasProject = defineRegister({
  name: "overseasProject",
  owner: "organization",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    country: country({ required: true }),
    place: point(),
    type: choice(depositTypes, { required: true }),
    stage: choice(overseasStages, { required: true }),
    capacity: figure({ units: ["t LCE/a"], min: "0", order: "falling" }),
    countedBy: choice(["equity", "offtake"] as const, { required: true }),
    equity: count({ min: 0, max: 100, level: "member", when: { field: "countedBy", is: "equity" } }),
    offtake: figure({ units: ["t LCE/a"], min: "0", level: "member", ...byOfftake }),
    offtakeUntil: day({ partial: true, level: "member", ...byOfftake }),
    wants: choices(wantedPartners),
    permits: text({ max: 2000, long: true, level: "member" }),
    cost: figure({ units: ["USD/t"], basis: ["lce", "concentrate"], min: "0", level: "own" }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name", "country"],
  list: ["name", "country", "type", "stage", "capacity", "wants"],
  facets: ["country", "type", "stage", "wants"],
  rest: { path: "projects-abroad", scope: "registers:read" },
  check: ({ place, capacity, countedBy, equity, offtake }) => [
    ...(place?.lon === 0 && place.lat === 0
      ? [{ field: "place" as const, rule: "implausible" as const }]
      : []),
    ...(countedBy === "equity" && equity === null
      ? [{ field: "equity" as const, rule: "required" as const }]
      : []),
    ...(countedBy === "offtake" && !offtake?.value
      ? [{ field: "offtake" as const, rule: "required" as const }]
      : []),
    ...(countedBy === "offtake" && capacity?.value && Number(offtake?.value) > Number(capacity.value)
      ? [{ field: "offtake", rule: "tooLarge", params: { max: capacity.value } } as const]
      : []),
  ],
});
