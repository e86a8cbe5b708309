import { loadSolver } from "@lilink/engine/disclosure";
import { auditSparsely } from "@lilink/engine/testing";
import type { Definition } from "@lilink/model/goals/definition";
import { readMeasure } from "@lilink/model/goals/release/making";
import { expect, it } from "vitest";
import { toEquation } from "./equation.ts";
import { toReleasedSystem } from "./released-system.ts";
import type { Figure, Told } from "./released-table.ts";

const solver = await loadSolver();
const definition = {
  indicator: "X",
  constants: [{ code: "grams", value: "1000" }],
  measures: [{ code: "intensity", expression: "energy / output" }],
} as unknown as Definition;
const places = ["36", "51", "54"];
const figure = (measure: string, place: string, status: string, value: number | null = null): Figure => ({
  indicator: "X",
  measure,
  dimensions: place === "all" ? [] : ["province"],
  place: place === "all" ? [] : [place],
  status,
  value: value === null ? null : String(value),
});
const intensities = [3, 5, 3];
const amount = (root: string, place: string) => {
  const at = places.indexOf(place);
  return (root === "energy" ? (intensities[at] ?? 0) : 1) * (10 + at);
};
/** Two tables of three firms a province; both hide the same two provinces. */
const tablesOf = (figures: readonly Figure[]): readonly Told[] =>
  ["energy", "output"].map((root) => ({
    plan: {
      root,
      dimensions: [{ id: "province", tree: { all: places } }],
      members: [{ component: { code: root }, factor: "1" }],
      faces: [{ indicator: "X", component: { code: root }, factor: "1", breakdowns: [] }],
      pairs: [],
    } as unknown as Told["plan"],
    period: "2026Q1",
    parts: [
      {
        period: "2026Q1",
        contributions: places.flatMap((place) =>
          ["a", "b", "c"].map((firm) => ({
            group: `${place}${firm}`,
            at: [place],
            value: String(amount(root, place)),
          })),
        ),
      },
    ],
    figures,
  }));
const told = ["energy", "output"].flatMap((root) => [
  figure(root, "all", "published"),
  figure(root, "36", "withheld"),
  figure(root, "51", "withheld"),
  figure(root, "54", "published"),
]);
const breachesOf = (figures: readonly Figure[]) => {
  const { audit, names } = toReleasedSystem(tablesOf(figures), [definition]);
  const found = auditSparsely(solver, audit).breaches;
  return [...new Set(found.map(({ cell }) => names[cell]))];
};

it("[RL7] ratios of two places tell both sums that each table alone hides", () => {
  expect(breachesOf(told)).toEqual([]);
  const ratio = (place: string, value: number) => figure("intensity", place, "published", value);
  expect(breachesOf([...told, ratio("36", 3)])).toEqual([]);
  const both = ["energy", "output"].flatMap((root) =>
    ["36", "51"].map((place) => `${root} 2026Q1 province=${place}`),
  );
  expect(breachesOf([...told, ratio("36", 3), ratio("51", 5)])).toEqual(both);
  expect(toReleasedSystem(tablesOf([...told, ratio("36", 4)]), [definition]).wrong).toEqual([
    "X.intensity 36",
  ]);
});

it("[RL7] a told zero of a place where nobody reports ties nothing, and a told figure without a base is wrong", () => {
  const nothing = (value: number) =>
    toReleasedSystem(tablesOf([...told, figure("intensity", "63", "published", value)]), [definition]);
  expect(nothing(0)).toMatchObject({ wrong: ["X.intensity 63"], tied: 0 });
  const sum = { ...definition, measures: [{ code: "sum", expression: "energy" }] } as unknown as Definition;
  const empty = toReleasedSystem(tablesOf([...told, figure("sum", "63", "published", 0)]), [sum]);
  expect(empty).toMatchObject({ wrong: [], tied: 0 });
});

it("[RL7] a ratio whose numerator is told tells its denominator", () => {
  const open = told.map((one) => (one.measure === "energy" ? { ...one, status: "published" } : one));
  expect(breachesOf(open)).toEqual([]);
  const names = ["output 2026Q1 province=36", "output 2026Q1 province=51"];
  expect(breachesOf([...open, figure("intensity", "36", "published", 3)])).toEqual(names);
});

it("[RL7] a measure is read as a quotient of sums, with what stands before and behind it", () => {
  const read = (text: string) => toEquation(definition, readMeasure(text));
  expect(read("100 - grams * a / (a + 2 * b)")).toMatchObject({ plus: 100, times: -1 });
  expect(read("a / b / 2 + 1")).toMatchObject({ plus: 1, times: 0.5 });
  expect(read("at(a, size, large) / total(b)")?.over.sums).toEqual([
    { component: "a", narrowed: [["size", "large"]], isTotal: false, times: 1 },
  ]);
  expect(read("a + b")).toMatchObject({ under: { sums: [], number: 1 } });
  for (const text of ["hhi(a, province)", "a * b", "a / b + b / a"]) expect(read(text)).toBe(null);
});
