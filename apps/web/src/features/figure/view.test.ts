import { expect, it } from "vitest";
import { toScale, withGaps } from "./view.ts";

const point = (at: string, x: number) => ({ at, x, y: 1, text: at });

it("leaves a gap in a course where a period between two has no figure", () => {
  const points = withGaps([
    point("2022Q3", 2022.5),
    point("2022Q4", 2022.75),
    point("2026Q1", 2026),
    point("2026Q2", 2026.25),
  ]);
  expect(points.map(({ at, y }) => [at, y])).toEqual([
    ["2022Q3", 1],
    ["2022Q4", 1],
    ["", null],
    ["2026Q1", 1],
    ["2026Q2", 1],
  ]);
  expect(withGaps([point("2024", 2024), point("2025", 2025)])).toHaveLength(2);
});

it("says which counts a shade stands for, each once", () => {
  expect(toScale(6)).toEqual(["0", "1", "2–3", "4", "5–6"]);
  expect(toScale(2)).toEqual(["0", null, "1", null, "2"]);
});
