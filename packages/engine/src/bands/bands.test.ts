import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as bands from "./index.ts";
import { type Band, contains, missing, type Reason, reasons, toBand, toExact } from "./index.ts";

const Exact = Decimal.clone({ precision: 80 });

/** A band, and points that lie in it: its ends and one between. Open sides have a far point. */
type Drawn = { readonly band: Band; readonly points: readonly Decimal[] };

const anyFigure = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(String),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9 }))
    .map(([n, e]) => new Decimal(`${n}e-${e}`).toFixed()),
);
const anyBand = (least?: string): fc.Arbitrary<Drawn> =>
  fc
    .record({
      ends: fc.tuple(anyFigure, anyFigure),
      between: fc.double({ min: 0, max: 1, noNaN: true }),
      open: fc.constantFrom("none", "none", "none", "low", "high", "both"),
      why: fc.subarray<Reason>([...reasons]),
    })
    .map(({ ends, between, open, why }) => {
      const [low, high] = ends
        .map((end) => (least === undefined ? new Exact(end) : Exact.max(new Exact(end).abs(), least)))
        .sort((a, b) => a.cmp(b)) as [Decimal, Decimal];
      const [isLow, isHigh] = [open === "low" || open === "both", open === "high" || open === "both"];
      const far = least === undefined ? low.minus(1e12) : new Exact(least);
      return {
        band: toBand(isLow ? null : low, isHigh ? null : high, ...why),
        points: [
          low,
          high,
          low.plus(high.minus(low).times(between)),
          ...(isLow ? [far] : []),
          ...(isHigh ? [high.plus(1e12)] : []),
        ],
      };
    });

function pairs(a: Drawn, b: Drawn): readonly (readonly [Decimal, Decimal])[] {
  return a.points.flatMap((p) => b.points.map((q) => [p, q] as const));
}

