import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWorkingDays, isWorkingDay, toShanghaiDate } from "../calendar/index.ts";
import {
  answerDueAt,
  answerWorkingDays,
  introductionActions,
  introductionSides,
  introductionStates,
  ledgerActions,
  mayAct,
  mayDecideEntry,
  nextIntroductionState,
  remindAt,
} from "./index.ts";

const instants = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2026-12-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("introductions", () => {
  it("[IN1] leave `sent` by one of four steps and `accepted` by one", () => {
    const steps = introductionStates.flatMap((from) =>
      introductionActions.flatMap((action) => {
        const to = nextIntroductionState(from, action);
        return to ? [`${from} ${action} ${to}`] : [];
      }),
    );
    expect(steps).toEqual([
      "sent accept accepted",
      "sent decline declined",
      "sent withdraw withdrawn",
      "sent expire expired",
      "accepted end ended",
    ]);
  });

  it("[IN1] are answered by the asked side, withdrawn by the asking side, ended by either", () => {
    const may = introductionSides.map((side) => introductionActions.filter((action) => mayAct(action, side)));
    expect(may).toEqual([
      ["withdraw", "end"],
      ["accept", "decline", "end"],
    ]);
  });

  it("[IN2] are due on the fifth working day, across a holiday", () => {
    expect(answerDueAt(new Date("2026-11-24T02:00:00Z")).toISOString()).toBe("2026-12-01T15:59:59.999Z");
    expect(toShanghaiDate(answerDueAt(new Date("2026-09-30T02:00:00Z")))).toBe("2026-10-13");
  });

  it("[IN2] remind on a working day, one before the due day and after the day of sending", () => {
    fc.assert(
      fc.property(instants, (sentAt) => {
        const due = answerDueAt(sentAt);
        const reminder = remindAt(due);
        expect(isWorkingDay(toShanghaiDate(reminder))).toBe(true);
        expect(countWorkingDays(reminder, due)).toBe(1);
        expect(countWorkingDays(sentAt, reminder)).toBe(answerWorkingDays - 1);
      }),
      { numRuns: 200 },
    );
  });

  it("[IN5] let only the other side confirm or dispute, and only the proposing side take back", () => {
    for (const proposedBy of introductionSides) {
      for (const side of introductionSides) {
        const may = ledgerActions.filter((action) => mayDecideEntry(action, side, proposedBy));
        expect(may).toEqual(side === proposedBy ? ["retract"] : ["confirm", "dispute"]);
      }
    }
  });
});
