import { operators, type RuleEntry } from "@lilink/engine/dated-rules";
import { describe, expect, it } from "vitest";
import { judgeRecovery, judgeRecoveryAsIf, recoveryReadings, recoverySets } from "./index.ts";

const plant = {
  Li_recovery: 0.88,
  Ni_Co_Mn_recovery: 0.985,
  electrode_powder_recovery: 0.981,
  powder_Al: 0.012,
  powder_Cu: 0.006,
  Li2CO3_energy_kgce_per_t: 2100,
  process_water_reuse: 0.93,
  rare_earths_in_feed: false,
};
const idsOf = (judged: ReturnType<typeof judgeRecovery>, verdict: string) =>
  (judged?.rules ?? []).filter((rule) => rule.verdict === verdict).map(({ id }) => id);

describe("recovery conditions", () => {
  it("[TR2] V1: in June 2024 those of 2019 hold, and rare earths are not asked where none are fed", () => {
    const judged = judgeRecovery(plant, "2024-06-30");
    expect(judged).toMatchObject({ set: "cn-recycling-2019", verdict: "met" });
    expect(judged?.rules.find(({ id }) => id === "RE_recovery")).toMatchObject({
      verdict: "not_applicable",
      reason: "when",
      factsUsed: ["rare_earths_in_feed"],
    });
  });

  it("[TR2] V2: in June 2025 those of December 2024 hold; the same plant fails by its lithium", () => {
    const judged = judgeRecovery({ ...plant, material_repair_route: false }, "2025-06-30");
    expect(judged).toMatchObject({ set: "cn-recycling-2024", verdict: "not_met" });
    expect(idsOf(judged, "not_met")).toEqual(["Li_recovery"]);
    expect(judgeRecovery(plant, "2025-06-30")).toMatchObject({ verdict: "not_met" });
  });

  it("[TR3] V2: its aluminium passes the issued text and would have failed the draft", () => {
    const draft = judgeRecoveryAsIf("cn-recycling-2024-draft", plant, "2025-06-30");
    expect(idsOf(draft, "not_met")).toEqual(["Li_recovery", "powder_Al"]);
    expect(idsOf(judgeRecovery(plant, "2025-06-30"), "met")).toContain("powder_Al");
    expect(() => judgeRecoveryAsIf("cn-recycling-1999", plant, "2025-06-30")).toThrow("NOT_FOUND");
  });

  it("[TR2] V3: what is not known is not failed", () => {
    const judged = judgeRecovery({ Li_recovery: 0.95 }, "2025-06-30");
    expect(judged?.verdict).toBe("incomplete");
    expect(idsOf(judged, "unknown")).toHaveLength(7);
  });

  it("[TR2] equality counts as the word says: 不低于 is met by it, 低于 is not", () => {
    const verdictOf = (facts: Record<string, number>, id: string) =>
      judgeRecovery(facts, "2025-06-30")?.rules.find((rule) => rule.id === id)?.verdict;
    expect(verdictOf({ Li_recovery: 0.9 }, "Li_recovery")).toBe("met");
    expect(verdictOf({ powder_Al: 0.015 }, "powder_Al")).toBe("not_met");
  });

  it("[TR1] the day of issue is the first of the new and the last but one of the old; before 2020 nothing holds", () => {
    expect(judgeRecovery(plant, "2024-12-23")?.set).toBe("cn-recycling-2019");
    expect(judgeRecovery(plant, "2024-12-24")?.set).toBe("cn-recycling-2024");
    expect(judgeRecovery(plant, "2019-12-31")).toBeNull();
  });

  it("[TR1] every set says how it is known and where, and every rule is one that can be judged", () => {
    for (const { reading, sources, rules, note } of recoverySets) {
      expect(recoveryReadings).toContain(reading);
      expect(sources.length).toBeGreaterThan(0);
      expect(note).not.toBe("");
      for (const rule of rules as readonly RuleEntry[])
        expect("operator" in rule && operators.includes(rule.operator)).toBe(true);
    }
  });
});
