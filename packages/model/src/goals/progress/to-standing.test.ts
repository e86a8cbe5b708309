import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedDefinitions } from "../definition/shipped.ts";
import {
  findGoalRule,
  goalCard,
  goalRules,
  goals,
  listGoalParts,
  loadGoal,
  type PeriodFigure,
  progressStatuses,
  toCourse,
  toStanding,
  toYearly,
  yearToDate,
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
      if (!rule || !target || rule.kind === "yes_no" || rule.kind === "limit") throw new Error(id);
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

  it("[PG9] [PG18] judges every part by a measure that its definition has, in a unit that fits its target", () => {
    const measures = new Map(
      shippedDefinitions.flatMap(({ indicator, measures: [head, ...more] }) => [
        [indicator, head?.unit],
        ...[head, ...more].map((one) => [`${indicator} ${one?.code}`, one?.unit] as const),
      ]),
    );
    for (const goal of goals) {
      const parts = listGoalParts(goal);
      expect(parts.length, goal.id).toBeGreaterThan(0);
      for (const { indicator, measure } of parts) {
        const unit = measures.get(measure ? `${indicator} ${measure}` : indicator);
        expect(unit, `${goal.id} ${indicator} ${measure}`).toBeTruthy();
        const shown = goalCard(goal.id).target?.unit.en ?? "";
        // A share is never compared with a rank.
        expect(unit === "rank", goal.id).toBe(/^rank/.test(shown));
      }
    }
  });

  it("[PG10] adds up the periods of an amount, and takes no quarter for a year", () => {
    const quarters = ["Q1", "Q2", "Q3", "Q4"].map((quarter, at) => told(`2024${quarter}`, `${at + 1}.1`));
    expect(toYearly([...quarters, told("2025Q1", "9")], "t LCE")).toMatchObject([
      { ...told("2024", "10.4"), year: 2024 },
    ]);
    expect(toYearly(quarters, "%")).toEqual([]);
    expect(toYearly([...quarters, told("2024", "34.2")], "%")).toEqual([
      { ...told("2024", "34.2"), year: 2024 },
    ]);
    expect(toYearly([...quarters.slice(1), held("2024Q1", "1", "3")], "t LCE")).toMatchObject([
      { ...held("2024", "10.3", "12.3"), year: 2024 },
    ]);
    expect(toYearly([...quarters, told("2024", "11")], "t LCE")[0]?.value).toBe("11");
  });

  it("[PG10] compares a quarter, a month and months to date with their like of other years alone", () => {
    const figures = [
      told("2024Q2", "1"),
      told("2024Q4", "2"),
      told("2025Q1", "3"),
      told("2025Q2", "4"),
      told("2025", "9"),
    ];
    const periods = (...args: Parameters<typeof toYearly>) => toYearly(...args).map(({ period }) => period);
    expect(periods(figures, "%", "quarter")).toEqual(["2024Q2", "2025Q2"]);
    expect(periods([told("2024-09", "1"), told("2025-09", "2"), told("2025-08", "3")], "%", "month")).toEqual(
      ["2024-09", "2025-09"],
    );
    const spans = [
      told("2023-01..2023-09", "0.7"),
      told("2024-01..2024-09", "0.6"),
      told("2024-01..2024-06", "0.5"),
    ];
    expect(periods(spans, "index 0-1", "year_to_date")).toEqual(["2023-01..2023-09", "2024-01..2024-09"]);
    expect(periods(figures, "t", "year_to_date")).toEqual(["2025-01..2025-06"]);
    expect(yearToDate([told("2026Q1", "1"), told("2026Q2", "2")], "t", 2026)).toMatchObject({
      period: "2026-01..2026-06",
      value: "3",
    });
    expect(yearToDate([told("2026Q1", "1"), told("2026Q2", "2")], "%", 2026)?.period).toBe("2026Q2");
    expect(yearToDate([told("2026", "1")], "%", 2026)).toBeNull();
  });

  it("[PG11] starts from the paper's baseline where it is of a year, else from the first figure of our own", () => {
    expect(standing("G35-10", [told("2024", "30")]).baseline).toEqual({
      year: 2022,
      value: "25",
      origin: "paper",
    });
    // The paper's 41 % are of all that retired by 2020, not of a year.
    const recycled = standing("G35-15", [told("2024", "28"), told("2025", "36")]);
    expect(recycled.baseline).toEqual({ year: 2024, value: "28", origin: "released" });
    expect(recycled.status).not.toBe("moving_away");
    const own = standing("G25-09", [told("2023", "30"), told("2024", "41"), told("2025", "52")]);
    expect(own.baseline).toEqual({ year: 2023, value: "30", origin: "released" });
    expect(own.status).toBe("achieved");
    // Nine months of 2023 are no year, and 25 % of high-end are no share of high and middle grade.
    expect(standing("G35-02", [told("2024", "0.6"), told("2025", "0.5")], "index 0-1").baseline?.year).toBe(
      2024,
    );
    expect(standing("G25-10", [told("2024", "70"), told("2025", "74")]).parts[0]?.baseline?.year).toBe(2024);
    expect(standing("G25-09", [])).toMatchObject({
      baseline: null,
      now: null,
      status: "not_assessable",
      why: "year",
    });
  });

  it.each([
    ["G25-17", "94", "missed", "1"],
    ["G25-17", "80", "missed", "15"],
    ["G25-17", "95", "missed", "0"],
    ["G25-17", "95.1", "achieved", null],
    ["G25-15", "27.84", "missed", "52.16"],
    ["G25-15", "80", "achieved", null],
  ])("[PG16] says of %s that ended at %s %% that it is %s, and by how much", (goal, value, status, gap) => {
    const one = standing(goal, [told("2023", "99"), told("2025", value)]);
    expect(one).toMatchObject({ status, gap, needed: null, closed: true, heldBack: status === "missed" });
  });

  it("[PG16] judges no closed goal by an earlier year, and an open one by its first figure", () => {
    expect(standing("G25-17", [told("2023", "99")])).toMatchObject({
      status: "not_assessable",
      why: "year",
      now: null,
    });
    expect(standing("G35-14", [told("2025", "60")])).toMatchObject({
      status: "first_figure",
      baseline: null,
      made: null,
      needed: { perYear: "3.9" },
      gap: "39",
    });
    expect(standing("G35-14", [told("2025", "99")])).toMatchObject({ status: "achieved", needed: null });
  });

  it("[PG16] asks for the base of a change, and says which year is lacking", () => {
    const waste = (...figures: PeriodFigure[]) => standing("G35-08", figures, "t/t LCE");
    expect(waste(told("2026", "3"))).toMatchObject({
      status: "not_assessable",
      why: "base",
      lacking: [2025],
    });
    for (const figures of [[told("2025", "3")], [told("2023", "5"), told("2024", "4"), told("2025", "3")]])
      expect(waste(...figures)).toMatchObject({
        status: "first_figure",
        target: { value: "1.5" },
        made: null,
      });
    expect(waste(told("2024", "4"), told("2025", "3"), told("2026", "1.4"))).toMatchObject({
      target: { value: "1.5" },
      status: "achieved",
    });
    expect(standing("G25-03", [told("2025", "40")])).toMatchObject({ status: "not_assessable", why: "base" });
    expect(standing("G25-03", [told("2024", "39"), told("2025", "40")]).status).toBe("achieved");
    expect(standing("G25-01", [told("2022", "5"), told("2025", "9")], "10k CNY")).toMatchObject({
      target: null,
      why: "base",
      lacking: [2019, 2020, 2021],
    });
  });

  it("[PG12] takes one step back as no steady course, and asks for the year before", () => {
    const steps = (...values: readonly string[]) =>
      standing(
        "G25-02",
        values.map((value, at) => told(String(2026 - values.length + at), value)),
        "t LCE",
      );
    expect(steps("80000", "79000", "120000")).toMatchObject({ status: "missed", gap: "1000" });
    expect(steps("76000", "77000", "78000")).toMatchObject({ status: "achieved", gap: "0" });
    expect(steps("76000", "76000").status).toBe("missed");
    const alone = standing("G25-08", [told("2025", "8000")], "kgce/t LCE");
    expect(alone).toMatchObject({ status: "not_assessable", why: "base" });
  });

  it("[PG14] draws no way below nothing where nothing was ever below it", () => {
    const figures = ["0.2647", "0.2324", "0.2", "0.1676", "0.1352"].map((value, at) => ({
      ...{ period: String(2021 + at), value, low: null, high: null },
    }));
    const lines = toCourse(loadGoal("G35-03"), figures, "1", 2026).path.map(({ linear }) => linear);
    expect(lines.filter((value) => value !== null && Number(value) < 0)).toEqual([]);
    expect(lines.at(-1)).toBeNull();
  });

  it("[PG17] has no pace and no way inside a corridor, and one to its near edge outside", () => {
    const corridor = (value: string) => standing("G35-05", [told("2024", "60"), told("2025", value)]);
    expect(corridor("77.5")).toMatchObject({
      method: "corridor",
      status: "inside",
      needed: null,
      made: null,
    });
    expect(corridor("61")).toMatchObject({
      status: "approaching",
      needed: { perYear: "1.4" },
      made: { perYear: "1" },
    });
    expect(corridor("95")).toMatchObject({ status: "overshot", gap: "5", heldBack: true });
    expect(toCourse(loadGoal("G35-05"), [told("2024", "60"), told("2025", "77.5")], "%", 2026).path).toEqual(
      [],
    );
  });

  it("[PG13] judges a withheld figure at both bounds, by one status where they agree and by none where they do not", () => {
    expect(standing("G25-12", [held("2025", "41", "48")])).toMatchObject({
      linear: { ratio: null, status: "achieved" },
      band: ["achieved", "achieved"],
      needed: null,
    });
    expect(standing("G25-12", [held("2025", "26", "48")])).toMatchObject({
      linear: { status: "not_assessable" },
      band: ["missed", "achieved"],
      why: "withheld",
    });
    const open = { period: "2025", value: null, low: "0", high: null };
    expect(standing("G25-12", [open])).toMatchObject({ status: "not_assessable", why: "withheld" });
    const parts = [
      told("2025Q1", "1"),
      told("2025Q2", "1"),
      told("2025Q3", "1"),
      { ...open, period: "2025Q4" },
    ];
    expect(toYearly(parts, "t")).toMatchObject([{ period: "2025", value: null, low: "3", high: null }]);
  });

  it("[PG14] judges a closed horizon as it ended, and shows the way", () => {
    expect(standing("G25-17", [told("2025", "80"), told("2026", "99")]).now?.year).toBe(2025);
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
    const at = (goal: string, figures: readonly PeriodFigure[], ask: number) =>
      toStanding(loadGoal(goal), figures, "%", ask);
    expect(at("G25-17", [told("2023", "70")], 2024)).toMatchObject({
      compound: { status: "on_track" },
      linear: { status: "moderate" },
      status: "on_track",
      heldBack: false,
    });
    expect(at("G25-17", [told("2024", "50")], 2024)).toMatchObject({ status: "limited", heldBack: true });
    expect(standing("G35-13", [told("2025", "0"), told("2026", "1")], "TRL levels")).toMatchObject({
      compound: { status: "moving_away" },
      heldBack: true,
    });
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
          const isOne = linear.status !== "not_assessable" && goal.id !== "G25-18";
          if (isOne) expect(band).toEqual([linear.status, linear.status]);
        }
      }),
    );
  });
});
