import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gainOf,
  judgeGate,
  type Lot,
  listSteps,
  listTakers,
  provinceDistance,
  routeCost,
  routeLots,
  type Taker,
  unfitOf,
} from "./index.ts";

const provinces = ["11", "31", "42", "44", "65"] as const;
const lotOf = (id: string): fc.Arbitrary<Lot> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom("battery" as const, "battery" as const, "electrolyte" as const),
    province: fc.constantFrom(...provinces),
    chemistry: fc.constantFrom("lfp", "ternary"),
    tonnes: fc.integer({ min: 1, max: 4 }),
    isGated: fc.boolean(),
    step: fc.integer({ min: 0, max: 3 }),
    hasReason: fc.boolean(),
    isDamaged: fc.boolean(),
  });
const takerOf = (id: string): fc.Arbitrary<Taker> =>
  fc.record({
    id: fc.constant(id),
    qualification: fc.constantFrom("recycling" as const, "cascade" as const),
    province: fc.constantFrom(...provinces),
    chemistries: fc.constantFrom(["lfp"], ["lfp", "ternary"]),
    streams: fc.constantFrom([], ["electrolyte"]),
    steps: fc.constantFrom([], [1], [2, 3]),
    hazardousTransport: fc.boolean(),
    free: fc.integer({ min: 0, max: 5 }),
    isOrdered: fc.boolean(),
  });
const lots = fc.tuple(lotOf("a"), lotOf("b"));
const takers = fc.tuple(takerOf("x"), takerOf("y"), takerOf("z"));

/** Every way of sending the tonnes of two lots to three takers or nowhere, tried one after the other. */
function cheapest(given: readonly Lot[], to: readonly Taker[]): number {
  const units = given.flatMap((lot) => Array.from({ length: lot.tonnes }, () => lot));
  const best = new Map<string, number>([[to.map(({ free }) => free).join(), 0]]);
  let states = best;
  for (const lot of units) {
    const next = new Map<string, number>();
    for (const [state, cost] of states) {
      const free = state.split(",").map(Number);
      const put = (key: string, value: number) => {
        if (value < (next.get(key) ?? Infinity)) next.set(key, value);
      };
      put(state, cost + 100_000);
      for (const [at, taker] of to.entries()) {
        if ((free[at] ?? 0) <= 0 || unfitOf(lot, taker).length > 0) continue;
        put(free.map((one, place) => (place === at ? one - 1 : one)).join(), cost + routeCost(lot, taker));
      }
    }
    states = next;
  }
  return Math.min(...states.values());
}

describe("the gate", () => {
  const test = { energyShare: 0.79, u: 0.02, testedOn: "2026-05-01", isAccredited: true };
  it("[TR80] opens strictly below 80 %, for 180 days, by an accredited laboratory", () => {
    expect(judgeGate(test, "2026-06-01")).toMatchObject({ verdict: "recode", why: "belowGate" });
    expect(judgeGate({ ...test, energyShare: 0.8 }, "2026-06-01").verdict).toBe("return_to_use");
    expect(judgeGate(test, "2026-10-28").verdict).toBe("recode");
    expect(judgeGate(test, "2026-10-29")).toMatchObject({ verdict: "test_again", why: "tooOld" });
    expect(judgeGate({ ...test, isAccredited: false }, "2026-06-01").why).toBe("notAccredited");
    expect(judgeGate(null, "2026-06-01").why).toBe("noTest");
  });

  it("[TR80] the chance beside the figure is that of a normal law with half of U", () => {
    expect(judgeGate(test, "2026-06-01").probability).toBeCloseTo(0.8413, 4);
    expect(judgeGate({ ...test, u: null }, "2026-06-01").probability).toBeNull();
  });
});

