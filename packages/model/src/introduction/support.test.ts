import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfShanghaiDay, isWorkingDay, shiftDate, toShanghaiDate } from "../calendar/index.ts";
import { introductionSides } from "./state.ts";
import {
  clockOfTicket,
  judgeClock,
  resolvedAt,
  type SupportTicketFacts,
  stepsOfSide,
  supportDues,
  supportStates,
  supportUrgencies,
} from "./support.ts";

const opened = new Date("2026-11-27T02:00:00Z");
const ticket: SupportTicketFacts = {
  state: "open",
  side: "asking",
  openedAt: opened,
  answerDueAt: supportDues("normal", opened).answer,
  answeredAt: null,
  resolveDueAt: supportDues("normal", opened).resolve,
  closingSide: null,
  closingAt: null,
  closingDueAt: null,
  closedAt: null,
};
const later = new Date("2026-11-30T02:00:00Z");

/** The end of the n-th working day after a day, by walking over a wall calendar. */
function walk(from: Date, days: number): Date {
  let date = toShanghaiDate(from);
  for (let left = days; left > 0; ) {
    date = shiftDate(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return endOfShanghaiDay(date);
}

describe("support after the contract", () => {
  it("[SP3] an urgent ticket of a Friday is answered by the end of Monday", () => {
    expect(supportDues("urgent", opened).answer.toISOString()).toBe("2026-11-30T15:59:59.999Z");
    expect(supportDues("urgent", opened).resolve.toISOString()).toBe("2026-12-04T15:59:59.999Z");
  });

  it("[SP3] dues agree with a wall calendar on any day", () => {
    const days = { urgent: [1, 5], normal: [3, 15], low: [5, 30] } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...supportUrgencies),
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-06-01"), noInvalidDate: true }),
        (urgency, at) => {
          const [answer, resolve] = days[urgency];
          expect(supportDues(urgency, at)).toEqual({ answer: walk(at, answer), resolve: walk(at, resolve) });
        },
      ),
    );
  });

  it("[SP3] the other side answers, then resolves; whoever did not ask to close confirms", () => {
    expect(clockOfTicket(ticket)).toMatchObject({ clock: "answer", holder: "asked" });
    const answered = { ...ticket, answeredAt: later };
    expect(clockOfTicket(answered)).toMatchObject({ clock: "resolve", holder: "asked" });
    const closing = { ...answered, state: "closing", closingAt: later, closingDueAt: later } as const;
    expect(clockOfTicket({ ...closing, closingSide: "asked" })).toMatchObject({
      clock: "confirm",
      holder: "asking",
    });
    expect(clockOfTicket({ ...closing, closingSide: "asking" })?.holder).toBe("asked");
    expect(clockOfTicket({ ...closing, closingSide: "asked", state: "closed" })).toBeNull();
  });

  it("[SP3] a slow confirmation makes no solution late", () => {
    const closed = {
      ...ticket,
      state: "closed",
      closingAt: later,
      closedAt: new Date("2027-02-01"),
    } as const;
    expect(judgeClock(ticket.resolveDueAt, resolvedAt(closed), new Date("2027-03-01"))).toBe("inTime");
    expect(resolvedAt({ ...closed, state: "closing" })).toBeNull();
  });

  it("[SP3] the due instant is in time, the next millisecond is not", () => {
    const after = new Date(later.getTime() + 1);
    expect(judgeClock(later, later, after)).toBe("inTime");
    expect(judgeClock(later, after, after)).toBe("late");
    expect(judgeClock(later, null, later)).toBe("running");
    expect(judgeClock(later, null, after)).toBe("overdue");
  });

  it("[SP4] nobody answers their own wish to close, and every other open step is open to both", () => {
    for (const state of supportStates)
      for (const side of introductionSides)
        for (const closingSide of state === "open" ? [null] : introductionSides) {
          const open = { open: ["askClose"], closing: ["confirm", "reopen"], closed: ["reopen"] }[state];
          expect(stepsOfSide({ state, closingSide }, side)).toEqual(
            state === "closing" && side === closingSide ? [] : open,
          );
        }
  });
});
