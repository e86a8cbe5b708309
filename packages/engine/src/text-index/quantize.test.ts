import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelOf, roundMean, saturate, saturationSteps, valueOfLevel } from "./quantize.ts";

const length = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("what is stored of counts and lengths", () => {
  it("[TI3] exact to 16, then at most an eighth too low, in order, stable, in a byte", () => {
    fc.assert(
      fc.property(length, length, (a, b) => {
        const stored = valueOfLevel(levelOf(a));
        expect(stored).toBeLessThanOrEqual(a);
        expect(stored).toBeGreaterThan(a <= 16 ? a - 1 : a * (7 / 8));
        expect(levelOf(stored)).toBe(levelOf(a));
        expect(levelOf(a)).toBeLessThan(256);
        expect(levelOf(Math.min(a, b))).toBeLessThanOrEqual(levelOf(Math.max(a, b)));
      }),
    );
    expect(valueOfLevel(levelOf(1000))).toBe(960);
  });

  it("[TI3] a mean moves by a 64th of an octave at least, or not at all", () => {
    expect(roundMean(0)).toBe(1);
    expect(roundMean(99.5)).toBe(roundMean(100.2));
    expect(roundMean(102) / roundMean(100)).toBeCloseTo(2 ** (2 / 64), 9);
  });

  it("[TI2] saturation rises with the frequency and stays within its steps", () => {
    expect(saturate(0, 1.2)).toBe(0);
    expect(saturate(1.2, 1.2)).toBe(saturationSteps / 2);
    expect(saturate(1e9, 1.2)).toBe(saturationSteps);
  });
});
