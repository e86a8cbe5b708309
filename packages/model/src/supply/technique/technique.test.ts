import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConcept } from "../../chain/index.ts";
import { deposit, depositTechniques, type Figure } from "../../register/index.ts";
import { costCurve, costPerLce, fits, fitTechniques, techniqueTable } from "./index.ts";

const figure = (value: string, unit: string, basis: string | null = null): Figure => ({
  ...{ value, low: null, high: null, unit, basis },
});
const fitOf = (facts: Parameters<typeof fitTechniques>[0], concept: string) =>
  fitTechniques(facts).find((one) => one.concept === concept)?.fit;

describe("[DE2] which technique fits a deposit", () => {
  it("names concepts of the chain and fields of the register, with ranges that hold each other", () => {
    for (const { concept, types, bounds } of techniqueTable.techniques) {
      expect(findConcept(concept)?.type, concept).toBe("process");
      expect(types.length).toBeGreaterThan(0);
      for (const { field, fit, possible } of bounds) {
        expect(deposit.fields[field].kind).toBe("figure");
        expect(possible[0] ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(
          fit[0] ?? Number.NEGATIVE_INFINITY,
        );
        expect(possible[1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          fit[1] ?? Number.POSITIVE_INFINITY,
        );
      }
    }
  });
  it("does not judge what the record says is in use, and puts it first", () => {
    const known = { type: "brine" as const, magnesium: figure("6.4", "1") };
    expect(fitOf(known, "precipitation-brine")).toBe("unknown");
    const used = fitTechniques({ ...known, techniques: ["precipitation-brine"] });
    expect(used[0]).toMatchObject({ concept: "precipitation-brine", fit: "used" });
    expect(used.filter(({ fit }) => fit === "used")).toHaveLength(1);
  });
  it("knows the techniques that a record may name, and no other", () => {
    const named = techniqueTable.techniques.map(({ concept }) => concept);
    expect(named.toSorted()).toEqual([...depositTechniques].toSorted());
  });
  it("roasts by the mineral: spodumene with acid, lepidolite with sulfate or chloride", () => {
    const roastsOf = (type: "spodumene" | "lepidolite") =>
      techniqueTable.techniques
        .filter(({ concept, types }) => concept.endsWith("-roasting") && types.includes(type))
        .map(({ concept }) => concept);
    expect(roastsOf("spodumene")).toEqual(["sulfuric-roasting"]);
    expect(roastsOf("lepidolite")).toEqual(["sulfate-roasting", "chlorination-roasting"]);
  });
  it("sets a poor ratio of magnesium against the ponds, and a good one for them", () => {
    const atacama = { magnesium: figure("6.4", "1"), grade: figure("0.17", "% Li") };
    const place = { temperature: figure("14", "°C"), altitude: figure("2300", "m") };
    expect(fitOf({ type: "brine", ...atacama, ...place }, "precipitation-brine")).toBe("fit");
    const qarhan = { magnesium: figure("1577", "1"), grade: figure("300", "mg/L") };
    expect(fitOf({ type: "brine", ...qarhan, ...place }, "precipitation-brine")).toBe("unfit");
    expect(fitOf({ type: "brine", ...qarhan, ...place }, "adsorption-extraction")).toBe("possible");
  });
  it("says unknown where a figure is missing, and unfit as soon as one is known to miss", () => {
    expect(fitOf({ type: "brine" }, "nanofiltration")).toBe("unknown");
    expect(fitOf({ type: "brine", magnesium: figure("1577", "1") }, "nanofiltration")).toBe("unfit");
  });
  it("takes a rich ore to dense media and a poor one to sorting", () => {
    const rich = { type: "spodumene" as const, grade: figure("2.1", "% Li2O") };
    expect(fitOf(rich, "dense-media")).toBe("fit");
    expect(fitOf(rich, "ore-sorting")).toBe("unfit");
    const poor = { type: "spodumene" as const, grade: figure("0.25", "% Li") };
    expect(fitOf(poor, "ore-sorting")).toBe("fit");
    expect(fitOf(poor, "dense-media")).toBe("unfit");
  });
  it("reads bounds as a range: it fits only where all of it does", () => {
    const grade: Figure = { value: null, low: "1.0", high: "1.5", unit: "% Li2O", basis: null };
    expect(fitOf({ type: "spodumene", grade }, "dense-media")).toBe("possible");
    // A part of it is below what is possible, and a part is not.
    expect(fitOf({ type: "spodumene", grade: { ...grade, low: "0.5" } }, "dense-media")).toBe("possible");
    expect(fitOf({ type: "spodumene", grade: { ...grade, low: "0.5", high: "0.8" } }, "dense-media")).toBe(
      "unfit",
    );
  });
  it("takes a figure that is told from one side alone as open on the other", () => {
    const least: Figure = { value: null, low: "1.3", high: null, unit: "% Li2O", basis: null };
    expect(fitOf({ type: "spodumene", grade: least }, "dense-media")).toBe("fit");
    expect(fitOf({ type: "spodumene", grade: least }, "ore-sorting")).toBe("possible");
    const most: Figure = { ...least, low: null, high: "7", unit: "1" };
    // The ratio alone suits; nothing else is known.
    const [ratio] =
      fitTechniques({ type: "brine", magnesium: most }).find(
        ({ concept }) => concept === "precipitation-brine",
      )?.reasons ?? [];
    expect(ratio).toMatchObject({ field: "magnesium", known: [null, 7], fit: "fit" });
  });
  it("gives too little and too much a reason each", () => {
    const twoSided = techniqueTable.techniques.flatMap(({ bounds }) =>
      bounds.filter(({ fit }) => fit[0] !== null && fit[1] !== null),
    );
    for (const { why, below } of twoSided) expect(below ?? why).not.toBe(why);
    const why = (ratio: string) =>
      fitTechniques({ type: "brine", magnesium: figure(ratio, "1") })
        .find(({ concept }) => concept === "calcination-brine")
        ?.reasons.find(({ field }) => field === "magnesium")?.why;
    expect([why("6.4"), why("1577")]).toEqual(["simplerWays", "fuelPerTonne"]);
  });
  it("is never worse for a ratio nearer to what fits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 8, max: 3000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (far, share) => {
          const near = 8 + (far - 8) * share;
          const rank = (ratio: number) =>
            fits.indexOf(
              fitOf({ type: "brine", magnesium: figure(String(ratio), "1") }, "precipitation-brine") ?? "fit",
            );
          expect(rank(near)).toBeLessThanOrEqual(rank(far));
        },
      ),
    );
  });
});

