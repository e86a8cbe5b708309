import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, record, text } from "../field.ts";
import { roadmapDirections } from "./roadmap-item.ts";

/** The classes of GB/T 22900-2022; each has its own three criteria. [FU10] */
export const researchClasses = ["basic", "applied", "development"] as const;
export type ResearchClass = (typeof researchClasses)[number];

/** The criteria of each class, after GB/T 22900-2022. [FU10] */
export const callCriteria = {
  basic: ["originality", "theory", "experiment"],
  applied: ["innovation", "frontier", "application"],
  development: ["innovation", "diffusion", "continuity"],
} as const satisfies Readonly<Record<ResearchClass, readonly [string, string, string]>>;
export type CriterionName = (typeof callCriteria)[ResearchClass][number];

/** Who may lead what a call pays for. */
export const callLeads = ["enterprise", "university_or_institute", "association"] as const;

/** Drafted, approved by another officer, decided, archived. Whether it is open follows from its days. [FU11] */
export const fundCallMachine = machine({
  name: "fundCall",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    published: { live: true },
    decided: { live: true },
    archived: { live: true, end: true },
    cancelled: { live: true, end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "published", who: "officer", guard: "linkConfirmed" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    decide: { from: ["published"], to: "decided", who: "owner", notBefore: "closesOn" },
    archive: { from: ["decided"], to: "archived", who: "owner" },
    cancel: { from: ["published"], to: "cancelled", who: "owner", reason: true },
  },
});

/**
 * A call of the fund. It starts from a weak link that is confirmed, or says why it does not; class, weights and anchors are fixed with it. The
 * third weight is what the first two leave of 100. [FU10] [FU11]
 */
export const fundCall = defineRegister({
  name: "fundCall",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    number: text({ max: 40, required: true }),
    researchClass: choice(researchClasses, { required: true }),
    horizon: choice(roadmapDirections, { required: true }),
    links: choices(linkIds, { required: true }),
    weakLink: record("weakLink", { level: "member", unless: "exception" }),
    gap: record("gapRecord"),
    exception: text({ max: 1000, long: true, unless: "weakLink" }),
    scope: bilingual({ max: 4000, long: true, required: true }),
    budget: figure({ units: ["CNY"], min: "0", required: true }),
    smallest: figure({ units: ["CNY"], min: "0" }),
    largest: figure({ units: ["CNY"], min: "0" }),
    leads: choices(callLeads, { required: true }),
    opensOn: day({ required: true, order: "falling" }),
    closesOn: day({ required: true }),
    decideBy: day({ required: true }),
    weightFirst: count({ min: 1, max: 98, required: true }),
    weightSecond: count({ min: 1, max: 98, required: true }),
    anchorsFirst: bilingual({ max: 1000, long: true }),
    anchorsSecond: bilingual({ max: 1000, long: true }),
    anchorsThird: bilingual({ max: 1000, long: true }),
    reviews: count({ min: 1, max: 9, required: true }),
  },
  machine: fundCallMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["number"],
  list: ["title", "number", "researchClass", "budget", "opensOn", "closesOn"],
  facets: ["researchClass", "horizon", "links"],
  rest: { path: "fund-calls", scope: "registers:read" },
  check: ({
    title,
    weakLink,
    exception,
    opensOn,
    closesOn,
    decideBy,
    weightFirst,
    weightSecond,
    ...rest
  }) => [
    ...(title && !weakLink && !exception ? [{ field: "weakLink", rule: "required" } as const] : []),
    ...(opensOn && closesOn && closesOn < opensOn
      ? [{ field: "closesOn", rule: "endBeforeStart" } as const]
      : []),
    ...(closesOn && decideBy && decideBy < closesOn
      ? [{ field: "decideBy", rule: "endBeforeStart" } as const]
      : []),
    ...(weightFirst !== null && weightSecond !== null && weightFirst + weightSecond >= 100
      ? [{ field: "weightSecond", rule: "implausible", params: { min: 1, max: 99 - weightFirst } } as const]
      : []),
    ...(Number(rest.smallest?.value ?? 0) > Number(rest.largest?.value ?? Number.POSITIVE_INFINITY)
      ? [{ field: "largest", rule: "rangeReversed" } as const]
      : []),
  ],
  due: { published: { duty: "decide", field: "decideBy" } },
});
