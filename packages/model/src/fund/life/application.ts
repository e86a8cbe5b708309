import { type Evaluation, evaluateOn, type RuleSet } from "@lilink/engine/dated-rules";
import { endOfShanghaiDay, shiftDate, toShanghaiDate } from "../../calendar/index.ts";
import { LilinkError } from "../../error/index.ts";
import { machine } from "../../state/index.ts";

/** Written, handed in, checked, ranked, paid for or not. Until the close its owner takes it back and hands it in again. [FU12] [FU13] */
export const applicationMachine = machine({
  name: "fund_application",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    submitted: { review: true },
    eligible: { review: true },
    ineligible: {},
    appealed: { review: true },
    recommended: {},
    reserve: {},
    not_recommended: { end: true },
    awarded: { end: true },
    declined: { end: true },
    withdrawn: { end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "submitted", who: "owner", guard: "inTime" },
    reopen: { from: ["submitted"], to: "draft", who: "owner", guard: "inTime" },
    withdraw: { from: ["draft", "submitted", "eligible"], to: "withdrawn", who: "owner" },
    admit: { from: ["submitted"], to: "eligible", who: "officer" },
    refuse: { from: ["submitted"], to: "ineligible", who: "officer" },
    appeal: { from: ["ineligible"], to: "appealed", who: "owner", reason: true },
    uphold: { from: ["ineligible", "appealed"], to: "eligible", who: "officer", reason: true },
    dismiss: { from: ["appealed"], to: "ineligible", who: "officer", reason: true },
    recommend: { from: ["eligible"], to: "recommended", who: "officer" },
    hold: { from: ["eligible"], to: "reserve", who: "officer" },
    pass: { from: ["eligible"], to: "not_recommended", who: "officer" },
    award: { from: ["recommended", "reserve"], to: "awarded", who: "officer" },
    decline: { from: ["recommended", "reserve"], to: "declined", who: "officer" },
  },
});
export type ApplicationState = keyof typeof applicationMachine.states;

export type ApplicationFacts = {
  readonly leadKind: string;
  readonly leads: readonly string[];
  readonly asked: number;
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly months: number;
  /** Partners that have not agreed to take part. */
  readonly open: number;
  /** Shares of the budget, of the lead and its partners. */
  readonly shares: readonly number[];
  /** Other applications to the same call with a body of this consortium. */
  readonly entries: number;
};

/** Who may be paid for what. A proposal; each later set is added with its first day, so that an old decision can be replayed. [FU13] */
export const eligibilityRules: readonly RuleSet[] = [
  {
    id: "fund-eligibility-2026",
    title: { zh: "资助资格(建议)", en: "Eligibility (proposal)" },
    from: "2026-01-01",
    rules: [
      { id: "lead", fact: "isLead", operator: "=", value: true },
      { id: "amount", fact: "isInRange", operator: "=", value: true },
      { id: "months", fact: "months", operator: "<=", value: 60 },
      { id: "partners", fact: "open", operator: "<=", value: 0 },
      { id: "shares", fact: "isWhole", operator: "=", value: true },
      { id: "single", fact: "entries", operator: "<=", value: 0 },
    ],
  },
];
export const eligibilityCodes = ["lead", "amount", "months", "partners", "shares", "single"] as const;
export type EligibilityCode = (typeof eligibilityCodes)[number];

/**
 * Which rules an application breaks on the day of the close, by the set in force then. None: it is eligible. [FU13]
 * @throws LilinkError UNAVAILABLE where no set is in force on that day
 */
export function judgeEligibility(
  given: ApplicationFacts,
  on: string,
): { readonly rules: string; readonly codes: readonly EligibilityCode[] } {
  const sum = given.shares.reduce((total, one) => total + one, 0);
  const judged: Evaluation | null = evaluateOn(
    eligibilityRules,
    {
      isLead: given.leads.includes(given.leadKind),
      isInRange:
        given.asked > 0 &&
        given.asked >= (given.smallest ?? 0) &&
        given.asked <= (given.largest ?? Number.POSITIVE_INFINITY),
      months: given.months,
      open: given.open,
      isWhole: Math.abs(sum - 100) <= 0.01,
      entries: given.entries,
    },
    on,
  );
  if (!judged) throw new LilinkError("UNAVAILABLE");
  const codes = judged.rules.flatMap(({ id, verdict }) =>
    verdict === "met" ? [] : eligibilityCodes.filter((code) => code === id),
  );
  return { rules: judged.set, codes };
}

/** Days in which a refusal may be appealed against. A proposal. */
export const appealDays = 10;

/** Whether the lead may still appeal: refused, not appealed before, and within ten days of the refusal. [FU13] */
export function mayAppeal(
  {
    state,
    judgedAt,
    appealedAt,
  }: { readonly state: string; readonly judgedAt: Date | null; readonly appealedAt: Date | null },
  now: Date,
): boolean {
  const isRefused = applicationMachine.steps.appeal.from.some((one) => one === state);
  return isRefused && appealedAt === null && judgedAt !== null && now <= endOfAppeal(judgedAt);
}

/** The last instant of an appeal against a refusal. */
export const endOfAppeal = (judgedAt: Date): Date =>
  endOfShanghaiDay(shiftDate(toShanghaiDate(judgedAt), appealDays));

/** What still stands between a draft and its submission. */
export function lackOfApplication(given: {
  readonly title: string;
  readonly abstract: string;
  readonly body: string;
  readonly leader: string;
  readonly asked: number | null;
  readonly months: number | null;
}): readonly ("title" | "abstract" | "body" | "leader" | "asked" | "months")[] {
  const texts = (["title", "abstract", "body", "leader"] as const).filter(
    (name) => given[name].trim() === "",
  );
  const numbers = (["asked", "months"] as const).filter((name) => given[name] === null);
  return [...texts, ...numbers];
}
