import type { RegisterName, Values } from "@lilink/model/register";
import { achievementWords } from "./achievement.ts";
import { chainConstraintWords } from "./chain-constraint.ts";
import { conformityClaimWords } from "./conformity-claim.ts";
import type { FieldPair, Pair, Words } from "./define-words.ts";
import { depositWords } from "./deposit.ts";
import { exchangeEventWords } from "./exchange-event.ts";
import { filingPlanWords } from "./filing-plan.ts";
import { fundCallWords } from "./fund-call.ts";
import { gapRecordWords } from "./gap-record.ts";
import { importPlanWords } from "./import-plan.ts";
import { incentiveProgrammeWords } from "./incentive-programme.ts";
import { keyPlatformWords } from "./key-platform.ts";
import { laboratoryWords } from "./laboratory.ts";
import { laboratoryChangeWords } from "./laboratory-change.ts";
import { mandateWords } from "./mandate.ts";
import { miningRightWords } from "./mining-right.ts";
import { oreReserveWords } from "./ore-reserve.ts";
import { overseasProjectWords } from "./overseas-project.ts";
import { patentWords } from "./patent.ts";
import { plantWords } from "./plant.ts";
import { policyCommentWords } from "./policy-comment.ts";
import { policyEventRecordWords } from "./policy-event.ts";
import { programmeWords } from "./programme.ts";
import { protectedAreaWords } from "./protected-area.ts";
import { publicPolicyWords } from "./public-policy.ts";
import { roadmapItemWords } from "./roadmap-item.ts";
import { seatWords } from "./seat.ts";
import { skillDemandWords } from "./skill-demand.ts";
import { standardWords } from "./standard.ts";
import { standardProposalWords } from "./standard-proposal.ts";
import { watchItemWords } from "./watch-item.ts";
import { weakLinkWords } from "./weak-link.ts";

/** The words of every register. */
export const registerWords: Readonly<Record<RegisterName, Words>> = {
  deposit: depositWords,
  standard: standardWords,
  watchItem: watchItemWords,
  conformityClaim: conformityClaimWords,
  laboratory: laboratoryWords,
  publicPolicy: publicPolicyWords,
  policyEvent: policyEventRecordWords,
  policyComment: policyCommentWords,
  patent: patentWords,
  keyPlatform: keyPlatformWords,
  chainConstraint: chainConstraintWords,
  gapRecord: gapRecordWords,
  roadmapItem: roadmapItemWords,
  seat: seatWords,
  mandate: mandateWords,
  programme: programmeWords,
  skillDemand: skillDemandWords,
  overseasProject: overseasProjectWords,
  protectedArea: protectedAreaWords,
  miningRight: miningRightWords,
  importPlan: importPlanWords,
  filingPlan: filingPlanWords,
  plant: plantWords,
  exchangeEvent: exchangeEventWords,
  weakLink: weakLinkWords,
  achievement: achievementWords,
  oreReserve: oreReserveWords,
  fundCall: fundCallWords,
  incentiveProgramme: incentiveProgrammeWords,
  laboratoryChange: laboratoryChangeWords,
  standardProposal: standardProposalWords,
};

const commonStates: Readonly<Record<string, Pair>> = {
  draft: ["草稿", "Draft"],
  in_review: ["待审", "In review"],
  published: ["已发布", "Published"],
  withdrawn: ["已撤回", "Withdrawn"],
};

const commonSteps: Readonly<Record<string, Pair>> = {
  create: ["登记", "Filed"],
  submit: ["提交审核", "Submit for review"],
  publish: ["发布", "Publish"],
  return: ["退回", "Return"],
  revise: ["修订", "Revise"],
  discard: ["放弃修订", "Discard the revision"],
  withdraw: ["撤回", "Withdraw"],
};

/** A register's words in one language. */
export type RecordWords = {
  readonly title: string;
  readonly one: string;
  readonly lead: string;
  /** `values`: of the record, where there is one. */
  readonly field: (name: string, values?: Values) => string;
  /** The heading of the part that a field begins, or null. */
  readonly part: (name: string) => string | null;
  readonly help: (name: string, values?: Values) => string | null;
  readonly choice: (field: string, value: string) => string;
  readonly basis: (value: string) => string;
  readonly state: (state: string) => string;
  readonly step: (step: string) => string;
  readonly duty: (duty: string) => string;
};

/**
 * The words of a register for one reader. A value without a word is shown as it is.
 * @example recordWords("deposit", "en").field("reserve") // "Reserve"
 */
export function recordWords(name: string, locale: string): RecordWords {
  const words = registerWords[name as RegisterName];
  const told = (pair: FieldPair | undefined, values: Values = {}) =>
    typeof pair === "function" ? pair(values) : pair;
  const say = (pair: Pair | undefined, otherwise: string) => pair?.[locale === "en" ? 1 : 0] ?? otherwise;
  return {
    title: say(words.title, name),
    one: say(words.one, name),
    lead: say(words.lead, ""),
    field: (field, values) => say(told(words.fields[field], values), field),
    part: (field) => say(words.parts?.[field], "") || null,
    help: (field, values) => say(told(words.help?.[field], values), "") || null,
    choice: (field, value) =>
      say((words.choices as Record<string, Record<string, Pair>>)[field]?.[value], value),
    basis: (value) => say(words.basis?.[value], value),
    state: (state) => say(words.states?.[state] ?? commonStates[state], state),
    step: (step) => say(words.steps?.[step] ?? commonSteps[step], step),
    duty: (duty) => say(words.duties?.[duty], duty),
  };
}
