import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftDate } from "../../calendar/shanghai-date.ts";
import { nextPeriods, parseSchedulePeriod, type ScheduleRow } from "../../posting/index.ts";
import type { MatchDocument } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { coverSchedule } from "./cover-schedule.ts";
import { judgeSchedule } from "./judge-schedule.ts";

const need: MatchDocument = {
  id: "n",
  kind: "need",
  concepts: ["li2co3-batt"],
  title: "",
  body: "",
  lang: "zh",
  figures: [],
};
const offer: MatchDocument = { ...need, id: "c", kind: "capability" };
const rowsOf = (from: string, amounts: readonly (number | string)[], step: "month" | "week" = "month") =>
  nextPeriods(from, amounts.length, step).map((period, at) => ({ period, amount: String(amounts[at]) }));
const withRows = (document: MatchDocument, schedule: readonly ScheduleRow[], unit = "t"): MatchDocument => ({
  ...document,
  volume: { amount: "1", unit, schedule },
});
const reasonOf = (asked: MatchDocument, given: MatchDocument) =>
  judgePair(asked, given, asked).reasons.find(({ code }) => code.startsWith("schedule_"));

describe("the schedules of a need and an offer", () => {
  it("[MT85] the reason says how many months are covered and which are short", () => {
    const year = rowsOf("2027-01-01", Array(12).fill(100));
    const given = rowsOf("2027-01-01", [100, 100, 40, 60, 100, 100, 100, 100, 100, 100]);
    const reason = reasonOf(withRows(need, year), withRows(offer, given));
    expect(reason).toMatchObject({
      code: "schedule_part",
      params: { covered: 8, count: 12, step: "month", periods: "2027-03 2027-04 2027-11 2027-12", more: 0 },
    });
    expect(reason?.weight).toBeLessThan(0);
    expect(coverSchedule({ unit: "t", rows: year }, { unit: "t", rows: given })?.share).toBe(0.75);
  });

  it("[MT85] an offer without a schedule is unknown, asks, and breaks nothing; all covered costs nothing", () => {
    const asked = withRows(need, rowsOf("2027-01-01", [100]));
    const open = judgePair(asked, { ...offer, cooperation: ["supply"] }, asked);
    expect(reasonOf(asked, offer)).toMatchObject({ code: "schedule_unknown" });
    expect(open.breaksHard).toBe(false);
    expect(judgePair(asked, withRows(offer, rowsOf("2028-01-01", [100])), asked).breaksHard).toBe(false);
    expect(reasonOf(asked, withRows(offer, rowsOf("2027-01-01", [100])))).toMatchObject({
      code: "schedule_pass",
      weight: 0,
    });
    expect(reasonOf(asked, withRows(offer, rowsOf("2028-01-01", [100])))).toMatchObject({
      code: "schedule_fail",
    });
    expect(reasonOf(need, asked.volume ? { ...offer, volume: asked.volume } : offer)).toBeUndefined();
    const given = withRows(offer, rowsOf("2027-01-01", [100]));
    expect(reasonOf(withRows(need, rowsOf("2027-01-01", [0, 0])), given)).toBeUndefined();
  });

  it("[MT85] weeks meet months day by day", () => {
    // February 2027 has exactly the weeks 5 to 8.
    const weeks = rowsOf("2027-02-01", [7, 7, 7, 7], "week");
    const cover = coverSchedule({ unit: "t", rows: rowsOf("2027-02-01", [28]) }, { unit: "t", rows: weeks });
    expect(cover).toMatchObject({ share: 1, periods: [{ need: "28", offer: "28", isShort: false }] });
    const april = coverSchedule({ unit: "t", rows: weeks }, { unit: "t", rows: rowsOf("2027-02-01", [14]) });
    expect(april).toMatchObject({ share: 0.5, shortDays: 14, step: "week" });
    expect(april).toMatchObject({ need: "28", covered: "14", short: "14" });
  });

  it("[MT85] units meet as those of volumes do; what does not meet is unknown", () => {
    const asked = withRows(need, rowsOf("2027-01-01", [1000]), "kg");
    expect(judgeSchedule(asked, withRows(offer, rowsOf("2027-01-01", [1]), "t")).verdict).toBe("pass");
    expect(judgeSchedule(asked, withRows(offer, rowsOf("2027-01-01", [1]), "GWh")).verdict).toBe("unknown");
    const hydroxide = { ...offer, concepts: ["lioh-batt"] };
    const tonne = withRows(need, rowsOf("2027-01-01", [1]));
    // A tonne of hydroxide monohydrate holds 0.88 t LCE, carbonate 1.
    expect(judgeSchedule(tonne, withRows(hydroxide, rowsOf("2027-01-01", ["1.136"]))).verdict).toBe("pass");
    expect(judgeSchedule(tonne, withRows(hydroxide, rowsOf("2027-01-01", [1]))).cover?.share).toBeCloseTo(
      0.8804,
      3,
    );
    expect(judgeSchedule(tonne, withRows(hydroxide, rowsOf("2027-01-01", [1]), "t LCE")).verdict).toBe(
      "pass",
    );
    const equivalent = withRows(need, rowsOf("2027-01-01", [1]), "t LCE");
    expect(
      judgeSchedule(equivalent, withRows(hydroxide, rowsOf("2027-01-01", [1]))).cover?.share,
    ).toBeCloseTo(0.8804, 3);
  });

  it("[MT85] what is covered is that of a count day by day", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (asked, given) => {
        const cover = coverSchedule({ unit: "t", rows: asked }, { unit: "t", rows: given });
        const counted = countByDay(asked, given);
        if (counted.wanted === 0) {
          expect(cover).toBeNull();
          return;
        }
        expect(cover?.share).toBeCloseTo(counted.covered / counted.wanted, 5);
        expect(cover?.periods.filter(({ isShort }) => isShort).map(({ period }) => period)).toEqual(
          counted.short,
        );
      }),
    );
  });

  it("[MT14] [MT85] a month more, or more of a month, never raises a score", () => {
    fc.assert(
      fc.property(
        anyRows,
        anyRows,
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 50 }),
        (asked, given, at, more) => {
          const stricter = asked.map((row, index) =>
            index === at % asked.length ? { ...row, amount: String(Number(row.amount) + more) } : row,
          );
          const costOf = (rows: readonly ScheduleRow[]) =>
            reasonOf(withRows(need, rows), withRows(offer, given))?.weight ?? 0;
          expect(costOf(stricter)).toBeLessThanOrEqual(costOf(asked) + 1e-9);
          expect(costOf(asked)).toBeLessThanOrEqual(costOf(asked.slice(1)) + 1e-9);
        },
      ),
    );
  });
});

