import { describe, expect, it } from "vitest";
import { checkPaperClaim, rateDefinitions } from "./rate.ts";

describe("the three rates", () => {
  it("[TR95] have a series each, and no two share one", () => {
    expect(new Set(rateDefinitions.map(({ series }) => series)).size).toBe(rateDefinitions.length);
    expect(new Set(rateDefinitions.map(({ id }) => id)).size).toBe(rateDefinitions.length);
  });

  it("[TR92] 82 kt of batteries do not hold 20 kt of lithium, by a factor of ten", () => {
    const check = checkPaperClaim();
    expect(check.isPossible).toBe(false);
    expect(check.needed).toBeCloseTo(0.2439, 4);
    expect(check.mostKt).toBeCloseTo(1.823, 3);
    expect(checkPaperClaim({ batteriesKt: 82, lithiumKt: 1 }).isPossible).toBe(true);
  });
});
