import { achievement } from "./declared/achievement.ts";
import { chainConstraint } from "./declared/chain-constraint.ts";
import { conformityClaim } from "./declared/conformity-claim.ts";
import { deposit } from "./declared/deposit.ts";
import { exchangeEvent } from "./declared/exchange-event.ts";
import { filingPlan } from "./declared/filing-plan.ts";
import { fundCall } from "./declared/fund-call.ts";
import { gapRecord } from "./declared/gap-record.ts";
import { importPlan } from "./declared/import-plan.ts";
import { incentiveProgramme } from "./declared/incentive-programme.ts";
import { keyPlatform } from "./declared/key-platform.ts";
import { laboratory } from "./declared/laboratory.ts";
import { laboratoryChange } from "./declared/laboratory-change.ts";
import { mandate } from "./declared/mandate.ts";
import { miningRight } from "./declared/mining-right.ts";
import { oreReserve } from "./declared/ore-reserve.ts";
import { overseasProject } from "./declared/overseas-project.ts";
import { patent } from "./declared/patent.ts";
import { plant } from "./declared/plant.ts";
import { policyComment } from "./declared/policy-comment.ts";
import { policyEvent } from "./declared/policy-event.ts";
import { programme } from "./declared/programme.ts";
import { protectedArea } from "./declared/protected-area.ts";
import { publicPolicy } from "./declared/public-policy.ts";
import { roadmapItem } from "./declared/roadmap-item.ts";
import { seat } from "./declared/seat.ts";
import { skillDemand } from "./declared/skill-demand.ts";
import { standard } from "./declared/standard.ts";
import { standardProposal } from "./declared/standard-proposal.ts";
import { watchItem } from "./declared/watch-item.ts";
import { weakLink } from "./declared/weak-link.ts";
import type { Register } from "./define-register.ts";

/** Every register of the product. What a declaration gives follows from its line here. [RG1] */
export const registers = {
  deposit,
  standard,
  watchItem,
  conformityClaim,
  laboratory,
  publicPolicy,
  policyEvent,
  policyComment,
  patent,
  keyPlatform,
  chainConstraint,
  gapRecord,
  roadmapItem,
  seat,
  mandate,
  overseasProject,
  protectedArea,
  miningRight,
  importPlan,
  filingPlan,
  plant,
  exchangeEvent,
  weakLink,
  achievement,
  oreReserve,
  fundCall,
  incentiveProgramme,
  laboratoryChange,
  standardProposal,
  programme,
  skillDemand,
} as const;
export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers) as RegisterName[];

/** The register of a name, or null. */
export function findRegister(name: string): Register | null {
  return Object.hasOwn(registers, name) ? toPlain(registers[name as RegisterName]) : null;
}

/** The register of a known name, as one among all of them. @example registerOf("seat").rest.path // "seats" */
export const registerOf = (name: RegisterName): Register => toPlain(registers[name]);

/** The register whose pages lie under a path, or null. @example findRegisterAt("deposits")?.name // "deposit" */
export function findRegisterAt(path: string): Register | null {
  return listRegisters().find(({ rest }) => rest.path === path) ?? null;
}

export function listRegisters(): readonly Register[] {
  return registerNames.map((name) => toPlain(registers[name]));
}

// A register of known fields checks values of those fields; whoever calls it by name has values of its schema.
function toPlain(register: (typeof registers)[RegisterName]): Register {
  return register as unknown as Register;
}
