import { describe, expect, it } from "vitest";
import {
  goalsBeside,
  goalsLedBy,
  headFigures,
  judgedMeasure,
  leadPart,
  loadGoal,
  pickLead,
  toCourse,
  toStanding,
} from "../index.ts";

const told = (period: string, value: string) => ({ period, value, low: null, high: null });
const measure = (indicator: string, value: string) => ({
  ...{ indicator, measure: null, unit: "%" },
  figures: [told("2025", value)],
});

describe("the measure that leads", () => {
  it("[PG23] is the one with the widest gap of those that stand where the goal stands", () => {
    const part = (status: "on_track" | "missed" | "not_assessable", gap: string | null, unit = "%") => ({
      ...{ status, gap, unit },
    });
    expect(leadPart([part("on_track", "9"), part("missed", "1"), part("missed", "3")])?.gap).toBe("3");
    expect(leadPart([part("missed", "1"), part("missed", "3", "t")])?.gap).toBe("1");
    expect(leadPart([part("not_assessable", null), part("on_track", "2")])?.gap).toBe("2");
    expect(leadPart([part("not_assessable", "7"), part("not_assessable", "8")])?.gap).toBe("7");
    expect(leadPart([])).toBeUndefined();
  });

  it("[PG23] gives a goal its figure and its course", () => {
    const goal = loadGoal("G35-16");
    const others = [measure("REC-03", "97"), measure("REC-04", "96"), measure("REC-05", "91")];
    const figures = [told("2025", "88")];
    const standing = toStanding(goal, figures, "%", 2026, { others });
    expect(standing).toMatchObject({ status: "first_figure", gap: "7", now: { value: "91" } });
    expect(leadPart(standing.parts)?.indicator).toBe("REC-05");
    const course = toCourse(goal, figures, "%", 2026, { others });
    expect(course.years.map(({ value }) => value)).toEqual(["91"]);
    expect(course.path.at(-1)).toMatchObject({ year: 2035, target: "98" });
  });

  it("[PG23] leads the page of its indicator, by the period that is judged", () => {
    expect(judgedMeasure("SME-02")).toBe("capacity");
    expect(judgedMeasure("REC-07")).toBeNull();
    expect(judgedMeasure("none")).toBeUndefined();
    const figures = [{ period: "2025" }, { period: "2026Q1" }, { period: "2026Q2" }];
    expect(headFigures(figures)).toEqual({ judged: figures[0], later: figures[2] });
    expect(headFigures(figures, "quarter")).toEqual({ judged: figures[2], later: null });
    expect(headFigures(figures.slice(1))).toEqual({ judged: null, later: figures[2] });
    expect(headFigures([])).toEqual({ judged: null, later: null });
  });

  it("[PG23] is one on every page: the judged one, else the headline, else the first that there is", () => {
    const [share, capacity] = [{ measure: "share", headline: true }, { measure: "capacity" }];
    expect(pickLead("SME-02", [share, capacity])).toBe(capacity);
    expect(pickLead("SME-02", [share])).toBe(share);
    expect(pickLead("REC-07", [capacity, share])).toBe(share);
    expect(pickLead("REC-07", [capacity])).toBe(capacity);
    expect(pickLead("SME-02", [])).toBeUndefined();
  });

  it("[PG23] has beside it the targets that are of it, and no other", () => {
    expect(goalsLedBy("RES-15").map(({ id }) => id)).toEqual(["G35-03"]);
    expect(goalsLedBy("none")).toEqual([]);
  });

  it("[PG23] is shared by goals that show the same figure", () => {
    const beside = (id: string) => goalsBeside(loadGoal(id)).map((goal) => goal.id);
    expect(beside("G25-16")).toEqual(["G35-14"]);
    expect(beside("G35-14")).toEqual(["G25-16"]);
    expect(beside("G25-09")).toEqual(["G35-07"]);
  });
});
