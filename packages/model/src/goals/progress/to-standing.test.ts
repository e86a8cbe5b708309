import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedDefinitions } from "../definition/shipped.ts";
import {
  findGoalRule,
  goalCard,
  goalRules,
  goals,
  loadGoal,
  type PeriodFigure,
  progressStatuses,
  toCourse,
  toStanding,
  toYearly,
} from "../index.ts";

const told = (period: string, value: string): PeriodFigure => ({ period, value, low: null, high: null });
const held = (period: string, low: string, high: string): PeriodFigure => ({
  period,
  value: null,
  low,
  high,
});
const standing = (goal: string, figures: readonly PeriodFigure[], unit = "%", ask = 2026) =>
  toStanding(loadGoal(goal), figures, unit, ask);

describe("where a goal stands", () => {
  it("[PG9] has one rule for each of the 35 goals, and a level that the paper prints is the paper's", () => {
    expect(goalRules.map(({ goal }) => goal).sort()).toEqual(goals.map(({ id }) => id).sort());
    for (const goal of goals.filter(({ target }) => target))
      expect(findGoalRule(goal.id)).toMatchObject({
        operator: goal.target?.operator,
        value: String(goal.target?.value),
      });
  });

  it("[PG9] judges every goal by the target that is shown of it", () => {
    const byWords = new Set<string>();
    for (const { id, goal, target } of goals.map((one) => ({ ...goalCard(one.id), id: one.id }))) {
      const rule = findGoalRule(id);
      if (!rule || !target) throw new Error(id);
      const shown = typeof target.value === "object" && "zh" in target.value ? null : target.value;
      if (rule.kind === "corridor") expect([Number(rule.low), Number(rule.high)], id).toEqual(shown);
      else if (rule.kind === "steady") {
        // The year before, or more than nothing every year.
        expect(target.operator, id).toBe(goal.direction === "decrease" ? "<" : ">");
        expect(shown === null ? target.value : shown, id).toEqual(
          shown === null
            ? { zh: expect.stringContaining("上年"), en: expect.stringContaining("previous") }
            : 0,
        );
      } else {
        expect(rule.operator, id).toBe(target.operator);
        if (shown === null) byWords.add(id);
        else if (rule.kind === "mean") expect(100 * Number(rule.times), id).toBe(shown);
        else if (rule.kind === "relative")
          expect(rule.times ? 100 * Number(rule.times) : Number(rule.plus), id).toBe(shown);
        else expect(Number(rule.value), id).toBe(shown);
      }
    }
    expect([...byWords]).toEqual(["G25-11", "G25-14", "G35-04"]);
  });

  it("[PG9] is judged by a measure that its definition has, or by none", () => {
    const measures = new Map(
      shippedDefinitions.map(({ indicator, measures: own }) => [indicator, own.map(({ code }) => code)]),
    );
    const without = goals.flatMap(({ id, indicator }) => {
      const measure = findGoalRule(id)?.measure;
      if (measure) expect(measures.get(indicator), id).toContain(measure);
      return measure === null ? [id] : [];
    });
    expect(without).toEqual(["G25-10", "G25-18", "G35-09"]);
  });

  it("[PG10] adds up the periods of an amount, and leaves a year out while one is missing", () => {
    const quarters = ["Q1", "Q2", "Q3", "Q4"].map((quarter, at) => told(`2024${quarter}`, `${at + 1}.1`));
    expect(toYearly([...quarters, told("2025Q1", "9")], "t LCE")).toEqual([
      { ...told("2024Q4", "10.4"), year: 2024 },
    ]);
    expect(toYearly(quarters, "%")).toEqual([{ ...told("2024Q4", "4.1"), year: 2024 }]);
    expect(toYearly([...quarters.slice(1), held("2024Q1", "1", "3")], "t LCE")).toEqual([
      { ...held("2024Q4", "10.3", "12.3"), year: 2024 },
    ]);
    expect(toYearly([...quarters, told("2024", "11")], "t LCE")[0]?.value).toBe("11");
  });

  it("[PG11] starts from the paper's baseline, else from the first figure of our own", () => {
    expect(standing("G25-17", [told("2024", "80")]).baseline).toEqual({
      year: 2020,
      value: "41",
      origin: "paper",
    });
    const own = standing("G25-09", [told("2023", "30"), told("2024", "41"), told("2025", "52")]);
    expect(own.baseline).toEqual({ year: 2023, value: "30", origin: "released" });
    expect(own.linear.status).toBe("achieved");
    expect(standing("G25-09", [])).toMatchObject({
      baseline: null,
      now: null,
      linear: { status: "not_assessable" },
    });
  });

  it("[PG12] takes one step back as no steady course", () => {
    const steps = [told("2022", "80000"), told("2023", "79000"), told("2024", "120000")];
    expect(standing("G25-02", steps, "t LCE").linear.status).toBe("moving_away");
    expect(standing("G25-02", steps.slice(0, 1), "t LCE").compound.status).toBe("on_track");
  });

  it("[PG9] judges a corridor, a share of its own value, and the mean of years by their own method", () => {
    const corridor = [told("2025", "60"), told("2026", "78")];
    expect(standing("G35-05", corridor)).toMatchObject({
      method: "corridor",
      linear: { status: "on_track" },
    });
    const halved = [told("2024", "4"), told("2025", "3"), told("2026", "1.4")];
    expect(standing("G35-08", halved, "t/t LCE")).toMatchObject({
      target: { value: "1.5" },
      linear: { status: "achieved" },
    });
    expect(standing("G25-01", [told("2022", "5")], "10^4 CNY").target).toBeNull();
  });

  it("[PG13] judges a withheld figure at both bounds, by one status where they agree and by none where they do not", () => {
    expect(standing("G25-12", [held("2025", "41", "48")])).toMatchObject({
      linear: { ratio: null, status: "achieved" },
      band: ["achieved", "achieved"],
      needed: null,
    });
    expect(standing("G25-12", [held("2025", "26", "48")])).toMatchObject({
      linear: { status: "not_assessable" },
      band: ["limited", "achieved"],
    });
  });

  it("[PG14] judges a closed horizon as it ended, and shows the way", () => {
    const late = standing("G25-17", [told("2024", "80"), told("2026", "99")]);
    expect(late.now?.year).toBe(2024);
    const running = standing("G35-10", [told("2026", "37")]);
    const { years, path } = toCourse(loadGoal("G35-10"), [told("2026", "37")], "%", 2026);
    expect(years.map(({ year }) => year)).toEqual([2026]);
    expect(path.at(0)).toEqual({ year: 2022, target: "25", linear: null, compound: null });
    expect(path.at(-1)).toMatchObject({ year: 2035, target: "70", linear: "64" });
    expect(running.needed?.perYear).toBe("3.66667");
  });

  it("[PG14] ends a projection where it leaves the valid range", () => {
    const { path } = toCourse(loadGoal("G35-10"), [told("2024", "40"), told("2026", "66")], "%", 2026);
    expect(
      path.filter(({ compound }) => compound !== null).every(({ compound }) => Number(compound) <= 100),
    ).toBe(true);
    expect(path.at(-1)).toMatchObject({ target: "70", compound: null });
  });

  it("[PG15] counts a goal under growth, else under the line, and holds back what either pace finds slow or going away", () => {
    expect(standing("G25-17", [told("2023", "70")])).toMatchObject({
      compound: { status: "on_track" },
      linear: { status: "moderate" },
      status: "on_track",
      heldBack: false,
    });
    expect(standing("G25-17", [told("2024", "50")])).toMatchObject({ status: "limited", heldBack: true });
    expect(standing("G35-13", [told("2025", "0"), told("2026", "1")], "TRL levels")).toMatchObject({
      compound: { status: "moving_away" },
      heldBack: true,
    });
    expect(standing("G25-09", [])).toMatchObject({ status: "not_assessable", heldBack: false });
  });

  it("[PG13] never throws, and a point between the bounds never decides", () => {
    const value = fc.integer({ min: -50, max: 5000 }).map((cents) => String(cents / 10));
    const figure = fc.record({
      year: fc.integer({ min: 2019, max: 2036 }),
      a: value,
      b: value,
      known: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...goals), fc.array(figure, { maxLength: 8 }), (goal, list) => {
        const figures = list.map(({ year, a, b, known }) => {
          const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
          return known ? told(String(year), a) : held(String(year), low, high);
        });
        const { linear, compound, band, now } = toStanding(goal, figures, "%", 2026);
        expect(progressStatuses).toContain(linear.status);
        expect(progressStatuses).toContain(compound.status);
        if (now?.value === null) {
          expect(linear.ratio).toBeNull();
          if (linear.status !== "not_assessable") expect(band).toEqual([linear.status, linear.status]);
        }
      }),
    );
  });
});
