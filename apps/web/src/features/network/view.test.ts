import { bandOf, countBands, networkLanes } from "@lilink/model/network";
import { expect, it } from "vitest";
import { bandText, drawing, toArcs, topOf, widthOf } from "./view.ts";

it("[NW3] a ribbon is as wide as its band and tells nothing of the count in it", () => {
  expect(widthOf(bandOf(11))).toBe(widthOf(bandOf(20)));
  expect(new Set(countBands.map(widthOf)).size).toBe(countBands.length);
  expect(widthOf(null)).toBeNull();
  expect([bandText({ low: 3, high: 5 }, "en"), bandText({ low: 51, high: null }, "en")]).toEqual([
    "3–5",
    "51+",
  ]);
});

it("begins just above the highest ribbon, and above the lanes where there is none", () => {
  const [from, to] = [networkLanes[0], networkLanes[1]];
  const arcs = toArcs([{ from, to, band: bandOf(11) }]);
  const top = topOf(arcs, drawing);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan((arcs[0]?.label.y ?? 0) - (arcs[0]?.width ?? 0) / 2);
  expect(topOf([], drawing)).toBeLessThan(drawing.base - 14);
});

it("no two labels of the picture lie on each other, and all lie within it", () => {
  const cells = networkLanes.flatMap((from, at) =>
    networkLanes.slice(at).map((to) => ({ from, to, band: null })),
  );
  const labels = toArcs(cells).map(({ label }) => label);
  for (const [at, one] of labels.entries()) {
    expect(one.x).toBeGreaterThan(0);
    expect(one.x).toBeLessThan(drawing.width);
    expect(one.y).toBeGreaterThan(8);
    expect(one.y).toBeLessThan(drawing.height);
    for (const other of labels.slice(at + 1))
      expect(Math.hypot(one.x - other.x, (one.y - other.y) * 2)).toBeGreaterThan(30);
  }
});
