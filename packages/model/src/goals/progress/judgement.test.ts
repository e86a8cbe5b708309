import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessProgress, type ProgressCase } from "./assess-progress.ts";
import { type ProgressStatus, progressStatuses } from "./status.ts";

const single = fc.constantFrom(">", ">=", "<", "<=" as const);
type Single = ">" | ">=" | "<" | "<=";

/** Values with one decimal, as whole tenths, so that the oracle counts without rounding. */
const tenths = fc.integer({ min: 1, max: 20_000 });
type History = {
  readonly base: number | null;
  readonly target: number;
  readonly operator: Single;
  readonly values: readonly (readonly [year: number, tenths: number])[];
  readonly ask: number;
};
const history: fc.Arbitrary<History> = fc.record({
  base: fc.option(tenths),
  target: tenths,
  operator: single,
  values: fc.uniqueArray(fc.tuple(fc.integer({ min: 2021, max: 2036 }), tenths), {
    selector: ([year]) => year,
    maxLength: 6,
  }),
  ask: fc.integer({ min: 2021, max: 2038 }),
});

const text = (value: number, scale = 1) => ((value * scale) / 10).toFixed(1);
const toCase = ({ base, target, operator, values, ask }: History, scale = 1): ProgressCase => ({
  direction: operator.startsWith("<") ? "decrease" : "increase",
  baseline: base === null ? null : { year: 2020, value: text(base, scale) },
  target: { year: 2035, operator, value: text(target, scale) },
  series: values.map(([year, value]) => ({ year, value: text(value, scale) })),
  ask,
});

const meets = (value: number, operator: Single, target: number) =>
  ({ ">": value > target, ">=": value >= target, "<": value < target, "<=": value <= target })[operator];

/** The rules of the chapter, one after the other, for the straight line and in whole tenths. */
function naive({ base, target, operator, values, ask }: History): ProgressStatus {
  const known = values.filter(([year]) => year <= ask).sort(([a], [b]) => a - b);
  const last = known.find(([year]) => year === 2035);
  if (ask > 2035 || last) {
    if (!last) return "not_assessable";
    return meets(last[1], operator, target) ? "achieved" : "missed";
  }
  const now = known.at(-1);
  if (!now) return "not_assessable";
  if (meets(now[1], operator, target)) return "achieved";
  const start = base === null ? (known.length > 1 ? known[0] : undefined) : ([2020, base] as const);
  if (!start) return "first_figure";
  const sign = operator.startsWith("<") ? -1 : 1;
  const change = (now[1] - start[1]) * sign;
  const isNoise = change <= 0 && -change * 10_000 <= start[1];
  if (meets(start[1], operator, target)) return isNoise ? "limited" : "moving_away";
  const way = (target - start[1]) * sign;
  if (way === 0) return "not_assessable";
  if (isNoise) return "limited";
  const pace = change * (2035 - start[0]) * 100;
  const needed = way * (now[0] - start[0]);
  if (pace >= 95 * needed) return "on_track";
  if (pace >= 60 * needed) return "moderate";
  return pace >= 0 ? "limited" : "moving_away";
}

const rank = (status: ProgressStatus) => progressStatuses.indexOf(status);

describe("judgement", () => {
  it("[PG1] [PG3] [PG5] [PG7] [PG16] [PG19] agrees with the rules told plainly, over random histories", () => {
    fc.assert(
      fc.property(history, (one) => {
        expect(assessProgress(toCase(one)).linearStatus).toBe(naive(one));
      }),
      { numRuns: 3000 },
    );
  });

  it("[PG3] a better last figure never gives a worse verdict, by either pace", () => {
    fc.assert(
      fc.property(history, tenths, (one, other) => {
        const [last] = one.values.toSorted(([a], [b]) => b - a).filter(([year]) => year <= one.ask);
        if (!last) return;
        const sign = one.operator.startsWith("<") ? -1 : 1;
        const [worse, better] = [last[1], other].sort((a, b) => (a - b) * sign);
        const at = (value: number) =>
          assessProgress(
            toCase({ ...one, values: one.values.map((pair) => (pair === last ? [pair[0], value] : pair)) }),
          );
        const [low, high] = [at(worse ?? 0), at(better ?? 0)];
        expect(rank(high.linearStatus)).toBeLessThanOrEqual(rank(low.linearStatus));
        expect(rank(high.compoundStatus)).toBeLessThanOrEqual(rank(low.compoundStatus));
      }),
      { numRuns: 2000 },
    );
  });

  it("[PG2] another unit changes nothing: verdicts and ratios are the same at any scale", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(10, 1000, 1_000_000), (one, scale) => {
        const [small, large] = [assessProgress(toCase(one)), assessProgress(toCase(one, scale))];
        expect(large.linearStatus).toBe(small.linearStatus);
        expect(large.compoundStatus).toBe(small.compoundStatus);
        expect(large.linearRatio?.toFixed(12)).toBe(small.linearRatio?.toFixed(12));
      }),
      { numRuns: 1000 },
    );
  });

  it("[PG2] a goal to rise and its mirror image to fall stand alike by the line", () => {
    const mirrored = { ">": "<", ">=": "<=", "<": ">", "<=": ">=" } as const;
    fc.assert(
      fc.property(history, (one) => {
        const turned: ProgressCase = toCase({
          ...one,
          base: one.base === null ? null : -one.base,
          target: -one.target,
          operator: mirrored[one.operator],
          values: one.values.map(([year, value]) => [year, -value]),
        });
        const [plain, mirror] = [assessProgress(toCase(one)), assessProgress(turned)];
        expect(mirror.linearStatus).toBe(plain.linearStatus);
        expect(mirror.linearRatio?.toFixed(12)).toBe(plain.linearRatio?.toFixed(12));
      }),
      { numRuns: 1000 },
    );
  });

  it("[PG17] nearer to a corridor, on the side where it began, is never worse, and both sides are alike", () => {
    const value = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(value, value, value, fc.nat(100), (start, a, b, half) => {
        const at = (from: number, to: number) =>
          assessProgress({
            direction: "maintain",
            baseline: { year: 2020, value: String(from) },
            target: { year: 2035, operator: "between", value: [String(-half), String(half)] },
            series: [{ year: 2025, value: String(to) }],
            ask: 2026,
          }).linearStatus;
        expect(at(-start, -a)).toBe(at(start, a));
        const [near, far] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
        const side = start < 0 ? -1 : 1;
        expect(rank(at(start, side * near))).toBeLessThanOrEqual(rank(at(start, side * far)));
        expect(at(start, a) === "inside").toBe(Math.abs(a) <= half);
      }),
      { numRuns: 2000 },
    );
  });
});
