import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithdrawable, partsOf, stepsFor } from "./view.ts";

describe("the bar of a budget", () => {
  it("[IC5] its three parts are the whole, whatever was spent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (budget, a, b) => {
          const bound = budget * a;
          const parts = partsOf({ budget, bound, paid: bound * b });
          expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 6);
          expect(parts.every(({ amount }) => amount >= 0)).toBe(true);
        },
      ),
    );
  });

  it("[IC5] shows what is bound as one part where what is paid is not told, and nothing where neither is", () => {
    const names = (bound: number | null, paid: number | null) =>
      partsOf({ budget: 100, bound, paid }).map(({ name, amount }) => `${name} ${amount}`);
    expect(names(30, 10)).toEqual(["paid 10", "reserved 20", "left 70"]);
    expect(names(30, null)).toEqual(["bound 30", "left 70"]);
    expect(names(null, null)).toEqual([]);
  });

  it("[IC3] offers a withdrawal until the claim is granted", () => {
    const states = ["submitted", "checked", "granted", "paid", "refused", "withdrawn"];
    expect(states.filter(isWithdrawable)).toEqual(["submitted", "checked"]);
  });

  it("[IC3] [IC4] offers no grant to whoever checked, and no check of what breaks the terms", () => {
    const claim = { state: "submitted", checkedByMe: false, broken: [] };
    expect(stepsFor(claim)).toEqual(["check", "refuse"]);
    expect(stepsFor({ ...claim, broken: ["size"] })).toEqual(["refuse"]);
    expect(stepsFor({ ...claim, state: "checked", checkedByMe: true })).toEqual(["refuse"]);
    expect(stepsFor({ ...claim, state: "checked" })).toEqual(["grant", "refuse"]);
    expect(stepsFor({ ...claim, state: "withdrawn" })).toEqual([]);
  });
});
