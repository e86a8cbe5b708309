import { expect, it } from "vitest";
import { letterOf, toMissing } from "./view.ts";

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
  expect([letterOf(0), letterOf(19)]).toEqual(["A", "T"]);
});
