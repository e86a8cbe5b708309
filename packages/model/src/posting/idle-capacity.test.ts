import { describe, expect, it } from "vitest";
import { findConcept } from "../chain/index.ts";
import { plantProducts } from "../register/declared/plant.ts";
import { toIdleCapacity } from "./idle-capacity.ts";

const plant = { products: [], province: "36", makesTernary: null, makesIron: null };

describe("idle capacity of a plant", () => {
  it("[PO28] is an offer of its goods with the year to come as months without amounts", () => {
    const offer = toIdleCapacity({ ...plant, products: ["lithium_hydroxide"] }, "2026-11-29");
    expect(offer).toMatchObject({ concept: "lioh-batt", region: "36", maturity: "bulk" });
    expect(offer?.volume).toMatchObject({ unit: "t", amount: "" });
    expect(offer?.volume?.schedule?.map(({ period }) => period)).toEqual([
      ...["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04"],
      ...["2027-05", "2027-06", "2027-07", "2027-08", "2027-09", "2027-10"],
    ]);
    expect(offer?.volume?.schedule?.every(({ amount }) => amount === "")).toBe(true);
  });

  it("[PO28] knows the goods of every product of a plant, and cells by their chemistry", () => {
    for (const product of plantProducts) {
      const concept = toIdleCapacity({ ...plant, products: [product] }, "2026-11-29")?.concept ?? "";
      expect(findConcept(concept)?.id).toBe(concept);
    }
    const both = { ...plant, products: ["cells"], makesTernary: true, makesIron: true };
    expect(toIdleCapacity(both, "2026-11-29")).toMatchObject({ concept: "cell-ncm", concepts: ["cell-lfp"] });
    expect(toIdleCapacity({ ...plant, products: ["cells"], makesIron: true }, "2026-11-29")).toMatchObject({
      concept: "cell-lfp",
      volume: { unit: "GWh" },
    });
    expect(toIdleCapacity(plant, "2026-11-29")).toBeNull();
  });
});
