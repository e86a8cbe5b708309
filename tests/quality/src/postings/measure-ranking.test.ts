import { describe, expect, it } from "vitest";
import { ndcg } from "./measure-ranking.ts";

describe("ndcg of graded postings", () => {
  it("gains 2^grade - 1, discounted by log2 of the place after next", () => {
    expect(ndcg([3, 2, 1, 0], 10)).toBe(1);
    expect(ndcg([2, 3], 10)).toBeCloseTo((3 + 7 / Math.log2(3)) / (7 + 3 / Math.log2(3)), 12);
    expect(ndcg([0, 0, 3], 2)).toBe(0);
    expect(ndcg([0, 0], 10)).toBe(0);
  });
});