describe("the router", () => {
  it("[TR83] finds what trying every way finds, and says that it is proven", () => {
    fc.assert(
      fc.property(lots, takers, (given, to) => {
        const plan = routeLots(given, to);
        const cost =
          plan.leftTonnes * 100_000 +
          plan.legs.reduce((sum, leg) => {
            const lot = given.find(({ id }) => id === leg.lot) as Lot;
            return sum + leg.tonnes * routeCost(lot, to.find(({ id }) => id === leg.taker) as Taker);
          }, 0);
        expect(plan.proven).toBe(true);
        expect(cost).toBe(cheapest(given, to));
      }),
      { numRuns: 60 },
    );
  });

  it("[TR81] nobody is sent what it may not take, and nobody more than it can", () => {
    fc.assert(
      fc.property(lots, takers, (given, to) => {
        const { legs, left } = routeLots(given, to);
        for (const lot of given) {
          const sent = legs.filter((leg) => leg.lot === lot.id).reduce((sum, leg) => sum + leg.tonnes, 0);
          const stays = left.find((one) => one.lot === lot.id)?.tonnes ?? 0;
          expect(sent + stays).toBe(lot.tonnes);
        }
        for (const taker of to) {
          const taken = legs.filter((leg) => leg.taker === taker.id);
          expect(taken.reduce((sum, leg) => sum + leg.tonnes, 0)).toBeLessThanOrEqual(taker.free);
          for (const leg of taken)
            expect(unfitOf(given.find(({ id }) => id === leg.lot) as Lot, taker)).toEqual([]);
        }
      }),
    );
  });

  it("[TR84] one more licence never takes less, and takes no more than was left", () => {
    fc.assert(
      fc.property(lots, takers, takerOf("new"), (given, to, more) => {
        const before = routeLots(given, to);
        const { tonnes } = gainOf(given, to, more, before);
        expect(tonnes).toBeGreaterThanOrEqual(0);
        expect(tonnes).toBeLessThanOrEqual(Math.min(before.leftTonnes, more.free));
      }),
    );
  });

  it("[TR82] a gated iron phosphate pack goes into cascade use further away; a ternary one is recycled nearby", () => {
    const lot: Lot = {
      id: "a",
      kind: "battery",
      province: "42",
      chemistry: "lfp",
      tonnes: 10,
      isGated: true,
      step: 0,
      hasReason: true,
      isDamaged: false,
    };
    const base = {
      chemistries: ["lfp", "ternary"],
      streams: [],
      steps: [],
      hazardousTransport: true,
      free: 100,
    };
    const to: readonly Taker[] = [
      { ...base, id: "near", qualification: "recycling", province: "42" },
      { ...base, id: "far", qualification: "cascade", province: "35" },
    ];
    expect(routeLots([lot], to).legs[0]?.taker).toBe("far");
    expect(routeLots([{ ...lot, chemistry: "ternary" }], to).legs[0]?.taker).toBe("near");
    expect(listTakers({ ...lot, isGated: false }, to).map(({ unfit }) => unfit)).toEqual([[], ["gate"]]);
    expect(provinceDistance("42", "42")).toBe(0);
    expect(provinceDistance("42", "99")).toBeNull();
  });

  it("[TR85] each step of second use has its taker, or says why it is skipped", () => {
    const lot: Lot = {
      ...{ id: "a", kind: "battery", province: "42", chemistry: "lfp", tonnes: 10, step: 0 },
      ...{ isGated: true, hasReason: false, isDamaged: false },
    };
    const base = { chemistries: ["lfp"], streams: [], hazardousTransport: true, free: 100 };
    const site = (id: string, province: string, steps: readonly number[], free = 100): Taker => ({
      ...{ ...base, id, province, steps, free },
      qualification: "cascade",
    });
    const to = [site("grid", "35", [2]), site("full", "42", [1], 0)];
    const told = listSteps(lot, to).map(({ step, taker, why }) => [step, taker?.id ?? null, why]);
    expect(told).toEqual([
      [1, null, ["free"]],
      [2, "grid", []],
      [3, null, ["nobody"]],
    ]);
    expect(routeLots([lot], to).legs).toMatchObject([{ taker: "grid", step: 2 }]);
    // A step earlier is worth 500 km, and no lot goes back.
    const near = [site("home", "42", [3]), site("grid", "34", [2])];
    expect(listTakers(lot, near)[0]?.taker.id).toBe("grid");
    expect(unfitOf({ ...lot, step: 2 }, site("grid", "42", [2]))).toEqual(["step"]);
    expect(listSteps({ ...lot, isGated: false }, to)).toEqual([]);
  });
});
