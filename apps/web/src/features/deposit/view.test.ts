import { catalog } from "@lilink/i18n";
import { techniqueTable } from "@lilink/model/supply/technique";
import { describe, expect, it } from "vitest";
import { placeOn, rulers, showRange, toBars, toDots } from "./view.ts";

const item = (publicId: string, values: Record<string, unknown>) => ({
  publicId,
  values: { name: { zh: publicId, en: publicId }, country: "CL", ...values },
});
const figure = (given: object) => ({ value: null, low: null, high: null, unit: "1", basis: null, ...given });

describe("[DE2] the ruler of techniques", () => {
  it("stands by powers of ten, and beyond its ends at them", () => {
    const ruler = { ...rulers.brine, from: 1, to: 100 };
    expect(placeOn(ruler, 10)).toBeCloseTo(0.5, 9);
    expect(placeOn(ruler, 0.01)).toBe(0);
    expect(placeOn(ruler, 1e6)).toBe(1);
  });
  it("draws what suits inside of what is possible", () => {
    for (const ruler of Object.values(rulers)) {
      expect(toBars(ruler).length).toBeGreaterThan(2);
      for (const { fit, possible } of toBars(ruler)) {
        expect(possible[0]).toBeLessThanOrEqual(fit[0]);
        expect(possible[1]).toBeGreaterThanOrEqual(fit[1]);
      }
    }
  });
  it("names the minerals of a technique that does not take all of them", () => {
    const typesOf = (concept: string) => toBars(rulers.rock).find((bar) => bar.concept === concept)?.types;
    expect(typesOf("sulfuric-roasting")).toEqual(["spodumene"]);
    expect(typesOf("sulfate-roasting")).toEqual(["lepidolite", "clay"]);
    expect(typesOf("flotation")).toEqual([]);
  });
  it("places brines with a ratio alone, from low to high, the country's own apart", () => {
    const dots = toDots(
      rulers.brine,
      [
        item("far", { type: "brine", magnesium: figure({ value: "1577" }), country: "CN" }),
        item("near", { type: "brine", magnesium: figure({ low: "6", high: "7" }) }),
        item("unknown", { type: "brine", magnesium: null }),
        item("rock", { type: "spodumene", magnesium: figure({ value: "3" }) }),
      ],
      "en",
    );
    expect(dots.map(({ publicId, known, isOwn }) => [publicId, known, isOwn])).toEqual([
      ["near", [6, 7], false],
      ["far", [1577, 1577], true],
    ]);
    expect(dots[0]?.at).toBeCloseTo(placeOn(rulers.brine, Math.sqrt(42)), 9);
  });
  it("says a range as people read it", () => {
    expect(showRange([1577, 1577], "en")).toBe("1,577");
    expect(showRange([null, 8], "en")).toBe("≤ 8");
    expect(showRange([1.2, null], "en")).toBe("≥ 1.2");
    expect(showRange([1.3, 1.5], "en")).toBe("1.3–1.5");
  });
  it("has words for every reason of the table, in both languages", () => {
    const reasons = new Set(
      techniqueTable.techniques.flatMap(({ bounds }) =>
        bounds.flatMap(({ why, below = why }) => [why, below]),
      ),
    );
    for (const { supply } of Object.values(catalog))
      expect(Object.keys(supply.deposit.why).toSorted()).toEqual([...reasons].toSorted());
  });
});
