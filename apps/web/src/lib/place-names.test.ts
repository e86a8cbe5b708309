import { expect, it } from "vitest";
import { placeNames } from "./place-names.ts";

it("a name stands at its place, and aside where a mark or another name is there", () => {
  const [free] = placeNames([{ text: "青海", spot: [100, 100] }], [], 6);
  expect(free).toEqual({ text: "青海", x: 100, y: 100 });
  const [aside] = placeNames([{ text: "青海", spot: [100, 100] }], [[100, 97]], 6);
  expect([aside?.x, aside?.y]).not.toEqual([100, 100]);
  const both = placeNames(
    [
      { text: "湖南", spot: [100, 100] },
      { text: "江西", spot: [104, 100] },
    ],
    [],
    6,
  );
  expect(
    Math.abs((both[0]?.y ?? 0) - (both[1]?.y ?? 0)) + Math.abs((both[0]?.x ?? 0) - (both[1]?.x ?? 0)),
  ).toBeGreaterThan(13);
});
