import { addWorkingDays } from "../calendar/index.ts";
import { dutyRules, type SupportUrgency } from "../duty/index.ts";
import { machine, statesOf, stepsOf } from "../state/index.ts";
import type { LedgerStep } from "./ledger.ts";
import type { IntroductionSide } from "./state.ts";

export { type SupportUrgency, supportUrgencies } from "../duty/index.ts";

/** What a ticket is about. */
export const supportKinds = ["quality", "delivery", "documents", "technical", "other"] as const;
export type SupportKind = (typeof supportKinds)[number];

/** Outcomes after which there is something to support; a meeting or an NDA delivers nothing. [SP1] */
export const supportedSteps = ["trial", "contract", "volume"] as const satisfies readonly LedgerStep[];

/** So many tickets of one introduction may be open at once. [SP1] */
export const mostOpenTickets = 20;

/** Either side asks to close a ticket, the other confirms it or opens it again; silence closes nothing. [SP4] */
export const supportMachine = machine({
  name: "support_ticket",
  start: "open",
  states: { open: {}, closing: {}, closed: {} },
  steps: {
    askClose: { from: ["open"], to: "closing", who: "party" },
    confirm: { from: ["closing"], to: "closed", who: "party" },
    reopen: { from: ["closing", "closed"], to: "open", who: "party", reason: true },
    lapse: { from: ["closing"], to: "open", who: "job" },
  },
});
export const supportStates = statesOf(supportMachine);
export type SupportState = (typeof supportStates)[number];
export const supportSteps = stepsOf(supportMachine);
export type SupportStep = (typeof supportSteps)[number];

export type SupportTicketFacts = {
  readonly state: SupportState;
  /** Who opened it. */
  readonly side: IntroductionSide;
  readonly openedAt: Date;
  readonly answerDueAt: Date;
  /** The first word of the other side. */
  readonly answeredAt: Date | null;
  readonly resolveDueAt: Date;
  /** Who asked to close it and when. It stays once the ticket is closed. */
  readonly closingSide: IntroductionSide | null;
  readonly closingAt: Date | null;
  readonly closingDueAt: Date | null;
  readonly closedAt: Date | null;
};

export const supportClocks = ["answer", "resolve", "confirm"] as const;
export type SupportClock = (typeof supportClocks)[number];
export type RunningClock = {
  readonly clock: SupportClock;
  /** Who must act. */
  readonly holder: IntroductionSide;
  readonly dueAt: Date;
};

const opposite = (side: IntroductionSide): IntroductionSide => (side === "asking" ? "asked" : "asking");

/**
 * The clock that runs on a ticket and the side for which it runs: its other side answers first and then resolves; whoever did not ask to
 * close confirms. Null once it is closed. [SP3]
 * @example clockOfTicket({ ...ticket, state: "open", side: "asking", answeredAt: null })?.clock // "answer", for the asked side
 */
export function clockOfTicket(ticket: SupportTicketFacts): RunningClock | null {
  const { state, side, answeredAt, answerDueAt, resolveDueAt, closingSide, closingDueAt } = ticket;
  if (state === "closed") return null;
  if (state === "closing")
    return closingSide && closingDueAt
      ? { clock: "confirm", holder: opposite(closingSide), dueAt: closingDueAt }
      : null;
  return answeredAt === null
    ? { clock: "answer", holder: opposite(side), dueAt: answerDueAt }
    : { clock: "resolve", holder: opposite(side), dueAt: resolveDueAt };
}

/**
 * When first answer and resolution are due. [SP3]
 * @example supportDues("urgent", new Date("2026-11-27T02:00:00Z")).answer // the end of Monday 30 November
 */
export function supportDues(
  urgency: SupportUrgency,
  openedAt: Date,
): { readonly answer: Date; readonly resolve: Date } {
  const due = (clock: "answer" | "resolve") =>
    addWorkingDays(openedAt, dutyRules[`support_ticket.${clock}`].workingDays[urgency]);
  return { answer: due("answer"), resolve: due("resolve") };
}

/** When the other side's word on closing is due. [SP4] */
export const closingDue = (askedAt: Date): Date =>
  addWorkingDays(askedAt, dutyRules["support_ticket.confirm"].workingDays);

export type ClockVerdict = "running" | "overdue" | "inTime" | "late";

/**
 * How a clock went: the due instant itself is still in time. [SP3]
 * @example judgeClock(due, null, due) // "running"
 */
export function judgeClock(dueAt: Date, doneAt: Date | null, now: Date): ClockVerdict {
  if (doneAt) return doneAt <= dueAt ? "inTime" : "late";
  return now <= dueAt ? "running" : "overdue";
}

/** When a ticket was resolved: when closing was asked that the other side confirmed, so that a slow word of the other side makes nobody late. [SP3] */
export const resolvedAt = ({ state, closingAt }: SupportTicketFacts): Date | null =>
  state === "closed" ? closingAt : null;

/**
 * The steps that a side may take now: nobody answers their own wish to close. [SP4]
 * @example stepsOfSide({ state: "closing", closingSide: "asking" }, "asking") // []
 */
export function stepsOfSide(
  { state, closingSide }: Pick<SupportTicketFacts, "state" | "closingSide">,
  side: IntroductionSide,
): readonly SupportStep[] {
  return supportSteps.filter(
    (step) =>
      supportMachine.steps[step].who === "party" &&
      supportMachine.steps[step].from.some((from) => from === state) &&
      (state !== "closing" || side !== closingSide),
  );
}
