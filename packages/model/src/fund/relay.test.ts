import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockOf,
  cosineOf,
  faultsOfCredit,
  faultsOfMaturity,
  laneOf,
  type MaturityStep,
  maturityLadder,
  medianClock,
  monthsFrom,
  type RelayMark,
  reachOf,
  relayLanes,
  tellableSteps,
} from "./life/index.ts";

const state = fc.constantFrom<RelayMark["state"]>("claimed", "working", "in_product", "returned");
const clock = fc.record({ months: fc.integer({ min: 0, max: 24 }), isOpen: fc.boolean() });

describe("the relay of results", () => {
  it("[RY2] only what stands there is told of a claim", () => {
    expect(tellableSteps("asked")).toEqual([]);
    expect(tellableSteps("claimed")).toEqual(["begin", "return"]);
    expect(tellableSteps("working")).toEqual(["use", "return"]);
    expect(tellableSteps("in_product")).toEqual([]);
  });

  it("[RY4] a result stands as far as any of its claims, whatever their order", () => {
    expect(laneOf([])).toBe("waits");
    expect(laneOf([{ state: "returned" }, { state: "claimed" }])).toBe("claimed");
    expect(laneOf([{ state: "returned" }])).toBe("returned");
    fc.assert(
      fc.property(fc.array(state), (states) => {
        const rank = ["waits", "returned", "claimed", "working", "in_product"] as const;
        const best = Math.max(0, ...states.map((one) => rank.indexOf(one)));
        expect(laneOf(states.map((one) => ({ state: one })))).toBe(rank[best]);
        expect(laneOf(states.toReversed().map((one) => ({ state: one })))).toBe(rank[best]);
      }),
    );
  });

  it("[RY4] the clock runs from the result to the first claim, and for what waits to today", () => {
    const mark = (claimedIn: string): RelayMark => ({ state: "working", claimedIn, since: "2026-09" });
    expect(clockOf({ madeOn: "2025-11-30", marks: [] }, "2026-01-01")).toEqual({ months: 2, isOpen: true });
    expect(
      clockOf({ madeOn: "2025-11-30", marks: [mark("2026-08"), mark("2026-02")] }, "2027-01-01"),
    ).toEqual({
      months: 3,
      isOpen: false,
    });
    expect(monthsFrom("2026-01-31", "2026-03")).toBe(2);
  });

  it("[RY4] half are taken on by the median; without open ones it is the plain median, and it never falls by waiting ones", () => {
    expect(medianClock([])).toBeNull();
    expect(medianClock([{ months: 3, isOpen: true }])).toBeNull();
    expect(medianClock([1, 4, 9].map((months) => ({ months, isOpen: false })))).toBe(4);
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 12 }), fc.integer({ min: 0, max: 24 }), (clocks, later) => {
        const closed = clocks.filter(({ isOpen }) => !isOpen);
        const sorted = closed.map(({ months }) => months).toSorted((a, b) => a - b);
        expect(medianClock(closed)).toBe(sorted[Math.ceil(sorted.length / 2) - 1] ?? null);
        const [all, more] = [medianClock(clocks), medianClock([...clocks, { months: later, isOpen: true }])];
        expect(more === null || (all !== null && more >= all)).toBe(true);
      }),
    );
  });

  it("[RY4] the median is that of the product of shares that still wait", () => {
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 12 }), (clocks) => {
        // Month by month: who still waits, times the share that is not taken on in it.
        let left = 1;
        let found: number | null = null;
        for (let month = 0; month <= 24 && found === null; month++) {
          const here = clocks.filter(({ months }) => months >= month);
          const taken = here.filter(({ months, isOpen }) => months === month && !isOpen);
          if (taken.length > 0) left = (left * (here.length - taken.length)) / here.length;
          if (taken.length > 0 && left <= 0.5 + 1e-9) found = month;
        }
        expect(medianClock(clocks)).toBe(found);
      }),
    );
  });

  it("[RY5] money stands under the farthest result of its project", () => {
    expect(reachOf([])).toBe("none");
    expect(reachOf(["waits", "returned"])).toBe("returned");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...relayLanes), { minLength: 1 }),
        fc.constantFrom(...relayLanes),
        (lanes, more) => {
          const order = ["none", "waits", "returned", "claimed", "working", "in_product"];
          const [before, after] = [reachOf(lanes), reachOf([...lanes, more])];
          expect(order.indexOf(after)).toBe(Math.max(order.indexOf(before), order.indexOf(more)));
        },
      ),
    );
  });
});

describe("maturity and credit", () => {
  const step = (given: Partial<MaturityStep>): MaturityStep => ({
    rung: "pilot",
    trl: 5,
    reachedOn: "2026-05-01",
    reason: "",
    ...given,
  });

  it("[FU24] three levels at once, a rung that is skipped and a way down ask for a reason", () => {
    expect(faultsOfMaturity(null, step({ trl: 9, rung: "bulk_supply" }))).toEqual([]);
    expect(faultsOfMaturity(step({}), step({ trl: 7 }))).toEqual([]);
    const why = [{ field: "reason", rule: "stepNeedsReason" }];
    for (const odd of [{ trl: 8 }, { trl: 4 }, { rung: "bulk_supply" as const }, { rung: "lab" as const }]) {
      expect(faultsOfMaturity(step({}), step(odd))).toEqual(why);
      expect(faultsOfMaturity(step({}), step({ ...odd, reason: "A line was bought." }))).toEqual([]);
    }
    expect(faultsOfMaturity(step({}), step({ reachedOn: "2026-04-30" }))).toMatchObject([
      { field: "reachedOn" },
    ]);
  });

  it("[FU24] whoever climbs one rung and at most two levels is asked nothing", () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 9 }),
        (a, s, b, t) => {
          const [one, next] = [maturityLadder[a], maturityLadder[b]];
          if (!one || !next) return;
          const isPlain = [0, 1].includes(b - a) && [0, 1, 2].includes(t - s);
          expect(faultsOfMaturity(step({ rung: one, trl: s }), step({ rung: next, trl: t }))).toHaveLength(
            isPlain ? 0 : 1,
          );
        },
      ),
    );
  });

  it("[FU25] shares of the credit are whole, and nobody stands there twice", () => {
    const by = (name: string, share: number) => ({ name, roles: ["software" as const], share });
    expect(faultsOfCredit([])).toEqual([]);
    expect(faultsOfCredit([by("Li", 60), by("Wang", 40)])).toEqual([]);
    expect(faultsOfCredit([by("Li", 60), by("Wang", 30)])).toMatchObject([
      { rule: "sharesNotWhole", params: { sum: 90 } },
    ]);
    expect(faultsOfCredit([by("Li", 60), by(" li ", 40)])).toMatchObject([{ rule: "duplicate" }]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (shares) => {
        const isWhole = shares.reduce((sum, one) => sum + one, 0) === 100;
        expect(faultsOfCredit(shares.map((share, at) => by(`N${at}`, share)))).toHaveLength(isWhole ? 0 : 1);
      }),
    );
  });

  it("[FU26] likeness is the cosine of what two texts name: 1 of the same, 0 of nothing in common, and the same both ways", () => {
    expect(cosineOf(["a", "b"], ["a"])).toBeCloseTo(Math.SQRT1_2);
    expect(cosineOf([], [])).toBe(0);
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const likeness = cosineOf(one, other);
        expect(cosineOf(other, one)).toBeCloseTo(likeness);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
        if (one.length > 0) expect(cosineOf(one, [...one, ...one])).toBeCloseTo(1);
        expect(likeness === 0).toBe(!one.some((word) => other.includes(word)));
      }),
    );
  });
});
