import { describe, expect, it } from "vitest";
import { drawn, frameOf, gridOf, toLonLat, toXY } from "./outline.ts";

describe("[MR2] the window on an outline", () => {
  const ring = [
    [101.1, 30.2],
    [101.3, 30.2],
    [101.2, 30.4],
  ] as const;
  it("holds every corner with room around it", () => {
    for (const corner of ring) {
      const [x, y] = toXY(frameOf(ring), corner);
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(drawn.width - 20);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(drawn.height - 20);
    }
  });
  it("finds the degrees of a press again", () => {
    const frame = frameOf(ring);
    for (const corner of ring) {
      const [lon, lat] = toLonLat(frame, ...toXY(frame, corner));
      expect(lon).toBeCloseTo(corner[0], 4);
      expect(lat).toBeCloseTo(corner[1], 4);
    }
  });
  it("draws a handful of round degrees", () => {
    for (const tall of [0.02, 0.3, 7, 40]) {
      const { lons, lats } = gridOf({ lon: 100, lat: 36, tall });
      expect(lats.length).toBeGreaterThan(1);
      expect(lats.length).toBeLessThan(9);
      expect(lons.length).toBeLessThan(22);
    }
  });
});
