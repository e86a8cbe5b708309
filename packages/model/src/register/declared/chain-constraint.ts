import { linkIds } from "../../chain/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, day } from "../field.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const constraintKinds = [
  "altitude",
  "ecology",
  "infrastructure",
  "energy",
  "mining_right",
  "patent",
  "export_control",
  "transport",
  "labour",
] as const;
export const constraintStrengths = ["low", "medium", "high"] as const;

/** What holds a link of the chain back, where, how strongly and who can lift it, for seed 3.1 and 4.4. [KP2] */
export const chainConstraint = defineRegister({
  name: "chainConstraint",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    kind: choice(constraintKinds, { required: true }),
    links: choices(linkIds, { required: true }),
    province: choice(provinceCodes),
    strength: choice(constraintStrengths, { required: true, order: "falling" }),
    evidence: bilingual({ max: 2000, long: true }),
    validUntil: day(),
    liftedBy: bilingual({ max: 1000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "kind", "links", "province", "strength", "validUntil"],
  facets: ["kind", "links", "province", "strength"],
  rest: { path: "constraints", scope: "registers:read" },
});
