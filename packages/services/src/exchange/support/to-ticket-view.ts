import { clockOfTicket, type IntroductionSide, judgeClock, resolvedAt } from "@lilink/model/introduction";
import type { TicketRow } from "./load-own-ticket.ts";

/** A ticket as one of its sides reads it: whose turn it is, by when, and how its clocks went. [SP3] */
export function toTicketView(ticket: TicketRow, own: IntroductionSide, now: Date) {
  const { publicId, kind, urgency, subject, state, side, closingSide, ...times } = ticket;
  const running = clockOfTicket(ticket);
  const resolved = resolvedAt(ticket);
  const toOwn = (one: IntroductionSide) => (one === own ? ("own" as const) : ("other" as const));
  return {
    publicId,
    kind,
    urgency,
    subject,
    state,
    openedBy: toOwn(side),
    closingBy: closingSide && toOwn(closingSide),
    openedAt: times.openedAt,
    answerDueAt: times.answerDueAt,
    answeredAt: times.answeredAt,
    resolveDueAt: times.resolveDueAt,
    closingAt: times.closingAt,
    closingDueAt: times.closingDueAt,
    closedAt: times.closedAt,
    waits: running && { clock: running.clock, on: toOwn(running.holder), dueAt: running.dueAt },
    answer: judgeClock(times.answerDueAt, times.answeredAt, now),
    resolution: judgeClock(times.resolveDueAt, resolved, now),
  };
}
