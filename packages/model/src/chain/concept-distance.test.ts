import fc from "fast-check";
import { expect, it } from "vitest";
import { concepts, distancesFrom, nearestTo, neighboursOf, toSteps } from "./index.ts";

const anyConcept = fc.constantFrom(...concepts.map(({ id }) => id));

it("[LA2] no neighbour is farther away than one step more, and the way back is as long", () => {
  fc.assert(
    fc.property(anyConcept, (from) => {
      const distances = distancesFrom(from);
      expect(distances.get(from)).toBe(0);
      for (const [concept, far] of distances)
        for (const { concept: next } of neighboursOf(concept))
          expect(distances.get(next)).toBeLessThanOrEqual(far + 2);
      const [other, far] = [...distances].at(-1) ?? [from, 0];
      expect(distancesFrom(other).get(from)).toBe(far);
    }),
    { numRuns: 20 },
  );
});

it("[LA2] the nearest is the one whose node is the concept itself, and nothing is near what the chain does not know", () => {
  const labs = [{ node: "eol-pack" }, { node: "lfp" }];
  expect(nearestTo("lfp", labs)).toMatchObject({ nearest: labs[1], distance: 0 });
  expect(nearestTo("no-such-concept", labs)).toBeNull();
  expect(nearestTo("lfp", [{ node: null }])).toBeNull();
});

it("[LA2] a reader counts steps along the chain, and a step within a family is half of one", () => {
  const one = neighboursOf("lfp").find(({ relation }) => relation !== "is_a");
  expect(toSteps(distancesFrom("lfp").get(one?.concept ?? "") ?? 0)).toBe(1);
  expect([0, 1, 2, 3, 6].map(toSteps)).toEqual([0, 1, 1, 2, 3]);
});
