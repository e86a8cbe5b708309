import { toTable } from "@lilink/ui/chart";
import { describe, expect, it } from "vitest";
import { readAmounts, toCourseChart } from "./view.ts";

describe("the course of a battery's health", () => {
  const words = { known: "known", forecast: "forecast", cycle: "cycle" };

  it("[TR60] has a table with a column for what was measured and one for what is forecast", () => {
    const forecast = { damping: 0, points: [{ value: 0.9, low: 0.88, high: 0.92 }] };
    const course = { code: "A", known: [1, 0.95], forecast };
    const { head, rows } = toTable(toCourseChart(course, words));
    expect(head).toEqual(["cycle", "known", "forecast"]);
    for (const { cells } of rows) expect(cells).toHaveLength(head.length);
    expect(rows.at(-1)?.cells.join(" ")).toContain("10.0% (8.0%–12.0%)");
  });

  it("reads a pasted column, and nothing where a part is no number", () => {
    expect(readAmounts("50\n49.8，49.5")).toEqual([50, 49.8, 49.5]);
    expect(readAmounts("50, x")).toBeNull();
  });
});
