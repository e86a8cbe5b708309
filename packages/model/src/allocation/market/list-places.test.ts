import fc from "fast-check";
import { expect, it } from "vitest";
import { listPlaces } from "./list-places.ts";
import type { Pairs } from "./pairs.ts";
import { shareAttention } from "./share-attention.ts";

const toPairs = (rows: readonly (readonly [number, number, number, number])[]): Pairs => ({
  left: Int32Array.from(rows, ([left]) => left),
  right: Int32Array.from(rows, ([, right]) => right),
  leftScore: Float64Array.from(rows, ([, , score]) => score),
  rightScore: Float64Array.from(rows, ([, , , score]) => score),
});

it("[AL16] a member who is shown has a place within the other's attention, one who is not has a place behind it", () => {
  const member = fc.integer({ min: 0, max: 6 });
  const score = fc.integer({ min: 0, max: 4 });
  const rows = fc.uniqueArray(fc.tuple(member, member, score, score), {
    maxLength: 30,
    selector: ([left, right]) => `${left} ${right}`,
  });
  const rooms = fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 7, maxLength: 7 })
    .map((list) => Int32Array.from(list));
  fc.assert(
    fc.property(rows, rooms, rooms, (given, left, right) => {
      const pairs = toPairs(given);
      const attention = { left, right };
      const shown = shareAttention(pairs, attention);
      const places = listPlaces(pairs, attention, shown);
      given.forEach(([who, whom, score], pair) => {
        const place = places.left[pair] ?? 0;
        const room = right[whom] ?? 0;
        const own = [...given.keys()].filter((other) => given[other]?.[0] === who && shown[other] === 1);
        const isWanted =
          own.length < (left[who] ?? 0) || own.some((other) => (given[other]?.[2] ?? 0) < score);
        if (shown[pair] === 1) {
          expect(place).toBeLessThanOrEqual(room);
          expect(places.right[pair]).toBeLessThanOrEqual(left[who] ?? 0);
        } else if (isWanted) expect(place).toBeGreaterThan(room);
      });
    }),
  );
});

it("[AL16] the fourth for three places sees that rank, and no names", () => {
  const pairs = toPairs([
    [0, 0, 1, 0.9],
    [1, 0, 1, 0.8],
    [2, 0, 1, 0.7],
    [3, 0, 1, 0.6],
    [3, 1, 0.5, 0.5],
  ]);
  const attention = { left: new Int32Array(4).fill(1), right: Int32Array.of(3, 3) };
  const shown = shareAttention(pairs, attention);
  expect([...shown]).toEqual([1, 1, 1, 0, 1]);
  expect([...listPlaces(pairs, attention, shown).left]).toEqual([1, 2, 3, 4, 1]);
});
