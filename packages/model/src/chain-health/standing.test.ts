import { describe, expect, it } from "vitest";
import type { JudgedFactor } from "./judge.ts";
import { canNominate, judgeStanding, weakFactorsOf } from "./standing.ts";

const factor = (low: number, isKnown = true) =>
  ({ factor: "tech_gap", weight: 1, low, fact: isKnown ? {} : null }) as unknown as JudgedFactor;
const node = (low: number, mid: number, high: number, factors = [factor(0.7)]) => ({
  rank: { low, mid, high },
  factors,
});

describe("how a node stands", () => {
  it("[WL15] is weak or sound where all its ranks are in one half, and else likely weak by a figure or unsure", () => {
    expect(judgeStanding(node(1, 5, 21), 42)).toBe("weak");
    expect(judgeStanding(node(22, 30, 42), 42)).toBe("sound");
    expect(judgeStanding(node(2, 12, 40), 42)).toBe("likely");
    expect(judgeStanding(node(2, 30, 40), 42)).toBe("unsure");
    expect(judgeStanding(node(2, 12, 40, [factor(0.4), factor(0.9, false)]), 42)).toBe("unsure");
    expect(judgeStanding({ rank: null, factors: [factor(0.9)] }, 42)).toBe("unsure");
    // A narrow rank by less than half of the weight is nothing sure.
    const few = [factor(0.7), factor(0.5, false), factor(0.5, false)];
    expect(judgeStanding(node(22, 30, 42, few), 42)).toBe("unsure");
    expect(judgeStanding(node(1, 5, 21, few), 42)).toBe("likely");
    // Of a single node neither half is told.
    expect(judgeStanding(node(1, 1, 1), 1)).toBe("unsure");
  });

  it("[WL15] a sound node is no weak link", () => {
    expect(canNominate(node(22, 30, 42), 42)).toBe(false);
    expect(canNominate(node(2, 30, 40), 42)).toBe(true);
    expect(canNominate(node(2, 30, 40, [factor(0.2)]), 42)).toBe(true);
  });

  it("[WL15] names what weighs most first", () => {
    const [light, heavy] = [factor(0.6), factor(0.9)];
    expect(weakFactorsOf([light, factor(0.5), heavy])).toEqual([heavy, light]);
  });
});
