import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, country, day, link, record, text } from "../field.ts";

export const legalRanks = [
  "law",
  "regulation",
  "ministry_rule",
  "normative_document",
  "standard",
  "guidance",
  "strategy",
] as const;
export const policyInstruments = [
  "entry_condition",
  "list",
  "technical_rule",
  "recovery_target",
  "export_control",
  "tax",
  "subsidy",
  "procurement",
  "reserve",
  "information_duty",
  "research",
  "cooperation",
] as const;
/** Sets of conditions that bind nobody by themselves: a policy may put them into force. [CN2] */
export const openSetIds = [
  "cn-liion-2024-draft",
  "lithium-salt-entry-proposal",
  "lithium-salt-green-proposal",
] as const;
export const policyVerdicts = ["keep", "change", "repeal"] as const;

/** Published, evaluated with a verdict, and followed again until the next evaluation. [PY4] */
export const policyMachine = machine({
  name: "publicPolicy",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    published: { live: true },
    evaluated: { live: true },
    withdrawn: { end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "published", who: "officer" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    evaluate: {
      from: ["published"],
      to: "evaluated",
      who: "owner",
      needs: ["indicator", "windowFrom", "evaluateOn"],
      fields: ["verdict", "finding"],
    },
    follow: { from: ["evaluated"], to: "published", who: "owner", fields: ["evaluateOn"] },
    revise: { from: ["published", "evaluated"], to: "draft", who: "owner" },
    withdraw: { from: ["draft", "published", "evaluated"], to: "withdrawn", who: "owner", reason: true },
  },
});

/**
 * Policies at home and abroad, for seed 4.1 and 5.2.3: who issued them, what they aim at, how it is measured and when it is evaluated.
 * What a policy is on a day is computed from its events and kept nowhere. [PY3]
 */
export const publicPolicy = defineRegister({
  name: "publicPolicy",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    number: text({ max: 120 }),
    issuer: text({ max: 160, required: true }),
    country: country({ required: true }),
    rank: choice(legalRanks, { order: "rising" }),
    instrument: choice(policyInstruments),
    links: choices(linkIds, { required: true }),
    aim: bilingual({ max: 2000, long: true }),
    indicator: text({ max: 240 }),
    series: text({ max: 80, of: "series" }),
    region: text({ max: 40, of: "region" }),
    comparedRegion: text({ max: 40, of: "region" }),
    windowFrom: day(),
    windowTo: day(),
    evaluateOn: day(),
    replaces: record("publicPolicy"),
    upgrades: record("publicPolicy"),
    conditions: choice(openSetIds),
    text: link(),
    summary: bilingual({ max: 4000, long: true }),
    verdict: choice(policyVerdicts, { byStep: true }),
    finding: text({ max: 4000, long: true, byStep: true }),
    note: text({ max: 4000, long: true }),
  },
  machine: policyMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "issuer", "country", "rank", "links", "evaluateOn"],
  facets: ["country", "rank", "instrument", "links", "verdict"],
  rest: { path: "policies", scope: "registers:read" },
  check: ({ windowFrom, windowTo, evaluateOn }) => [
    ...(windowFrom && windowTo && windowTo < windowFrom
      ? [{ field: "windowTo", rule: "endBeforeStart" } as const]
      : []),
    ...(windowTo && evaluateOn && evaluateOn < windowTo
      ? [{ field: "evaluateOn", rule: "endBeforeStart" } as const]
      : []),
  ],
  due: { published: { duty: "evaluate", field: "evaluateOn" } },
});
