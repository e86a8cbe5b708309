import fc from "fast-check";
import { expect, it } from "vitest";
import { planByYear } from "./life/index.ts";

/** Month by month, as a person would count it. */
function naivePlan(startsOn: string, months: number): ReadonlyMap<number, number> {
  const [year = 0, month = 1] = startsOn.split("-").map(Number);
  const counts = new Map<number, number>();
  for (let at = 0; at < months; at++) {
    const own = year + Math.floor((month - 1 + at) / 12);
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return counts;
}

it("[FU20] an amount is spread over the months of each year, and its parts are the whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 2000, max: 2050 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 240 }),
      (amount, year, month, months) => {
        const startsOn = `${year}-${String(month).padStart(2, "0")}-01`;
        const plan = planByYear(amount, startsOn, months);
        const counts = naivePlan(startsOn, months);
        expect([...plan.keys()]).toEqual([...counts.keys()]);
        expect([...plan.values()].reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [own, count] of [...counts].slice(0, -1))
          expect(plan.get(own)).toBe(Math.round((amount * count) / months));
      },
    ),
  );
});
