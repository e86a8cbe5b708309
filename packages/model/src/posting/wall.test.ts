import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concepts, familyOf, linkIds, loadConcept } from "../chain/index.ts";
import { rivalKeysOf, wallKeysOf } from "./index.ts";

const anyKey = fc.oneof(
  fc
    .tuple(fc.constantFrom("offers", "needs"), fc.constantFrom(...concepts.map(({ id }) => id)))
    .map((key) => key.join(":")),
  fc.tuple(fc.constantFrom("offers", "needs"), fc.constantFrom(...linkIds)).map((key) => key.join(":link:")),
);

/** The rule of [PO6] between two stances, told once more. */
function compete(a: string, b: string): boolean {
  if (a === b) return true;
  const [sideA, onA = "", linkA] = a.split(":");
  const [sideB, onB = "", linkB] = b.split(":");
  if (sideA !== sideB) return false;
  if (linkA === undefined && linkB === undefined) return familyOf(onA).includes(onB);
  if (sideA !== "offers" || (linkA !== undefined && linkB !== undefined)) return false;
  return linkA === undefined ? loadConcept(onA).link === linkB : loadConcept(onB).link === linkA;
}

describe("stances that compete", () => {
  it("[PL12] are those of one family and side, and of a link against a product in it, both ways", () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        expect(rivalKeysOf([a]).includes(b)).toBe(compete(a, b));
        expect(rivalKeysOf([b]).includes(a)).toBe(compete(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it("[PL12] include every stance that a posting on the same concept is hidden from", () => {
    fc.assert(
      fc.property(fc.constantFrom(...concepts.map(({ id }) => id)), (concept) => {
        const wall = wallKeysOf("capability", [concept], { links: [], offers: [] });
        expect(rivalKeysOf([`offers:${concept}`])).toEqual(wall);
      }),
    );
  });
});
