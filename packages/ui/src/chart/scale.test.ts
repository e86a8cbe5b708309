import { describe, expect, it } from "vitest";
import { extentOf, toPercent, toTicks } from "./scale.ts";

describe("scale", () => {
  it("covers the extent with round steps", () => {
    expect(toTicks({ low: 0, high: 43 })).toEqual([0, 20, 40, 60]);
    expect(toTicks({ low: 0.1, high: 0.32 })).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  it("gives a flat or empty run some room", () => {
    expect(extentOf([])).toEqual({ low: 0, high: 1 });
    expect(extentOf([5, 5])).toEqual({ low: 0, high: 5 });
    expect(toPercent(5, { low: 5, high: 5 })).toBe(50);
  });
});
