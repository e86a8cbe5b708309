import { expect, it } from "vitest";
import { filterGoals, toGoalFilter, toGoalHref } from "./goal-filter.ts";

const none = { status: null, link: null, horizon: null, coverage: null, origin: null };

it("takes from an address what a filter may ask for, and nothing that is none", () => {
  const asked = { link: "recycling", status: "limited", horizon: "2035", coverage: "low", origin: "seed" };
  expect(toGoalFilter(asked)).toEqual({ ...asked, horizon: 2035 });
  expect(toGoalFilter({ link: "moon", status: ["limited"], horizon: "2030" })).toEqual(none);
});

it("leaves the goals that answer to every filter", () => {
  const goal = (horizon: 2025 | 2035, coverage: number | null) => ({
    goal: { id: "G25-12", link: "materials", horizon } as const,
    target: { origin: "seed" } as const,
    standing: { status: "missed", release: coverage === null ? null : { coverage } } as const,
  });
  const goals = [goal(2025, 60), goal(2025, 59), goal(2035, null)];
  const left = (query: Record<string, string>) => filterGoals(goals, toGoalFilter(query), 60);
  expect(left({})).toEqual(goals);
  expect(left({ coverage: "full" })).toEqual([goals[0]]);
  expect(left({ coverage: "low", status: "missed" })).toEqual([goals[1]]);
  expect(left({ horizon: "2035", origin: "seed" })).toEqual([goals[2]]);
  expect(left({ origin: "proposal" })).toEqual([]);
});

it("writes an address that asks for the same", () => {
  const filter = { ...none, status: "missed", horizon: 2025 } as const;
  const { query } = toGoalHref(filter);
  expect(toGoalFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
});
