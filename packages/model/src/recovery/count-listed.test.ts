import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOfClaim } from "../conditions/index.ts";
import {
  concentrationOf,
  countConformity,
  countListed,
  firmsBehind,
  judgeRecovery,
  reportedList,
} from "./index.ts";

const site = fc.record({
  firm: fc.constantFrom("a", "b", "c", "d", "e"),
  qualification: fc.constantFrom("recycling", "cascade"),
});

describe("the list of recyclers", () => {
  it("[TR72] counts firms and qualifications apart: 156 qualifications are 144 firms", () => {
    expect(reportedList.cascade + reportedList.recycling).toBe(reportedList.reported);
    expect(firmsBehind(reportedList)).toBe(144);
    fc.assert(
      fc.property(fc.array(site), (sites) => {
        const count = countListed(sites);
        const pairs = new Set(sites.map(({ firm, qualification }) => `${firm} ${qualification}`));
        expect(count.qualifications).toBe(pairs.size);
        expect(count.firms).toBe(firmsBehind(count));
      }),
    );
  });

  it("[TR73] shares are of firms: splitting a firm into sites changes nothing", () => {
    const amounts = fc.array(
      fc.record({
        firm: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
        amount: fc.integer({ min: 1, max: 100 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(amounts, (given) => {
        const whole = concentrationOf(given);
        const split = concentrationOf(
          given.flatMap((one) => [0, 1].map(() => ({ ...one, amount: one.amount / 2 }))),
        );
        expect(split?.hhi).toBeCloseTo(whole?.hhi ?? 0, 9);
        expect(split?.cr5).toBeCloseTo(whole?.cr5 ?? 0, 9);
        expect(whole?.hhi).toBeGreaterThanOrEqual(1 / (whole?.firms ?? 1) - 1e-9);
        expect(whole?.cr5).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
    expect(concentrationOf([])).toBeNull();
  });

  it("[TR71] a declaration is judged by what it states; what it leaves empty is unknown", () => {
    const facts = factsOfClaim({
      lithiumRecovery: { value: "90", unit: "%" },
      powderAluminium: { value: "1.5", unit: "%" },
      repairRoute: false,
    });
    expect(facts).toEqual({ Li_recovery: "0.9", powder_Al: "0.015", material_repair_route: false });
    const judged = judgeRecovery(facts, "2026-01-01");
    const of = (id: string) => judged?.rules.find((rule) => rule.id === id)?.verdict;
    expect([
      of("Li_recovery"),
      of("powder_Al"),
      of("process_water_reuse"),
      of("repair_route_mass_share"),
    ]).toEqual(["met", "not_met", "unknown", "not_applicable"]);
  });

  it("[TR96] conformity is a band: a site that fails fails its firm, one that is not known leaves it open", () => {
    const met = {
      Li_recovery: 0.92,
      Ni_Co_Mn_recovery: 0.985,
      electrode_powder_recovery: 0.981,
      powder_Al: 0.012,
      powder_Cu: 0.006,
      Li2CO3_energy_kgce_per_t: 2100,
      material_repair_route: false,
      process_water_reuse: 0.93,
    };
    const kinds = { met, not_met: { ...met, Li_recovery: 0.8 }, unknown: { Li_recovery: 0.92 } } as const;
    const site = fc.record({
      firm: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom("met" as const, "not_met" as const, "unknown" as const),
    });
    fc.assert(
      fc.property(fc.array(site, { maxLength: 8 }), (sites) => {
        const counted = countConformity(
          sites.map(({ firm, kind }) => ({ firm, facts: kinds[kind] })),
          "2026-01-01",
        );
        const firms = [...new Set(sites.map(({ firm }) => firm))];
        const has = (firm: string, kind: string) =>
          sites.some((one) => one.firm === firm && one.kind === kind);
        expect(counted).toEqual({
          firms: firms.length,
          met: firms.filter((firm) => !has(firm, "not_met") && !has(firm, "unknown")).length,
          unknown: firms.filter((firm) => !has(firm, "not_met") && has(firm, "unknown")).length,
        });
      }),
    );
  });
});