describe("arithmetic of bands", () => {
  const binary = {
    add: [bands.add, (p: Decimal, q: Decimal) => p.plus(q)],
    subtract: [bands.subtract, (p: Decimal, q: Decimal) => p.minus(q)],
    multiply: [bands.multiply, (p: Decimal, q: Decimal) => p.times(q)],
    divide: [bands.divide, (p: Decimal, q: Decimal) => p.div(q)],
  } as const;

  it.each(Object.entries(binary))(
    "[EN22] %s: every point of the operands lands inside, every reason is kept",
    (name, [apply, point]) => {
      fc.assert(
        fc.property(anyBand(), anyBand(), (a, b) => {
          const result = apply(a.band, b.band);
          for (const [p, q] of pairs(a, b))
            if (name !== "divide" || !q.isZero()) expect(contains(result, point(p, q))).toBe(true);
          for (const why of [...a.band.why, ...b.band.why]) expect(result.why).toContain(why);
        }),
        { numRuns: 500 },
      );
    },
  );

  it("[EN22] sums and products reach their bounds: nothing is wider than it must be", () => {
    fc.assert(
      fc.property(anyBand(), anyBand(), (a, b) => {
        for (const [result, point] of [
          [bands.add(a.band, b.band), binary.add[1]],
          [bands.multiply(a.band, b.band), binary.multiply[1]],
        ] as const) {
          const reached = pairs(a, b).map(([p, q]) => point(p, q).toFixed());
          for (const end of [result.low, result.high])
            if (end !== null && !end.startsWith("-0")) expect([...reached, "0"]).toContain(end);
        }
      }),
    );
  });

  it("[EN22] min, max, sum, clamp and means hold every choice of points", () => {
    const many = fc.array(fc.tuple(anyBand("0"), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(many, fc.nat(), (parts, turn) => {
        const given = parts.map(([{ band }]) => band);
        const chosen = parts.map(([{ points }], at) => points[(turn + at) % points.length] ?? new Exact(0));
        expect(contains(bands.min(given), Exact.min(...chosen))).toBe(true);
        expect(contains(bands.max(given), Exact.max(...chosen))).toBe(true);
        expect(contains(bands.sum(given), Exact.sum(...chosen))).toBe(true);
        const capped = Exact.min(chosen[0] ?? 0, 1);
        expect(contains(bands.clamp(given[0] ?? missing, 0, 1), capped)).toBe(true);
        const total = parts.reduce((all, [, weight]) => all + weight, 0);
        if (total === 0) return;
        const weighted = parts.map(([{ band }, weight]) => ({ band, weight }));
        const mean = Exact.sum(...chosen.map((point, at) => point.times(parts[at]?.[1] ?? 0))).div(total);
        expect(contains(bands.weightedMean(weighted), mean)).toBe(true);
        const power = chosen.reduce(
          (all, point, at) => all.times(Exact.pow(point, new Exact(parts[at]?.[1] ?? 0).div(total))),
          new Exact(1),
        );
        expect(contains(bands.geometricMean(weighted), power)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("[EN23] a divisor that reaches zero opens one side, one with zero inside opens both and says so", () => {
    expect(bands.divide(toExact(6), toExact(3))).toEqual(toExact(2));
    expect(bands.divide(toExact(1), toBand(0, 4))).toEqual({ low: "0.25", high: null, why: [] });
    expect(bands.divide(toExact(1), toBand(-4, 0))).toEqual({ low: null, high: "-0.25", why: [] });
    expect(bands.divide(toExact(1), toBand(-1, 1, "aged"))).toEqual({
      low: null,
      high: null,
      why: ["aged", "uncertain"],
    });
    expect(bands.divide(toExact(1), toExact(0)).why).toEqual(["uncertain"]);
    const third = bands.divide(toExact(1), toExact(3));
    expect(bands.widthOf(third)).toBe("0.0000000000000000000000000000000001");
  });

  it("[EN24] geometric means: exact where they are, nothing below zero, zero beats missing", () => {
    const mean = (...given: readonly Band[]) =>
      bands.geometricMean(given.map((band) => ({ band, weight: 1 })));
    expect(contains(mean(toExact(4), toExact(9)), 6)).toBe(true);
    expect(Number(bands.widthOf(mean(toExact(4), toExact(9))))).toBeLessThan(1e-30);
    expect(mean(toExact(0), missing)).toEqual({ low: "0", high: "0", why: ["missing"] });
    expect(mean(toExact(4), missing)).toEqual({ low: "0", high: null, why: ["missing"] });
    expect(() => mean(toExact(-1))).toThrow("INVALID_INPUT");
    expect(() => bands.weightedMean([])).toThrow("INVALID_INPUT");
  });
});

describe("a band", () => {
  it("[EN20] missing is never zero: a sum with it is missing, a share of it lies from 0 to 1", () => {
    expect(bands.sum([toExact(5), missing])).toEqual(missing);
    expect(bands.clamp(missing, 0, 1)).toEqual({ low: "0", high: "1", why: ["missing"] });
    expect(bands.sum([])).toEqual(toExact(0));
    expect(bands.scale(missing, 0)).toEqual({ low: "0", high: "0", why: ["missing"] });
  });

  it("[EN21] reasons are joined, each once, the gravest first", () => {
    const joined = bands.add(toBand(1, 2, "uncertain", "aged"), toBand(3, null, "withheld", "aged"));
    expect(joined).toEqual({ low: "4", high: null, why: ["withheld", "aged", "uncertain"] });
    expect(bands.mainReason(joined)).toBe("withheld");
    expect(bands.mainReason(toExact(1))).toBeNull();
  });

  it("[EN20] decimals stay exact, and what is no band is refused", () => {
    expect(bands.add(toExact("0.1"), toExact("0.2"))).toEqual(toExact("0.3"));
    expect(() => toBand(2, 1)).toThrow("INVALID_INPUT");
    expect(() => toBand(Number.NaN, 1)).toThrow("INVALID_INPUT");
    expect(bands.isExact(toExact("1.50"))).toBe(true);
  });
});
