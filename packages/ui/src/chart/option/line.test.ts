import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineSpec, Point } from "../spec.ts";
import { planLines, ticksOf } from "./line.ts";

const known = (x: number, y: number): Point => ({ x, y, at: String(x), text: String(y) });
const withheld = (x: number, low: number, high: number): Point => ({
  x,
  y: null,
  at: String(x),
  text: "W",
  band: { low, high, why: "withheld" },
});
const specOf = (points: readonly Point[]): LineSpec => ({
  kind: "line",
  head: ["year"],
  series: [{ key: "a", label: "A", points }],
  marks: [],
  formatY: String,
});

describe("the axis of a course", () => {
  it("is not pressed flat by wide bounds of one that is withheld", () => {
    const points = [694, 657, 622, 589].map((y, at) => known(2021 + at, y));
    expect(ticksOf(specOf([...points, withheld(2025, 370, 2300)])).at(-1)).toBe(1000);
  });

  it("shows bounds whole where little else is known", () => {
    expect(ticksOf(specOf([known(2021, 694), withheld(2022, 370, 2300)])).at(-1)).toBeGreaterThanOrEqual(
      2300,
    );
  });

  it("holds everything that is known, and zero", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), value, fc.nat(5000), (ys, low, wide) => {
        const ticks = ticksOf(
          specOf([...ys.map((y, at) => known(at, y)), withheld(ys.length, low, low + wide)]),
        );
        for (const y of [0, ...ys]) {
          expect(y).toBeGreaterThanOrEqual(ticks[0] ?? 0);
          expect(y).toBeLessThanOrEqual(ticks.at(-1) ?? 0);
        }
      }),
    );
  });
});

describe("marks of a line", () => {
  const bareOf = (points: readonly Point[], width: number) => {
    const drawn = (planLines(specOf(points), width).option.series as { data: { symbol?: string }[] }[]).at(
      -1,
    );
    return drawn?.data.flatMap(({ symbol }, at) => (symbol === "none" ? [at] : [])) ?? [];
  };

  it("stand at every point of a short line", () => {
    expect(bareOf([known(0, 1), known(1, 2), known(2, 3)], 600)).toEqual([]);
  });

  it("go within a crowded line; its ends, what stands beside a gap and estimates keep theirs", () => {
    const points = Array.from({ length: 60 }, (_, at) => known(at, at));
    points[10] = withheld(10, 1, 2);
    points[30] = { ...known(30, 30), estimate: true };
    const kept = points.map((_, at) => at).filter((at) => !bareOf(points, 600).includes(at));
    expect(kept).toEqual([0, 9, 11, 30, 59]);
  });
});
