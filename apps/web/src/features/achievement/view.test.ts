import { expect, it } from "vitest";
import { compareCosts, stagesOf, toFunnel } from "./view.ts";

const cost = (value: string, unit = "CNY/t") => ({ value, low: null, high: null, unit, basis: null });

it("[AC2] compares costs in units that differ by ten thousand", () => {
  expect(compareCosts(cost("6.2", "10k CNY/t"), cost("71000"))).toMatchObject({ rival: 1, less: 13 });
  expect(compareCosts(cost("80000"), cost("40000"))).toMatchObject({ own: 1, rival: 0.5, less: -100 });
  expect(compareCosts(null, cost("1"))).toBeNull();
  expect(compareCosts(cost("1"), cost("0"))).toBeNull();
});

it("[AC6] a funnel counts whoever came as far, and later states count as transferred", () => {
  const counts = toFunnel(["disclosed", "offered", "closed", "draft", "shelved"]);
  expect(counts.map(({ count }) => count)).toEqual([3, 2, 2, 1, 1]);
});

it("[AC6] talks that failed are no station any more, and the offer has the day that its owner stated", () => {
  const at = new Date("2026-11-30T02:00:00Z");
  const life = ["offered", "negotiating", "offered"].map((to) => ({ to, at }));
  const [offered, talks] = stagesOf({ state: "offered", offeredOn: "2026-09-01" }, life);
  expect(offered).toEqual({ state: "offered", on: "2026-09-01", isNow: true });
  expect(talks).toEqual({ state: "negotiating", on: null, isNow: false });
});
