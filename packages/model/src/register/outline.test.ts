import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineArea, type Ring, readOutline, toGeoJson, toWkt } from "./index.ts";

const square: Ring = [
  [100, 0],
  [101, 0],
  [101, 1],
  [100, 1],
];
const ringOf = (given: unknown) => {
  const read = readOutline(given);
  return read.ok ? read.ring : read.rule;
};

describe("[MR2] the outline of a block", () => {
  it("reads GeoJSON, WKT and lines of corners as the same ring", () => {
    const geometry = { type: "Polygon", coordinates: [[...square, square[0]]] };
    expect(ringOf(geometry)).toEqual(square);
    expect(ringOf(JSON.stringify({ type: "Feature", properties: {}, geometry }))).toEqual(square);
    expect(ringOf({ type: "FeatureCollection", features: [{ type: "Feature", geometry }] })).toEqual(square);
    expect(ringOf({ type: "MultiPolygon", coordinates: [[[...square, square[0]]]] })).toEqual(square);
    expect(ringOf("POLYGON ((100 0, 101 0, 101 1, 100 1, 100 0))")).toEqual(square);
    expect(ringOf("100, 0\n101, 0\n101，1\n100 1\n")).toEqual(square);
  });
  it("names what is wrong", () => {
    expect(ringOf("somewhere in the hills")).toBe("notAnOutline");
    expect(ringOf("{broken")).toBe("notAnOutline");
    expect(ringOf({ type: "Polygon", coordinates: [square, square] })).toBe("notAnOutline");
    expect(ringOf("100, 0\n101, 0\n100, 0")).toBe("fewCorners");
    expect(ringOf("30, 101\n31, 101\n31, 102")).toBe("offTheEarth");
    expect(ringOf("100, 0\n101, 1\n101, 0\n100, 1")).toBe("crossesItself");
    expect(ringOf("100, 0\n101, 0\n102, 0")).toBe("crossesItself");
    const many = Array.from({ length: 201 }, (_, at) => [Math.cos(at / 33), Math.sin(at / 33)]);
    expect(ringOf({ type: "Polygon", coordinates: [many] })).toBe("manyCorners");
  });
  it("comes back from its own texts with the same area, whichever way it is walked", () => {
    const corner = fc.tuple(fc.double({ min: 0.2, max: 1, noNaN: true }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 30 }), (given) => {
        // A star around a middle never crosses itself.
        const star: Ring = given.map(([far], at) => {
          const angle = (at / given.length) * 2 * Math.PI;
          return [
            Number((100 + far * Math.cos(angle)).toFixed(6)),
            Number((30 + far * Math.sin(angle)).toFixed(6)),
          ];
        });
        expect(ringOf(toWkt(star))).toEqual(star);
        expect(outlineArea(ringOf(toGeoJson(star)) as Ring)).toBeCloseTo(outlineArea(star), 6);
        expect(outlineArea(star.toReversed())).toBeCloseTo(outlineArea(star), 6);
        expect(toGeoJson(star)).toEqual(
          toGeoJson(toGeoJson(star.toReversed()).coordinates[0]?.slice(0, -1) ?? []),
        );
      }),
    );
  });
  it("measures a degree at the equator as 12,363 km2", () => {
    expect(outlineArea(square)).toBeCloseTo(12_363.7, 0);
  });
});
