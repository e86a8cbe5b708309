import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessProgress, type ProgressCase } from "./assess-progress.ts";
import { forecast, needPace } from "./need-pace.ts";

const recovery: ProgressCase = {
  direction: "increase",
  baseline: { year: 2020, value: "41" },
  target: { year: 2025, operator: ">", value: "95" },
  series: [
    { year: 2020, value: "41" },
    { year: 2023, value: "70" },
  ],
  ask: 2023,
};
const highEnd = (value: string): ProgressCase => ({
  direction: "increase",
  baseline: { year: 2020, value: "25" },
  target: { year: 2025, operator: ">", value: "40" },
  series: [{ year: 2023, value }],
  ask: 2023,
});
const digits = (value: { toNumber(): number } | null, places: number) =>
  value && Number(value.toNumber().toFixed(places));

describe("progress", () => {
  it("[PG2] [PG3] the published worked values come out: 41 to 95 % with 70 % in 2023 is on track by growth, behind by the line", () => {
    const progress = assessProgress(recovery);
    expect(digits(progress.compoundRatio, 2)).toBe(1.07);
    expect(digits(progress.linearRatio, 3)).toBe(0.895);
    expect(progress).toMatchObject({ compoundStatus: "on_track", linearStatus: "moderate", disagree: true });
  });

  it.each([
    ["30", 0.64, 0.26],
    ["35", 1.2, 4.32],
  ])("[PG4] 25 to 40 %% with %s %% in 2023 has ratio %d and score %d", (value, ratio, score) => {
    const progress = assessProgress(highEnd(value));
    expect(digits(progress.compoundRatio, 2)).toBe(ratio);
    expect(digits(progress.score, 2)).toBe(score);
  });

  it("[PG1] a strict target is not met by its own value", () => {
    expect(assessProgress(highEnd("40")).compoundStatus).toBe("on_track");
    expect(assessProgress(highEnd("40.01")).compoundStatus).toBe("achieved");
  });

  it("[PG2] zero and negative bases are judged only by the line, and do not count as disagreement", () => {
    const progress = assessProgress({
      ...recovery,
      baseline: { year: 2020, value: "0" },
      series: [{ year: 2023, value: "60" }],
    });
    expect(progress).toMatchObject({
      compoundStatus: "not_assessable",
      linearStatus: "on_track",
      disagree: false,
      score: null,
    });
    const below = assessProgress({
      ...recovery,
      baseline: { year: 2020, value: "-10" },
      target: { year: 2025, operator: ">=", value: "10" },
      series: [{ year: 2022, value: "-8" }],
      ask: 2022,
    });
    expect(below).toMatchObject({ compoundStatus: "not_assessable", linearStatus: "limited" });
  });

  it("[PG5] what met its target from the start holds it or moves away", () => {
    const met: ProgressCase = {
      direction: "decrease",
      baseline: { year: 2020, value: "50" },
      target: { year: 2025, operator: "<=", value: "60" },
      series: [{ year: 2023, value: "55" }],
      ask: 2023,
    };
    expect(assessProgress(met).compoundStatus).toBe("achieved");
    expect(assessProgress({ ...met, series: [{ year: 2023, value: "61" }] })).toMatchObject({
      compoundRatio: null,
      linearStatus: "moving_away",
    });
  });

  it("[PG5] a corridor is aimed at by its nearer bound, held inside and lost outside", () => {
    const corridor: ProgressCase = {
      direction: "maintain",
      baseline: { year: 2022, value: "35" },
      target: { year: 2035, operator: "between", value: ["30", "40"] },
      series: [{ year: 2025, value: "38" }],
      ask: 2026,
    };
    expect(assessProgress(corridor).linearStatus).toBe("on_track");
    expect(assessProgress({ ...corridor, series: [{ year: 2025, value: "44" }] }).linearStatus).toBe(
      "moving_away",
    );
    const fromAbove = assessProgress({
      ...corridor,
      direction: "decrease",
      baseline: { year: 2022, value: "50" },
      series: [{ year: 2025, value: "48" }],
    });
    expect(digits(fromAbove.linearRatio, 3)).toBe(0.867);
  });

  it("[PG6] without a target only the direction is judged", () => {
    const judge = (direction: "increase" | "decrease", value: string) =>
      assessProgress({
        direction,
        baseline: { year: 2020, value: "100" },
        target: null,
        series: [{ year: 2021, value }],
        ask: 2021,
      }).compoundStatus;
    expect(judge("increase", "101.5")).toBe("on_track");
    expect(judge("increase", "100.5")).toBe("moderate");
    expect(judge("increase", "100")).toBe("limited");
    expect(judge("increase", "99")).toBe("moving_away");
    expect(judge("decrease", "98")).toBe("on_track");
  });

  it("[PG7] nothing after the baseline, or only after the year asked, is not assessable", () => {
    expect(assessProgress({ ...recovery, series: [{ year: 2024, value: "70" }] }).compoundStatus).toBe(
      "not_assessable",
    );
    expect(assessProgress({ ...recovery, series: recovery.series.slice(0, 1) }).now).toBeNull();
  });

  it("[PG8] who walks at the needed pace arrives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (start, end) => {
        const [from, to] = [
          { year: 2026, value: String(start) },
          { year: 2035, value: String(end) },
        ];
        const pace = needPace(from, to);
        const next = { year: 2027, value: String(pace?.perYear.plus(start)) };
        expect(forecast(from, next)(2035).linear.toNumber()).toBeCloseTo(end, 6);
        const grown = { year: 2027, value: String(pace?.growth?.plus(1).times(start)) };
        expect(forecast(from, grown)(2035).compound?.toNumber()).toBeCloseTo(end, 6);
      }),
    );
    expect(needPace({ year: 2035, value: "1" }, { year: 2035, value: "2" })).toBeNull();
  });

  it("[PG2] both ratios are 1 exactly at the needed pace, and more progress never lowers either", () => {
    const one = fc.record({
      start: fc.integer({ min: 1, max: 500 }),
      rise: fc.integer({ min: 1, max: 500 }),
      a: fc.integer({ min: 1, max: 900 }),
      b: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(one, ({ start, rise, a, b }) => {
        const at = (value: number) =>
          assessProgress({
            direction: "increase",
            baseline: { year: 2020, value: String(start) },
            target: { year: 2035, operator: ">", value: String(start + rise) },
            series: [{ year: 2035, value: String(value) }],
            ask: 2035,
          });
        const arrived = at(start + rise);
        expect(arrived.linearRatio?.toNumber()).toBe(1);
        expect(arrived.compoundRatio?.toNumber()).toBe(1);
        const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
        for (const ratio of ["compoundRatio", "linearRatio"] as const)
          expect(low[ratio]?.lte(high[ratio] ?? 0)).toBe(true);
      }),
    );
  });
});
