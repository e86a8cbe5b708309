import { describe, expect, it } from "vitest";
import { allCode, capByTotals, fieldOfSkill, type RolledCell } from "./index.ts";

const skill = "residual-value-testing";
const cell = (given: Partial<RolledCell>): RolledCell => ({
  component: "wanted",
  year: 2026,
  skill,
  province: "42",
  low: 0,
  high: null,
  withheld: true,
  ...given,
});
const published = { low: 114, high: 114, withheld: false };

describe("bounds of withheld sums", () => {
  it("[SK11] no part is above the total of its province, its skill or its field", () => {
    const part = cell({ high: 120 });
    const highOf = (...totals: RolledCell[]) => capByTotals([part, ...totals])[0]?.high;
    expect(highOf()).toBe(120);
    expect(highOf(cell({ skill: allCode, ...published }))).toBe(114);
    expect(highOf(cell({ province: allCode, high: 90 }))).toBe(90);
    expect(highOf(cell({ skill: fieldOfSkill(skill), high: 80 }))).toBe(80);
    expect(highOf(cell({ skill: allCode, ...published, year: 2025 }))).toBe(120);
    expect(highOf(cell({ skill: allCode, province: "43", ...published }))).toBe(120);
  });

  it("[SK11] what nothing bounds stays open, what is published stays as it is, and no bound falls below the lower one", () => {
    expect(capByTotals([cell({})])).toEqual([cell({})]);
    const told = cell({ low: 200, high: 200, withheld: false });
    expect(capByTotals([told, cell({ skill: allCode, ...published })])[0]).toEqual(told);
    expect(capByTotals([cell({ low: 115 }), cell({ skill: allCode, ...published })])[0]?.high).toBe(115);
  });
});
