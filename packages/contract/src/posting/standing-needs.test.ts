import { attributes, linkIds, loadConcept } from "@lilink/model/chain";
import { needsOf, standingNeeds, toNeedDraft } from "@lilink/model/posting/standing";
import { describe, expect, it } from "vitest";
import { faultsOfDraft } from "./draft-faults.ts";

describe("standing needs", () => {
  it("[PO25] are eight or more for each link, each by one name", () => {
    for (const link of linkIds)
      expect(
        standingNeeds.filter(({ concept }) => loadConcept(concept).link === link).length,
      ).toBeGreaterThanOrEqual(8);
    expect(new Set(standingNeeds.map(({ id }) => id)).size).toBe(standingNeeds.length);
  });

  it.each(standingNeeds.map((need) => [need.id, need] as const))(
    "[PO25] %s can be handed in as it stands, in zh and en",
    (_id, need) => {
      for (const language of ["zh", "en"] as const)
        expect(faultsOfDraft("need", toNeedDraft(need, language), {}, "2026-11-29")).toEqual([]);
      expect(need.figures.every(({ attribute }) => attributes.some(({ id }) => id === attribute))).toBe(true);
      expect(need.zh.title).toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(need.en)).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it("[PO25] stand at the concept that they name and at its family, and nowhere else", () => {
    expect(needsOf("ore-sorting").map(({ id }) => id)).toEqual(["pre-concentration"]);
    expect(needsOf("collector").map(({ id }) => id)).toContain("low-temperature-collector");
    expect(needsOf("nothing")).toEqual([]);
  });
});
