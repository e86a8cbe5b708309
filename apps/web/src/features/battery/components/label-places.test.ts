import fc from "fast-check";
import { expect, it } from "vitest";
import { placeLabels } from "./label-places.ts";

const bounds = { left: 100, right: 980 };

it("labels that crowd stand above one another, the first nearest the line", () => {
  const places = placeLabels(
    [500, 504, 508].map((x) => ({ x, text: "退役" })),
    bounds,
  );
  expect(places.map((place) => place?.shift)).toEqual([-14, 30, -30]);
});

it("no label covers another, and one that stands alone is always shown", () => {
  const xs = fc.array(fc.integer({ min: 100, max: 980 }), { maxLength: 25 });
  fc.assert(
    fc.property(xs, (unsorted) => {
      const labels = unsorted.toSorted((a, b) => a - b).map((x) => ({ x, text: "abcdef" }));
      const width = 6 * 6.8;
      const boxes = placeLabels(labels, bounds).flatMap((place, at) => {
        const x = labels[at]?.x ?? 0;
        if (!place) return [];
        const start = place.anchor === "end" ? x - width : place.anchor === "start" ? x : x - width / 2;
        return [{ start, end: start + width, shift: place.shift }];
      });
      for (const one of boxes)
        for (const other of boxes)
          if (one !== other && one.shift === other.shift)
            expect(one.end <= other.start || other.end <= one.start).toBe(true);
      if (labels.length === 1) expect(boxes).toHaveLength(1);
    }),
  );
});
