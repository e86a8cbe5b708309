import { concepts } from "../../chain/index.ts";
import { factorIds } from "../../chain-health/factor.ts";
import { dutyRules } from "../../duty/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, day, figure, organization, record, text } from "../field.ts";

/** The second kind of evidence, beside a gap that is closed: somebody outside uses what was made. */
export const independentUses = ["contract", "delivery", "test_report"] as const;

/**
 * A candidate is confirmed or rejected by a carried vote or by a second officer, worked on, and closed by a second officer on two kinds of
 * evidence. A closed one is reopened when its gap is back. [WL11] [WL12]
 */
export const weakLinkMachine = machine({
  name: "weakLink",
  start: "candidate",
  states: {
    candidate: { live: true, edit: "live" },
    confirmed: { live: true, edit: "live" },
    in_work: { live: true, edit: "live" },
    evidence_filed: { live: true },
    closed: { live: true, settled: true },
    rejected: { live: true, settled: true },
  },
  steps: {
    confirm: { from: ["candidate"], to: "confirmed", who: "officer", fields: ["decidedIn"] },
    reject: { from: ["candidate"], to: "rejected", who: "officer", reason: true },
    begin: { from: ["confirmed"], to: "in_work", who: "owner", fields: ["dueOn"] },
    file: {
      from: ["in_work"],
      to: "evidence_filed",
      who: "owner",
      fields: ["gap", "useKind", "usedBy", "usedOn"],
    },
    return: { from: ["evidence_filed"], to: "in_work", who: "officer", reason: true },
    close: { from: ["evidence_filed"], to: "closed", who: "officer", guard: "gapClosed" },
    reopen: { from: ["closed"], to: "confirmed", who: "owner", reason: true },
    propose: { from: ["rejected"], to: "candidate", who: "owner", reason: true },
  },
});

/** The nodes of the chain that the group names as weak, who works on them and what closed them, for seed 2.2 and 6.1. [WL11] */
export const weakLink = defineRegister({
  name: "weakLink",
  owner: "group",
  level: "member",
  fields: {
    title: bilingual({ max: 160, required: true }),
    node: choice(
      concepts.map(({ id }) => id),
      { required: true },
    ),
    factors: choices(factorIds, { required: true }),
    score: figure({ units: ["1"], min: "0", order: "falling", widest: "0.5" }),
    judgedOn: day(),
    ask: bilingual({ max: 2000, long: true }),
    decidedIn: text({ max: 240, byStep: true }),
    lead: organization(),
    dueOn: day({ byStep: true }),
    gap: record("gapRecord", { byStep: true }),
    useKind: choice(independentUses, { byStep: true }),
    usedBy: text({ max: 1000, long: true, byStep: true }),
    usedOn: day({ byStep: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: weakLinkMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "factors", "score", "lead"],
  facets: ["factors", "useKind"],
  rest: { path: "weak-links", scope: "registers:read" },
  due: {
    candidate: { duty: "decide", workingDays: dutyRules["weakLink.decide"].workingDays },
    confirmed: { duty: "attend", workingDays: dutyRules["weakLink.attend"].workingDays },
    in_work: { duty: "deliver", field: "dueOn" },
    evidence_filed: { duty: "examine", workingDays: dutyRules["weakLink.examine"].workingDays },
  },
});
