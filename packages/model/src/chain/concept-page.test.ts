import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concepts, judgeSupply, listConversions, loadConcept } from "./index.ts";

describe("supply of a concept", () => {
  const count = fc.nat({ max: 6 });
  it("[CH11] is weak exactly where something is needed and nothing offered", () => {
    fc.assert(
      fc.property(count, count, count, (capabilities, needs, projects) => {
        const state = judgeSupply({ capabilities, needs, projects });
        expect(state === "weak").toBe(needs > 0 && capabilities + projects === 0);
        expect(state === "quiet").toBe(needs + capabilities + projects === 0);
        expect(state === "tight").toBe(capabilities + projects > 0 && needs > capabilities + projects);
      }),
    );
  });
});

describe("conversions of a concept", () => {
  const substanceOf = (id: string) => listConversions(loadConcept(id)).compound?.substance;

  it("[CH8] finds the substance by formula, name or abbreviation", () => {
    expect(substanceOf("li2co3-batt")).toBe("Li2CO3");
    expect(substanceOf("lioh-batt")).toBe("LiOH.H2O");
    expect(substanceOf("ncm811")).toBe("NCM811");
    expect(substanceOf("nca")).toBe("NCA (80-15-5)");
    expect(substanceOf("lifsi")).toBe("LiFSI");
  });

  it("[CH8] takes neither a cell for its cathode nor an ore for its mineral", () => {
    for (const id of ["cell-lfp", "petalite-ore", "spodumene-ore", "battery-pack"])
      expect(substanceOf(id)).toBeUndefined();
  });

  it("[CH2] joins inputs, concentrates, capacity and energy to the concept", () => {
    const carbonate = listConversions(loadConcept("li2co3-batt"));
    expect(carbonate.inputs.map(({ path }) => path)).toContain("Li2CO3 -> LiOH.H2O (causticisation)");
    expect(listConversions(loadConcept("spodumene-conc")).concentrates).toHaveLength(3);
    const cathode = listConversions(loadConcept("ncm811"));
    expect(cathode.capacity?.unit).toBe("mAh/g");
    expect(cathode.energy.map(({ chemistry }) => chemistry)).toEqual(["NMC 811"]);
    for (const concept of concepts) expect(() => listConversions(concept)).not.toThrow();
  });
});
