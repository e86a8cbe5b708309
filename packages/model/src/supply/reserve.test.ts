import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coverBand,
  mostToTake,
  priceSwing,
  type ReserveEntry,
  reserveMoves,
  rotateBy,
  stateOfReserve,
  tensionOf,
  tensionParts,
} from "./index.ts";

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, "0")}`);
const asked = fc.record({
  kind: fc.constantFrom(...reserveMoves),
  tonnes: fc.integer({ min: 1, max: 50 }),
  on: day,
});

describe("a stock of the reserve", () => {
  it("[RS1] goods leave oldest first, and the age is that of the oldest left", () => {
    const entries: readonly ReserveEntry[] = [
      { kind: "in", tonnes: 10, on: "2026-01-01" },
      { kind: "in", tonnes: 5, on: "2026-02-01" },
      { kind: "out", tonnes: 8, on: "2026-03-01" },
    ];
    expect(stateOfReserve(entries)).toEqual({ tonnes: 7, since: "2026-01-01" });
    expect(stateOfReserve([...entries, { kind: "rotate", tonnes: 2, on: "2026-04-01" }])).toEqual({
      tonnes: 7,
      since: "2026-02-01",
    });
    expect(rotateBy(stateOfReserve(entries), 365)).toBe("2027-01-01");
    expect(rotateBy({ tonnes: 0, since: null }, 365)).toBeNull();
  });

  it("[RS1] whatever is taken within the limit, no day is below nothing, and one tonne more is", () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), asked, (tried, last) => {
        const kept: ReserveEntry[] = [];
        for (const entry of tried)
          if (entry.tonnes <= mostToTake(kept, entry.kind, entry.on)) kept.push(entry);
        const leastOf = (entries: readonly ReserveEntry[]) =>
          Math.min(
            0,
            ...entries.map(({ on }) =>
              entries
                .filter((one) => one.on <= on)
                .reduce(
                  (sum, one) =>
                    sum + (one.kind === "in" ? one.tonnes : one.kind === "rotate" ? 0 : -one.tonnes),
                  0,
                ),
            ),
          );
        expect(leastOf(kept)).toBe(0);
        const most = mostToTake(kept, last.kind, last.on);
        if (last.kind === "out" || last.kind === "loss") {
          expect(leastOf([...kept, { ...last, tonnes: most }])).toBe(0);
          expect(leastOf([...kept, { ...last, tonnes: most + 1 }])).toBeLessThan(0);
        }
      }),
    );
  });

  it("[RS2] a band holds the days and says no more than its bounds", () => {
    expect(coverBand(2500, 100)).toEqual({ low: 15, high: 30 });
    expect(coverBand(9000, 100)).toEqual({ low: 90, high: null });
    expect(coverBand(10, 0)).toBeNull();
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (lce) => {
        const band = coverBand(lce, 100);
        const days = lce / 100;
        expect(band && days >= band.low && (band.high === null || days < band.high)).toBe(true);
      }),
    );
  });
});

describe("the gauge of supply tension", () => {
  const known = { low: 0.6, high: 0.6, asOf: "2026-01-31", source: "trade" };

  it("[TG1] what nobody knows is anything, so knowing a part never widens the band", () => {
    expect(tensionOf({})).toMatchObject({ low: 0, high: 1 });
    expect(tensionOf({ concentration: known })).toMatchObject({ low: 0.25, high: 1 });
    const fact = fc.record({ low: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ low }) => ({
      ...known,
      low,
      high: low,
    }));
    fc.assert(
      fc.property(fc.constantFrom(...tensionParts), fact, fact, (part, one, other) => {
        const before = tensionOf({ concentration: other });
        const after = tensionOf({
          concentration: other,
          ...(part === "concentration" ? {} : { [part]: one }),
        });
        expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-12);
        expect(after.high).toBeLessThanOrEqual(before.high + 1e-12);
      }),
    );
  });

  it("[TG1] more cover eases, more concentration tightens", () => {
    const of = (part: "cover" | "concentration", value: number) =>
      tensionOf({ [part]: { ...known, low: value, high: value } }).low;
    expect(of("cover", 80)).toBeLessThan(of("cover", 10));
    expect(of("concentration", 0.5)).toBeGreaterThan(of("concentration", 0.2));
  });

  it("[TG1] the swing is the deviation of monthly log changes", () => {
    expect(priceSwing([100, 100, 100, 100])).toBe(0);
    expect(priceSwing([100, 110])).toBeNull();
    expect(priceSwing([100, 110, 99])).toBeCloseTo(Math.abs(Math.log(1.1) - Math.log(0.9)) / Math.SQRT2, 12);
  });
});
