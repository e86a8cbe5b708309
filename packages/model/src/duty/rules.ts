import type { ReturnFrequency } from "../calendar/period.ts";

/** Working days (Chinese calendar) after the end of a period in which its return is due ([RT4]); an officer may give more. */
export const dueWorkingDays: Readonly<Record<ReturnFrequency, number>> = {
  monthly: 10,
  quarterly: 15,
  semiannual: 20,
  annual: 40,
};

/** How much a ticket between two sides hurries. [SP3] */
export const supportUrgencies = ["urgent", "normal", "low"] as const;
export type SupportUrgency = (typeof supportUrgencies)[number];

/** One kind of duty: by when, who owes it, and what happens while nobody acts. [DU1] */
export type DutyRule = {
  /** Working days from the start, or `given`: the act that starts it names the day. */
  readonly workingDays:
    | number
    | "given"
    | Readonly<Record<ReturnFrequency, number>>
    | Readonly<Record<SupportUrgency, number>>;
  readonly holder: "asked" | "owner" | "secretariat";
  /** Its holder is warned so many working days before the due day. */
  readonly warn: number;
  /** Instead of that once: so many days before the due day, each time anew. */
  readonly days?: readonly number[];
  /** The secretariat is told so many working days after the due day; null: never. */
  readonly secretariat: number | null;
  /** Where it ends by itself with the due instant, nothing can be overdue. */
  readonly lapses?: true;
  /** From then on it stands in the public overdue list. */
  readonly published?: true;
  /** Overdue, it goes onto the agenda of the next meeting. */
  readonly agenda?: true;
  /** The paper names no period: ours, until the group decides one. */
  readonly proposal?: true;
};

/** A term that the secretariat renews or ends. */
const groupTerm = {
  workingDays: "given",
  holder: "secretariat",
  warn: 5,
  days: [60, 30],
  secretariat: 0,
  proposal: true,
} as const satisfies DutyRule;

/** Of a declaration of conformity, filed by a recycler or for a plant. [TR71] [CN7] */
const declaration = {
  examine: {
    workingDays: 20,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    proposal: true,
  },
  conclude: {
    workingDays: 15,
    holder: "secretariat",
    warn: 2,
    secretariat: 0,
    proposal: true,
  },
  renew: {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [60, 30, 7],
    secretariat: 0,
    proposal: true,
  },
  mend: { workingDays: 30, holder: "owner", warn: 5, secretariat: 0, proposal: true },
} as const satisfies Readonly<Record<string, DutyRule>>;