const anyRows = fc
  .record({
    step: fc.constantFrom("month" as const, "week" as const),
    from: fc.integer({ min: 0, max: 700 }),
    amounts: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 14 }),
  })
  .map(({ step, from, amounts }) => rowsOf(shiftDate("2026-12-01", from), amounts, step));

/** Each day by itself, in parts of 377,580 so that a day of any month or week is a whole number of them. */
function countByDay(asked: readonly ScheduleRow[], given: readonly ScheduleRow[]) {
  const parts = 377_580;
  const daysOf = (period: string) => {
    const found = parseSchedulePeriod(period);
    const days: string[] = [];
    for (let day = found?.firstDay ?? ""; day <= (found?.lastDay ?? ""); day = shiftDate(day, 1))
      days.push(day);
    return days;
  };
  const free = new Map<string, number>();
  for (const { period, amount } of given) {
    const days = daysOf(period);
    for (const day of days) free.set(day, (free.get(day) ?? 0) + (Number(amount) * parts) / days.length);
  }
  let [wanted, covered] = [0, 0];
  const short: string[] = [];
  for (const { period, amount } of asked) {
    const want = Number(amount) * parts;
    const have = daysOf(period).reduce((sum, day) => sum + (free.get(day) ?? 0), 0);
    if (want > have) short.push(period);
    wanted += want;
    covered += Math.min(want, have);
  }
  return { wanted, covered, short };
}
