import { expect, it } from "vitest";
import { countListed, countRegions } from "./view.ts";

it("[OR14] a province counts once as the seat and once for each posting that names it", () => {
  const at = (region?: string) => ({ fields: { region } });
  const seat = { country: "CN", province: "63" };
  expect(countRegions(seat, [at("63"), at("36"), at(), at("36"), at("ZW")])).toEqual({ 36: 2, 63: 2 });
  expect(countRegions({ country: "DE", province: null }, [at("36")])).toEqual({ 36: 1 });
});

it("[OR2] a directory holds the bodies of the chosen kind, or of all", () => {
  const facets = {
    kind: [
      { value: "enterprise", count: 40 },
      { value: "regulator", count: 2 },
    ],
  };
  expect(countListed({}, facets)).toBe(42);
  expect(countListed({ kind: "regulator" }, facets)).toBe(2);
  expect(countListed({ kind: "association" }, facets)).toBe(0);
});
