import { describe, expect, it } from "vitest";
import { loadGoal, type PeriodFigure, spreadOf, toStanding } from "../index.ts";

const told = (period: string, value: string): PeriodFigure => ({ period, value, low: null, high: null });

describe("the measures of a goal", () => {
  it("[PG18] stands where the worst of its measures stands, and shows each", () => {
    const metals = (lithium: string, ...rest: readonly string[]) =>
      toStanding(loadGoal("G35-16"), [told("2024", "80"), told("2025", lithium)], "%", 2026, {
        others: rest.map((value, at) => ({
          indicator: `REC-0${at + 3}`,
          measure: null,
          unit: "%",
          figures: [told("2024", "96"), told("2025", value)],
        })),
      });
    const behind = metals("91", "96.4", "96.4", "94.9");
    expect(behind.parts.map(({ status }) => status)).toEqual([
      "achieved",
      "on_track",
      "on_track",
      "moving_away",
    ]);
    expect(behind).toMatchObject({ status: "moving_away", heldBack: true, without: 0 });
    expect(metals("91", "98.1", "98.2", "98.3").status).toBe("achieved");
    expect(metals("91", "98.1")).toMatchObject({ status: "achieved", without: 2 });
    expect(metals("91", "98.1").parts[3]).toMatchObject({ status: "not_assessable", why: "measure" });
  });

  it("[PG22] judges conformity by the limits in force that year, as a share with bounds while some are not known", () => {
    const limits = (...values: readonly string[]) =>
      toStanding(loadGoal("G25-18"), [told("2025", values[0] ?? "")], "%", 2026, {
        others: values.slice(1).map((value, at) => ({
          indicator: `REC-0${at + 3}`,
          measure: null,
          unit: "%",
          figures: [told("2025", value)],
        })),
      });
    expect(limits("90", "98", "99", "98")).toMatchObject({
      status: "achieved",
      now: { value: "100" },
      gap: "0",
    });
    const short = limits("88", "98", "99", "97");
    expect(short).toMatchObject({ status: "missed", now: { value: "50" }, gap: "50", unit: "%" });
    expect(short.parts.map(({ target }) => target?.value)).toEqual(["90", "98", "98", "98"]);
    expect(limits("91", "98")).toMatchObject({ now: { value: null, low: "50", high: "100" }, without: 2 });
  });

  it("[PG18] asks of a thing that is in place or not whether it is", () => {
    const platform = (value: string) =>
      toStanding(loadGoal("G25-16"), [told("2025", "96")], "%", 2026, {
        others: [{ indicator: "REC-07", measure: "in_service", unit: "1", figures: [told("2025", value)] }],
      });
    expect(platform("1").status).toBe("achieved");
    expect(platform("0")).toMatchObject({
      status: "missed",
      parts: [{ status: "achieved" }, { method: "yes_no" }],
    });
  });

  it("[PG20] says of few returns that they are few, and lets them turn nothing for the worse", () => {
    const at = (goal: string, values: readonly string[], coverage: number, floor = 80, unit = "%") =>
      toStanding(
        loadGoal(goal),
        values.map((value, place) => ({ ...told(String(2026 - values.length + place), value), coverage })),
        unit,
        2026,
        { floor },
      );
    expect(at("G35-15", ["50", "40"], 60)).toMatchObject({
      status: "not_assessable",
      why: "coverage",
      care: 60,
    });
    expect(at("G35-15", ["50", "40"], 80)).toMatchObject({ status: "moving_away", care: null });
    expect(at("G35-15", ["50", "60"], 60)).toMatchObject({ status: "on_track", care: 60 });
    expect(at("G35-05", ["80", "95"], 60)).toMatchObject({ status: "not_assessable", why: "coverage" });
    // Forty percent of returns could still lift 94 above 95, and never 20 above 80.
    expect(at("G25-17", ["94"], 60).status).toBe("not_assessable");
    expect(at("G25-15", ["20"], 60).status).toBe("missed");
  });

  it("[PG21] puts a band about a figure while returns are missing or its measure was revised", () => {
    const figure = (value: string, coverage: number | null, revised: string | null = null) => ({
      ...told("2025", value),
      coverage,
      revised,
    });
    expect(spreadOf(figure("50", 90), "%", ["0", "100"])).toEqual({
      low: "45",
      high: "55",
      why: ["coverage"],
    });
    expect(spreadOf(figure("90", 50), "t", null)).toMatchObject({ low: "90", high: "180" });
    expect(spreadOf(figure("10", 90), "kg/t", null)).toMatchObject({ low: "9", high: "11" });
    expect(spreadOf(figure("50", 100, "0.02"), "%", ["0", "100"])).toEqual({
      low: "49",
      high: "51",
      why: ["revision"],
    });
    expect(spreadOf(figure("99.5", 100, "0.02"), "%", ["0", "100"])?.high).toBe("100");
    expect(spreadOf(figure("50", 100), "%", null)).toBeNull();
    expect(spreadOf({ period: "2025", value: null, low: "1", high: "2" }, "%", null)).toBeNull();
  });

  it("[PG21] lays no bounds around a figure that is its own base, and asks no pace of nothing", () => {
    const base = { ...told("2025", "77.68"), coverage: 67 };
    const first = toStanding(loadGoal("G35-04"), [base], "%", 2026, { range: ["0", "100"] });
    expect(first).toMatchObject({ status: "first_figure", band: null, needed: null });
    const next = toStanding(loadGoal("G35-04"), [base, told("2026", "77")], "%", 2027);
    expect(next.needed).not.toBeNull();
  });
});
