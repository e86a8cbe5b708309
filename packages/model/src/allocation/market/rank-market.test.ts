import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LilinkError } from "../../error/index.ts";
import { expectMatches, type Market } from "./market.ts";
import { rankMarket, shareOfLowerHalf } from "./rank-market.ts";

const probability = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const anyMarket = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain(([seekers, receivers]) => {
    const table = fc
      .array(probability, { minLength: seekers * receivers, maxLength: seekers * receivers })
      .map((values) => Float64Array.from(values));
    return fc.record({
      seekers: fc.constant(seekers),
      receivers: fc.constant(receivers),
      apply: table,
      accept: table,
    });
  });

const byProduct = ({ apply, accept }: Market) => apply.map((asks, pair) => asks * (accept[pair] ?? 0));

/** The definition, pair by pair. */
function expectSlowly({ seekers, receivers, apply, accept }: Market, score: Float64Array): number {
  const [pairs, at] = [[...score.keys()], (table: Float64Array, pair: number) => table[pair] ?? 0];
  const comesBefore = (table: Float64Array, a: number, b: number) =>
    at(table, a) > at(table, b) || (at(table, a) === at(table, b) && a < b);
  const asks = pairs.map((pair) => {
    const own = pairs.filter((other) => Math.floor(other / receivers) === Math.floor(pair / receivers));
    return at(apply, pair) / (1 + own.filter((other) => comesBefore(score, other, pair)).length);
  });
  expect(pairs).toHaveLength(seekers * receivers);
  return pairs.reduce((sum, pair) => {
    const rivals = pairs.filter((other) => other % receivers === pair % receivers);
    const better = rivals.filter((other) => comesBefore(accept, other, pair));
    const before = better.reduce((total, other) => total + (asks[other] ?? 0), 0);
    return sum + ((asks[pair] ?? 0) * at(accept, pair)) / (1 + before);
  }, 0);
}

/** The setting of Su, Bayoumi and Joachims: half of what makes a side wanted is the same for everybody. */
function crowdedMarket(seed: number, seekers: number, receivers: number): Market {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const wanted = Array.from({ length: receivers }, random);
  const fit = Array.from({ length: seekers }, random);
  const size = { length: seekers * receivers };
  return {
    seekers,
    receivers,
    apply: Float64Array.from(size, (_, pair) => 0.5 * (wanted[pair % receivers] ?? 0) + 0.5 * random()),
    accept: Float64Array.from(
      size,
      (_, pair) => 0.5 * (fit[Math.floor(pair / receivers)] ?? 0) + 0.5 * random(),
    ),
  };
}

describe("two-sided ranking", () => {
  it("[AL8] counts expected matches as the definition does", () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const score = byProduct(market);
        const { total, bySeeker, byReceiver } = expectMatches(market, score);
        expect(total).toBeCloseTo(expectSlowly(market, score), 9);
        for (const side of [bySeeker, byReceiver])
          expect(side.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total, 9);
      }),
    );
  });

  it("[AL9] never expects fewer matches than the product, and each ranking holds everybody once", () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const { ranking, expected } = rankMarket(market);
        const { seekers, receivers } = market;
        expect(expected.total).toBeGreaterThanOrEqual(expectMatches(market, byProduct(market)).total);
        const places = new Float64Array(ranking.length);
        ranking.forEach((receiver, at) => {
          places[Math.floor(at / receivers) * receivers + receiver] = -(at % receivers);
        });
        for (let seeker = 0; seeker < seekers; seeker++) {
          const own = ranking.slice(seeker * receivers, (seeker + 1) * receivers);
          expect(new Set(own).size).toBe(receivers);
        }
        expect(expectMatches(market, places).total).toBeCloseTo(expected.total, 9);
      }),
    );
  });

  it("[AL9] in a crowded market gains 15 % over the product, and the lower half's share grows", () => {
    const market = crowdedMarket(7, 200, 100);
    const product = expectMatches(market, byProduct(market));
    const { expected } = rankMarket(market);
    expect(expected.total / product.total).toBeGreaterThan(1.15);
    expect(shareOfLowerHalf(expected.byReceiver, product.byReceiver)).toBeGreaterThan(
      shareOfLowerHalf(product.byReceiver, product.byReceiver),
    );
  });

  it("[AL8] refuses what is no probability", () => {
    const table = Float64Array.of(1.5);
    expect(() => rankMarket({ seekers: 1, receivers: 1, apply: table, accept: table })).toThrow(LilinkError);
  });
});
