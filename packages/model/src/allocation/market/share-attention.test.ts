import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LilinkError } from "../../error/index.ts";
import { maximizeScore } from "./maximize-score.ts";
import type { Attention, Pairs } from "./pairs.ts";
import { reportMarket } from "./report-market.ts";
import { shareAttention } from "./share-attention.ts";

type Row = { left: number; right: number; a: number; b: number };

const toPairs = (rows: readonly Row[]): Pairs => ({
  left: Int32Array.from(rows, ({ left }) => left),
  right: Int32Array.from(rows, ({ right }) => right),
  leftScore: Float64Array.from(rows, ({ a }) => a),
  rightScore: Float64Array.from(rows, ({ b }) => b),
});

function anyCase(members: number, most: number) {
  const member = fc.integer({ min: 0, max: members - 1 });
  const score = fc.integer({ min: 0, max: 6 }).map((value) => value / 6);
  const row = fc.record({ left: member, right: member, a: score, b: score });
  const rooms = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: members, maxLength: members });
  return fc.record({
    rows: fc.uniqueArray(row, { maxLength: most, selector: ({ left, right }) => `${left} ${right}` }),
    attention: fc.record({
      left: rooms.map((list) => Int32Array.from(list)),
      right: rooms.map((list) => Int32Array.from(list)),
    }),
  });
}

function keepsAttention({ left, right }: Pairs, attention: Attention, shown: Uint8Array): boolean {
  const count = (who: Int32Array, member: number) =>
    shown.filter((isShown, pair) => isShown === 1 && who[pair] === member).length;
  return (
    attention.left.every((room, member) => count(left, member) <= room) &&
    attention.right.every((room, member) => count(right, member) <= room)
  );
}

/** Every choice of pairs within the attention of both sides. */
function listChoices(pairs: Pairs, attention: Attention): readonly Uint8Array[] {
  const size = pairs.left.length;
  return Array.from({ length: 2 ** size }, (_, bits) =>
    Uint8Array.from({ length: size }, (_, pair) => (bits >> pair) & 1),
  ).filter((shown) => keepsAttention(pairs, attention, shown));
}

/** For one of the left, the places in its list that it got, best first. */
function placesOf(pairs: Pairs, shown: Uint8Array, member: number): readonly number[] {
  const own = [...pairs.left.keys()].filter((pair) => pairs.left[pair] === member);
  const score = (pair: number) => pairs.leftScore[pair] ?? 0;
  own.sort((a, b) => score(b) - score(a) || (pairs.right[a] ?? 0) - (pairs.right[b] ?? 0));
  return own.flatMap((pair, place) => (shown[pair] === 1 ? [place] : []));
}

describe("attention", () => {
  it("[AL6] respects both sides, and no pair would prefer each other", () => {
    fc.assert(
      fc.property(anyCase(8, 40), ({ rows, attention }) => {
        const pairs = toPairs(rows);
        const shown = shareAttention(pairs, attention);
        expect(keepsAttention(pairs, attention, shown)).toBe(true);
        const report = reportMarket(pairs, attention, shown);
        expect(report.blockingPairs).toBe(0);
        expect(report.shared.overAsked).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("[AL6] gives each of the left the best of all stable outcomes, in whatever order the pairs come", () => {
    fc.assert(
      fc.property(anyCase(3, 8), ({ rows, attention }) => {
        const pairs = toPairs(rows);
        const shown = shareAttention(pairs, attention);
        const stable = listChoices(pairs, attention).filter(
          (choice) => reportMarket(pairs, attention, choice).blockingPairs === 0,
        );
        expect(stable.length).toBeGreaterThan(0);
        for (const choice of stable)
          for (const member of [0, 1, 2]) {
            const [best, other] = [placesOf(pairs, shown, member), placesOf(pairs, choice, member)];
            expect(best).toHaveLength(other.length);
            best.forEach((place, at) => {
              expect(place).toBeLessThanOrEqual(other[at] ?? 0);
            });
          }
        const turned = shareAttention(toPairs([...rows].reverse()), attention);
        expect([...turned].reverse()).toEqual([...shown]);
      }),
      { numRuns: 150 },
    );
  });

  it("[AL10] the greatest sum is what trying everything finds, within attention and proved", () => {
    fc.assert(
      fc.property(anyCase(4, 9), ({ rows, attention }) => {
        const pairs = toPairs(rows);
        const millionths = pairs.leftScore.map((value) => Math.round(value * 1e6));
        const sum = (shown: Uint8Array) =>
          shown.reduce((total, isShown, pair) => total + isShown * (millionths[pair] ?? 0), 0);
        const best = Math.max(...listChoices(pairs, attention).map(sum));
        const { shown, total, proved } = maximizeScore(pairs, attention, pairs.leftScore);
        expect(proved).toBe(true);
        expect(keepsAttention(pairs, attention, shown)).toBe(true);
        expect(sum(shown)).toBe(best);
        expect(total).toBeCloseTo(best / 1e6, 9);
      }),
      { numRuns: 150 },
    );
  });

  it("[AL7] names who is over-asked, who gets nobody and who gained beside plain top-k", () => {
    const rows = [0, 1, 2].flatMap((left) => [
      { left, right: 0, a: 0.9, b: 0.5 + left / 10 },
      { left, right: 1, a: 0.8, b: 0.5 },
    ]);
    const [pairs, attention] = [
      toPairs(rows),
      { left: Int32Array.of(1, 1, 1), right: Int32Array.of(1, 2, 1) },
    ];
    const report = reportMarket(pairs, attention, shareAttention(pairs, attention));
    expect(report.plain).toMatchObject({ overAsked: [0], asksAboveAttention: 2, nobodyOnRight: [1, 2] });
    expect(report.shared).toMatchObject({ overAsked: [], nobodyOnLeft: [], nobodyOnRight: [2] });
    expect([report.gained, report.lost]).toEqual([[1], []]);
  });

  it("[AL6] refuses a pair that occurs twice or an unknown member", () => {
    const row = { left: 0, right: 0, a: 1, b: 1 };
    const attention = { left: Int32Array.of(1), right: Int32Array.of(1) };
    expect(() => shareAttention(toPairs([row, row]), attention)).toThrow(LilinkError);
    expect(() => shareAttention(toPairs([{ ...row, left: 1 }]), attention)).toThrow(LilinkError);
  });
});