describe("[DE3] costs on one basis", () => {
  it("counts per tonne LCE whatever the source counts per, but not for concentrate", () => {
    expect(costPerLce(figure("5000", "USD/t", "lce"))).toBe(5000);
    expect(costPerLce(figure("53233", "USD/t", "li"))).toBeCloseTo(10_000, -1);
    expect(costPerLce(figure("5000", "USD/t", "hydroxide"))).toBeCloseTo(5000 / 0.8804, 6);
    expect(costPerLce(figure("400", "USD/t", "concentrate"))).toBeNull();
    expect(costPerLce(null)).toBeNull();
  });
  it("puts steps side by side from cheap to dear and says how many are left out", () => {
    const one = (key: string, cost: string, capacity: string | null) => ({
      ...{ key, type: "brine" as const, cost: figure(cost, "USD/t", "lce") },
      capacity: capacity === null ? null : figure(capacity, "kt Li/a"),
    });
    const { steps, left } = costCurve([
      one("dear", "9000", "1"),
      one("cheap", "3000", "2"),
      one("none", "1", null),
    ]);
    expect(left).toBe(1);
    expect(steps.map(({ key }) => key)).toEqual(["cheap", "dear"]);
    expect(steps[0]).toMatchObject({ start: 0, usd: 3000 });
    expect(steps[1]?.start).toBeCloseTo(2 * 5.3233, 2);
  });
});
