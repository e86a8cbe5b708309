import fc from "fast-check";
import { expect, it } from "vitest";
import { allCode, demandComponents, foretell, type RolledCell } from "./index.ts";

const cell = (given: Partial<RolledCell>): RolledCell => ({
  ...{ component: "wanted", year: 2026, skill: allCode, province: "36" },
  ...{ low: 10, high: 10, withheld: false },
  ...given,
});

it("[SK10] foretells a province from its released sums, with the error of the last whole year beside the year before", () => {
  const now = [
    cell({ year: 2027 }),
    cell({ component: "employed", low: 100, high: 100 }),
    cell({ year: 2025, low: 20, high: 20 }),
  ];
  const held = [
    cell({ component: "employed", year: 2025, low: 100, high: 100 }),
    cell({ year: 2025, low: 5, high: 5 }),
    cell({ year: 2024, low: 10, high: 10 }),
  ];
  const { next, stated, error, naiveError } = foretell(now, held, 2026, { province: "36" });
  expect(stated).toEqual({ low: 10, high: 10 });
  expect(next).toEqual({ low: 18, high: 37 });
  expect(error).toBeCloseTo(Math.abs((13 + 32) / 2 - 20) / 20);
  expect(naiveError).toBe(0.5);
  expect(foretell(now, held, 2026, { province: "43" })).toEqual({
    next: null,
    stated: null,
    error: null,
    naiveError: null,
  });
});

it("[SK10] a withheld sum enters by its bounds, and without an upper one nothing is judged", () => {
  const employed = cell({ component: "employed", low: 0, high: null, withheld: true });
  expect(foretell([employed], [], 2026, { province: "36" }).next).toEqual({ low: 0, high: null });
  const came = cell({ year: 2025, low: 0, high: null, withheld: true });
  expect(foretell([employed, came], [], 2026, { province: "36" }).error).toBeNull();
});

it("[SK10] what other provinces and skills say makes no difference", () => {
  const others = fc.array(
    fc.record({
      component: fc.constantFrom(...demandComponents),
      year: fc.integer({ min: 2024, max: 2027 }),
      skill: fc.constantFrom("electrochemistry", allCode),
      province: fc.constantFrom("43", "51"),
      low: fc.integer({ min: 0, max: 50 }),
      high: fc.constant(null),
      withheld: fc.boolean(),
    }),
  );
  const own = [cell({ year: 2027 }), cell({ component: "employed", low: 40, high: 60 })];
  fc.assert(
    fc.property(others, (more) => {
      expect(foretell([...more, ...own], more, 2026, { province: "36" })).toEqual(
        foretell(own, [], 2026, { province: "36" }),
      );
    }),
  );
});
