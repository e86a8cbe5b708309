import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Place } from "../spec.ts";
import { planMap } from "./map.ts";

type Geo = { readonly geo: { readonly boundingCoords: readonly (readonly [number, number])[] } };

const placeAt = (lon: number, lat: number): Place => ({
  key: `${lon}:${lat}`,
  label: "place",
  type: "a",
  lon,
  lat,
  value: 1,
  text: "1",
});

function plan(places: readonly Place[], width: number) {
  const head = ["Name", "Type", "Value"] as const;
  const made = planMap(
    { kind: "map", head, types: [{ key: "a", label: "A", shape: "circle" }], places },
    width,
  );
  const [[west = 0, north = 0] = [], [east = 0, south = 0] = []] = (made.option as Geo).geo.boundingCoords;
  return { west, north, east, south, height: made.height };
}

const lon = fc.double({ min: -169, max: 189, noNaN: true });
const lat = fc.double({ min: -55, max: 79, noNaN: true });

describe("the part of the world that a map shows", () => {
  it("comes close where its places are close", () => {
    const { west, east } = plan([placeAt(15, -15), placeAt(117, -30)], 340);
    expect(east - west).toBeLessThan(150);
  });

  it("shows the whole land where there is no place", () => {
    expect(plan([], 1200)).toMatchObject({ west: -170, east: 190 });
  });

  it("holds every place, draws degrees alike and is never higher than useful", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lon, lat), { minLength: 1 }),
        fc.constantFrom(340, 700, 1200),
        (spots, width) => {
          const { west, east, north, south, height } = plan(
            spots.map(([x, y]) => placeAt(x, y)),
            width,
          );
          for (const [x, y] of spots) {
            expect(x >= west - 1e-9 && x <= east + 1e-9).toBe(true);
            expect(y >= south - 1e-9 && y <= north + 1e-9).toBe(true);
          }
          const across = width / (east - west);
          const down = height / (north - south);
          expect(down / across).toBeCloseTo(4 / 3, 1);
          expect(height).toBeLessThanOrEqual(Math.ceil(width * (width < 500 ? 0.8 : 0.55)));
        },
      ),
    );
  });
});
