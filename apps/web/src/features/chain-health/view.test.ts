import { expect, it } from "vitest";
import { byShortfall, type EffortPoint, reasonsOf, toMissing } from "./view.ts";

it("[WL2] names the factors that most nodes have no figure of, the most frequent first", () => {
  const factor = (name: string, why: "missing" | null) => ({ factor: name, why });
  const nodes = [
    { factors: [factor("tech_gap", "missing"), factor("capacity_gap", "missing")] },
    { factors: [factor("tech_gap", null), factor("capacity_gap", "missing")] },
    { factors: [factor("laboratory", null)] },
  ] as unknown as Parameters<typeof toMissing>[0];
  expect(toMissing(nodes)).toEqual([
    { factor: "capacity_gap", count: 2 },
    { factor: "tech_gap", count: 1 },
  ]);
});

it("puts the node first at which most effort is missing", () => {
  const point = (gap: number, effort: number) => ({ gap, effort }) as EffortPoint;
  const [even, short, much] = [point(0.05, 0.05), point(0.06, 0), point(0.04, 0.2)];
  expect(byShortfall([even, much, short])).toEqual([short, even, much]);
});

it("[WL15] says of a sound node what is surely sound, and of others what is surely weak", () => {
  const factors = [
    { factor: "tech_gap", weight: 1, low: 0.6, high: 0.7, fact: {} },
    { factor: "capacity_gap", weight: 1, low: 0.1, high: 0.2, fact: {} },
    { factor: "laboratory", weight: 1, low: 0, high: 0.3, fact: null },
  ] as unknown as Parameters<typeof reasonsOf>[0]["factors"];
  const named = (standing: "likely" | "sound") =>
    reasonsOf({ standing, factors }).map(({ factor }) => factor);
  expect(named("likely")).toEqual(["tech_gap"]);
  expect(named("sound")).toEqual(["capacity_gap"]);
});