/** Every duty, by `<kind of subject>.<duty>`. The database reads the days of its own duties from here. [DU1] */
export const dutyRules = {
  "introduction.answer": { workingDays: 5, holder: "asked", warn: 1, secretariat: null, lapses: true },
  "return_form.file": {
    workingDays: dueWorkingDays,
    holder: "owner",
    warn: 2,
    secretariat: 5,
    proposal: true,
  },
  "return_form.mend": { workingDays: 10, holder: "owner", warn: 2, secretariat: 5, proposal: true },
  "meeting_decision.carryOut": {
    workingDays: "given",
    holder: "owner",
    warn: 2,
    secretariat: 5,
    proposal: true,
  },
  "claim.decide": { workingDays: 10, holder: "secretariat", warn: 2, secretariat: 0, proposal: true },
  "fact_contest.answer": { workingDays: 10, holder: "secretariat", warn: 2, secretariat: 0, proposal: true },
  "report.decide": { workingDays: 10, holder: "secretariat", warn: 2, secretariat: 0, proposal: true },
  // Between two parties, and silence confirms nothing: whoever must answer is reminded, nobody else is told. [RY2]
  "relay_step.answer": { workingDays: 10, holder: "asked", warn: 2, secretariat: null, proposal: true },
  // Between two parties as well: the secretariat reads no ticket and is told of none. [SP3]
  "support_ticket.answer": {
    workingDays: { urgent: 1, normal: 3, low: 5 },
    holder: "asked",
    warn: 1,
    secretariat: null,
    proposal: true,
  },
  "support_ticket.resolve": {
    workingDays: { urgent: 5, normal: 15, low: 30 },
    holder: "asked",
    warn: 2,
    secretariat: null,
    proposal: true,
  },
  "support_ticket.confirm": {
    workingDays: 5,
    holder: "asked",
    warn: 1,
    secretariat: null,
    lapses: true,
    proposal: true,
  },
  "conformityClaim.examine": declaration.examine,
  "conformityClaim.conclude": declaration.conclude,
  "conformityClaim.renew": declaration.renew,
  "conformityClaim.mend": declaration.mend,
  "plant.examine": declaration.examine,
  "plant.conclude": declaration.conclude,
  "plant.renew": declaration.renew,
  "plant.mend": declaration.mend,
  "laboratory.renew": {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [60, 30, 7],
    secretariat: 0,
    proposal: true,
  },
  "publicPolicy.evaluate": {
    workingDays: "given",
    holder: "secretariat",
    warn: 5,
    days: [60, 30, 7],
    secretariat: 0,
    published: true,
    agenda: true,
    proposal: true,
  },
  "policyComment.answer": {
    workingDays: 15,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    proposal: true,
  },
  "oreReserve.review": groupTerm,
  "oreReserve.decide": { workingDays: 40, holder: "secretariat", warn: 5, secretariat: 0, proposal: true },
  "standardProposal.answer": {
    workingDays: 15,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    proposal: true,
  },
  "seat.renew": groupTerm,
  "miningRight.renew": groupTerm,
  "filingPlan.claimPriority": {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [60, 30, 7],
    secretariat: null,
  },
  "filingPlan.enterNational": {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [60, 30, 7],
    secretariat: null,
  },
  "fundCall.decide": {
    workingDays: "given",
    holder: "secretariat",
    warn: 10,
    secretariat: 0,
    proposal: true,
  },
  "incentiveProgramme.evaluate": groupTerm,
  "importPlan.review": groupTerm,
  "mandate.renew": groupTerm,
  // A day late is too late: nothing heals a publication before the filing.
  "achievement.protect": {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [60, 30, 7],
    secretariat: null,
  },
  "achievement.tellOutcome": {
    workingDays: "given",
    holder: "owner",
    warn: 5,
    days: [30, 7],
    secretariat: 5,
    proposal: true,
  },
  "watchItem.triage": {
    workingDays: 3,
    holder: "secretariat",
    warn: 2,
    secretariat: 0,
    published: true,
    agenda: true,
    proposal: true,
  },
  "watchItem.decide": {
    workingDays: "given",
    holder: "secretariat",
    warn: 2,
    secretariat: 0,
    published: true,
    agenda: true,
    proposal: true,
  },
  "miningRight.decide": {
    workingDays: 40,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    proposal: true,
  },
  "weakLink.decide": {
    workingDays: 40,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    agenda: true,
    proposal: true,
  },
  // Some 90 days. While a need, a project or a laboratory is there, the judging of the chain moves it on.
  "weakLink.attend": {
    workingDays: 62,
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    agenda: true,
    proposal: true,
  },
  "weakLink.deliver": {
    workingDays: "given",
    holder: "secretariat",
    warn: 5,
    secretariat: 0,
    proposal: true,
  },
  "weakLink.examine": { workingDays: 20, holder: "secretariat", warn: 5, secretariat: 0, proposal: true },
} as const satisfies Readonly<Record<string, DutyRule>>;
export type DutyName = keyof typeof dutyRules;

/** What holds for a duty that a register declares and this table does not name. */
const ofRecord: DutyRule = { workingDays: "given", holder: "owner", warn: 2, secretariat: 5, proposal: true };

/** @example findDutyRule("watchItem", "decide").agenda // true */
export function findDutyRule(subjectKind: string, kind: string): DutyRule {
  const rules: Readonly<Record<string, DutyRule>> = dutyRules;
  return rules[`${subjectKind}.${kind}`] ?? ofRecord;
}

/** The kinds of subject whose overdue duties go onto an agenda. */
export const agendaSubjects: readonly string[] = [
  ...new Set(
    Object.entries<DutyRule>(dutyRules).flatMap(([name, { agenda }]) =>
      agenda ? [name.slice(0, name.indexOf("."))] : [],
    ),
  ),
];
