import { patentNodes, patentOffices } from "../../governance/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, count, country, day, flag, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const patentStatuses = [
  "pending",
  "in_force",
  "lapsed",
  "expired",
  "opposed",
  "revoked",
  "unknown",
] as const;
export const patentLevels = ["basic", "functional", "application"] as const;
export const barrierRoutes = [
  "wait",
  "license",
  "design_around",
  "challenge",
  "cross_license",
  "not_affected",
] as const;

/**
 * Patents that firms of the chain meet, one member of a family a record: dates, status and its day, and the way round it. When it ends is
 * computed from the dates and stands beside what the source prints. No legal advice. [PT1] [PT3]
 */
export const patent = defineRegister({
  name: "patent",
  owner: "group",
  level: "everyone",
  fields: {
    number: text({ max: 40, required: true }),
    title: bilingual({ max: 240, required: true }),
    family: text({ max: 120 }),
    holder: text({ max: 160, required: true }),
    holderCountry: country(),
    office: choice(patentOffices, { required: true }),
    node: choice(patentNodes, { required: true }),
    kind: choice(patentLevels),
    priorityOn: day(),
    isPriorityProvisional: flag(),
    firstNonprovisionalOn: day(),
    filedOn: day({ order: "falling" }),
    grantedOn: day(),
    extensionDays: count({ min: 0, max: 5000 }),
    hasTerminalDisclaimer: flag(),
    printedExpiry: day(),
    legalStatus: choice(patentStatuses),
    statusOn: day(),
    licensees: text({ max: 1000, long: true }),
    route: choice(barrierRoutes),
    adviceBy: text({ max: 160 }),
    adviceOn: day(),
    note: text({ max: 4000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["number"],
  list: ["title", "number", "holder", "office", "node", "filedOn", "legalStatus", "route"],
  facets: ["node", "office", "legalStatus", "route"],
  rest: { path: "patents", scope: "registers:read" },
  check: ({ filedOn, grantedOn, printedExpiry }) => [
    ...(filedOn && grantedOn && grantedOn < filedOn
      ? [{ field: "grantedOn", rule: "endBeforeStart" } as const]
      : []),
    ...(grantedOn && printedExpiry && printedExpiry < grantedOn
      ? [{ field: "printedExpiry", rule: "endBeforeStart" } as const]
      : []),
  ],
});
