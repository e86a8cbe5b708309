import { concepts, linkIds } from "../../chain/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, organization, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const platformKinds = [
  "pilot_line",
  "test_base",
  "innovation_centre",
  "trading",
  "traceability",
] as const;
export const accessRules = ["open", "by_contract", "members", "closed"] as const;

/** Key platforms of the chain, for seed 4.4: who runs them, what they can do and who may come in. [KP1] */
export const keyPlatform = defineRegister({
  name: "keyPlatform",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    kind: choice(platformKinds, { required: true, order: "rising" }),
    operator: organization(),
    province: choice(provinceCodes, { required: true }),
    links: choices(linkIds, { required: true }),
    node: choice(concepts.map(({ id }) => id)),
    capacity: text({ max: 240 }),
    access: choice(accessRules, { required: true }),
    accessRule: bilingual({ max: 1000, long: true }),
    openShare: count({ min: 0, max: 100 }),
    startYear: count({ min: 1980, max: 2100 }),
    milestone: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "kind", "province", "links", "capacity", "access", "openShare"],
  facets: ["kind", "province", "links", "access"],
  rest: { path: "platforms", scope: "registers:read" },
});
