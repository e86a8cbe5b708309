import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessProgress, type ProgressCase } from "./assess-progress.ts";
import { forecast, needPace } from "./need-pace.ts";
import { isStuck, progressStatuses } from "./status.ts";

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

  it("[PG16] once the year of its target is over, a goal is achieved or missed by the figure of that year alone", () => {
    const at = (year: number, value: string, ask = 2026) =>
      assessProgress({ ...recovery, series: [...recovery.series, { year, value }], ask });
    for (const value of ["94", "80", "95", "41", "10"])
      expect(at(2025, value)).toMatchObject({
        compoundStatus: "missed",
        linearStatus: "missed",
        disagree: false,
      });
    expect(at(2025, "95.01").compoundStatus).toBe("achieved");
    expect(at(2025, "94", 2025).linearStatus).toBe("missed");
    expect(at(2024, "99").linearStatus).toBe("not_assessable");
    expect(at(2026, "99").now).toBeNull();
    expect(at(2024, "80", 2025).linearStatus).toBe("moderate");
  });

  it("[PG16] a level needs no baseline, and a first figure has a standing", () => {
    const first: ProgressCase = { ...recovery, baseline: null, series: [{ year: 2025, value: "27.84" }] };
    expect(assessProgress({ ...first, ask: 2026 }).linearStatus).toBe("missed");
    const open = { ...first, target: { year: 2035, operator: ">=", value: "80" }, ask: 2026 } as const;
    expect(assessProgress(open).linearStatus).toBe("first_figure");
    expect(assessProgress({ ...open, series: [{ year: 2025, value: "80" }] }).linearStatus).toBe("achieved");
    const second = [...open.series, { year: 2026, value: "33.5" }];
    expect(assessProgress({ ...open, series: second }).linearStatus).toBe("on_track");
  });

  it("[PG19] a change of no more than 0.01 %, or than rounding and revisions explain, moves nothing away", () => {
    const at = (value: string, noise?: string) =>
      assessProgress({ ...recovery, series: [{ year: 2023, value }], ...(noise ? { noise } : {}) })
        .linearStatus;
    expect([at("40.996"), at("40.995"), at("40.5")]).toEqual(["limited", "moving_away", "moving_away"]);
    expect([at("40.5", "0.5"), at("40.49", "0.5")]).toEqual(["limited", "moving_away"]);
    const plain = (value: string) =>
      assessProgress({ ...recovery, target: null, series: [{ year: 2023, value }] }).linearStatus;
    expect([plain("40.996"), plain("40.5")]).toEqual(["limited", "moving_away"]);
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

  it.each([
    ["80", "85", "inside"],
    ["60", "77.5", "inside"],
    ["60", "61", "approaching"],
    ["60", "59", "leaving"],
    ["60", "95", "overshot"],
    ["95", "60", "overshot"],
    ["95", "92", "approaching"],
    ["80", "92", "leaving"],
    ["60", "60", "outside"],
    ["60", "60.006", "outside"],
    ["75", "74.999", "outside"],
  ])("[PG17] a corridor of 75 to 90 that began at %s and is at %s is %s", (start, value, status) => {
    const progress = assessProgress({
      direction: "maintain",
      baseline: { year: 2022, value: start },
      target: { year: 2035, operator: "between", value: ["75", "90"] },
      series: [{ year: 2025, value }],
      ask: 2026,
    });
    expect(progress).toMatchObject({ linearStatus: status, compoundStatus: status, compoundRatio: null });
    expect(progress.linearRatio === null).toBe(status !== "approaching");
  });

  it("[PG17] a pace is known on the way to the near edge alone, and who was inside a year ago leaves", () => {
    const corridor = (...values: readonly string[]): ProgressCase => ({
      direction: "maintain",
      baseline: { year: 2022, value: "50" },
      target: { year: 2035, operator: "between", value: ["30", "40"] },
      series: values.map((value, at) => ({ year: 2025 + at, value })),
      ask: 2030,
    });
    expect(digits(assessProgress(corridor("48")).linearRatio, 3)).toBe(0.867);
    expect(assessProgress(corridor("38", "44")).linearStatus).toBe("leaving");
    expect(assessProgress({ ...corridor("48"), ask: 2036 }).linearStatus).toBe("not_assessable");
    expect(assessProgress({ ...corridor("48"), baseline: null }).linearStatus).toBe("first_figure");
  });

  it("[PG17] one value that is to be kept is a corridor without width", () => {
    const rank = (start: string, value: string): ProgressCase => ({
      direction: "maintain",
      baseline: { year: 2022, value: start },
      target: { year: 2035, operator: "=", value: "1" },
      series: [{ year: 2025, value }],
      ask: 2026,
    });
    const statuses = [rank("1", "1"), rank("3", "2"), rank("1", "2")].map(
      (one) => assessProgress(one).linearStatus,
    );
    expect(statuses).toEqual(["inside", "approaching", "leaving"]);
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

it("[PG15] what holds back is counted once: what is good as it is shown is not stuck, whatever its other pace says", () => {
  expect(progressStatuses.filter((status) => !isStuck({ status, heldBack: true }))).toEqual([
    "achieved",
    "inside",
    "on_track",
    "approaching",
  ]);
  expect(progressStatuses.some((status) => isStuck({ status, heldBack: false }))).toBe(false);
});
