import { evaluate } from "@lilink/engine/dated-rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftDate } from "../calendar/index.ts";
import type { PolicyEvent } from "../governance/index.ts";
import { statusOn } from "../governance/index.ts";
import { openSetIds, plantTypes, registers } from "../register/index.ts";
import {
  bindingOn,
  bindingSpans,
  compareSets,
  conditionReadings,
  conditionSets,
  countMaturity,
  factsOfPlant,
  fieldOfFact,
  graceDays,
  isListedOn,
  judgedRegisters,
  kindsOfPlant,
  lapsesOn,
  setOn,
  setsInForce,
} from "./index.ts";

const percent = (value: string) => ({ value, low: null, high: null, unit: "%", basis: null });
const amount = (value: string, unit: string) => ({ value, low: null, high: null, unit, basis: null });

const good = {
  lithiumYield: percent("88"),
  energy: amount("2300", "kgce/t LCE"),
  utilization: percent("50"),
  automation: percent("80"),
  capability: amount("1.33", "Cpk"),
  maturity: 3,
};
const entry: readonly PolicyEvent[] = [
  { type: "issued", on: "2026-03-01" },
  { type: "in_force", on: "2026-06-01" },
];
const adopted = (events: readonly PolicyEvent[]) =>
  setsInForce([{ set: "lithium-salt-entry-proposal", policy: "p", events }]);

describe("conditions asked of plants", () => {
  it("[CN1] every set says how it is known, and a proposal is marked as one and binds nobody", () => {
    for (const { reading, from, note, rules } of conditionSets) {
      expect(conditionReadings).toContain(reading);
      expect(note).not.toBe("");
      expect(rules.length).toBeGreaterThan(0);
      if (reading === "proposal") expect(from).toBeNull();
    }
    const open = conditionSets.filter(({ from, kind }) => from === null && kind !== "recycling");
    expect(open.map(({ id }) => id)).toEqual([...openSetIds]);
    for (const type of plantTypes)
      for (const kind of kindsOfPlant[type])
        expect(conditionSets.some((set) => set.kind === kind)).toBe(true);
  });

  it("[CN2] a set binds on the days on which the policy that names it is in force, and on no other", () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => shiftDate("2025-01-01", days));
    const event = fc.record({
      type: fc.constantFrom("issued", "in_force", "suspended", "resumed", "repealed"),
      on: day,
      until: fc.option(day),
    }) as fc.Arbitrary<PolicyEvent>;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), day, (events, on) => {
        const set = setOn(adopted(events), "lithium_salt", on);
        expect(set !== null).toBe(statusOn(events, on) === "in_force");
      }),
      { numRuns: 400 },
    );
    expect(setOn(adopted(entry), "lithium_salt", "2026-05-31")).toBeNull();
    expect(setOn(adopted(entry), "lithium_salt", "2026-06-01")?.policy).toBe("p");
    expect(setOn([], "recycling", "2025-06-30")).toBeNull();
    expect(setOn(setsInForce([]), "recycling", "2025-06-30")?.id).toBe("cn-recycling-2024");
  });

  it("[CN3] equality meets 不低于; what is left empty is unknown, and a failure outweighs it", () => {
    const sets = adopted(entry);
    const of = (values: Parameters<typeof factsOfPlant>[0]) =>
      bindingOn(
        sets,
        "lithium_salt",
        { facts: factsOfPlant(values), evidenceUntil: "2030-01-01" },
        "2026-07-01",
      ).verdict;
    expect(of(good)).toBe("met");
    expect(of({ ...good, maturity: null })).toBe("incomplete");
    expect(of({ ...good, maturity: null, lithiumYield: percent("84.9") })).toBe("not_met");
    expect(of({ ...good, energy: amount("2500", "kgce/t LCE") })).toBe("met");
    expect(of({ ...good, energy: amount("2500.1", "kgce/t LCE") })).toBe("not_met");
  });

  it("[CN3] what is asked of ternary cells is not asked of a plant that makes none", () => {
    const set = conditionSets.find(({ id }) => id === "cn-liion-2024-draft");
    if (!set) throw new Error("there is no such set");
    const verdicts = (values: Parameters<typeof factsOfPlant>[0]) =>
      Object.fromEntries(
        evaluate(set, factsOfPlant(values), "2026-01-01", { asIf: true }).rules.map(({ id, verdict }) => [
          id,
          verdict,
        ]),
      );
    const iron = verdicts({ makesTernary: false, makesIron: true, ironCell: amount("165", "Wh/kg") });
    expect(iron).toMatchObject({
      ternary_cell_Wh_kg: "not_applicable",
      LFP_cell_Wh_kg: "met",
      LFP_pack_Wh_kg: "unknown",
    });
    expect(verdicts({}).ternary_cell_Wh_kg).toBe("unknown");
  });

  it("[CN4] a listing outlasts its evidence by the days of grace and not a day more", () => {
    const plant = { facts: factsOfPlant(good), evidenceUntil: "2026-08-01" };
    const on = (day: string) => bindingOn(adopted(entry), "lithium_salt", plant, day).verdict;
    expect(on(shiftDate("2026-08-01", graceDays))).toBe("met");
    expect(on(shiftDate("2026-08-01", graceDays + 1))).toBe("lapsed");
    expect(lapsesOn(null)).toBeNull();
  });

  it("[CN4] a declaration counts as listed from its listing to the lapse of its evidence", () => {
    const on = (state: string, day: string) => isListedOn({ state, evidenceUntil: "2026-08-01" }, day);
    expect(["draft", "in_review", "notice", "withdrawn"].map((state) => on(state, "2026-07-01"))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    for (const state of ["listed", "under_watch"]) {
      expect(on(state, "2026-07-01")).toBe(true);
      expect(on(state, shiftDate("2026-08-01", graceDays))).toBe(true);
      expect(on(state, shiftDate("2026-08-01", graceDays + 1))).toBe(false);
    }
  });

  it("[CN8] a plant without a level leaves the share open, and firms are counted apart from plants", () => {
    const plant = fc.record({
      firm: fc.constantFrom("a", "b", "c"),
      maturity: fc.option(fc.integer({ min: 1, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(plant, { maxLength: 12 }), (plants) => {
        const { firms, plants: all, met, unknown } = countMaturity(plants);
        const below = plants.filter(({ maturity }) => maturity === 1 || maturity === 2).length;
        expect([all, met + unknown + below]).toEqual([plants.length, plants.length]);
        expect(firms).toBeLessThanOrEqual(all);
        // Whatever the missing levels turn out to be, the share stays within the band.
        for (const guess of [1, 5]) {
          const known = plants.map(({ firm, maturity }) => ({ firm, maturity: maturity ?? guess }));
          const share = countMaturity(known).met;
          expect(share).toBeGreaterThanOrEqual(met);
          expect(share).toBeLessThanOrEqual(met + unknown);
        }
      }),
    );
  });

  it("[CN5] the stretches say of every day what that day says", () => {
    const days = fc.integer({ min: 0, max: 1400 }).map((count) => shiftDate("2025-01-01", count));
    fc.assert(
      fc.property(
        fc.option(days),
        days,
        days,
        fc.constantFrom("86", "80"),
        (evidenceUntil, inForce, repealed, share) => {
          const sets = adopted([
            { type: "in_force", on: inForce },
            { type: "repealed", on: repealed },
          ]);
          const plant = {
            facts: factsOfPlant({ ...good, lithiumYield: percent(share) }),
            evidenceUntil,
          };
          const window = { from: "2025-01-01", to: "2029-01-01" };
          const spans = bindingSpans(sets, "lithium_salt", plant, window);
          expect(spans[0]?.from).toBe(window.from);
          expect(spans.at(-1)?.to).toBe(window.to);
          for (let day = window.from; day < window.to; day = shiftDate(day, 17)) {
            const span = spans.find(({ from, to }) => from <= day && day < to);
            expect(span?.verdict).toBe(bindingOn(sets, "lithium_salt", plant, day).verdict);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[CN6] the difference of two sets says what became stricter, what is new and what was dropped", () => {
    const of = (id: string) => {
      const set = conditionSets.find((one) => one.id === id);
      if (!set) throw new Error(`there is no set ${id}`);
      return set;
    };
    const told = (before: string, after: string) =>
      Object.fromEntries(compareSets(of(before), of(after)).map(({ id, change }) => [id, change]));
    expect(told("cn-recycling-2019", "cn-recycling-2024")).toMatchObject({
      Li_recovery: "stricter",
      Ni_Co_Mn_recovery: "same",
      powder_Al: "new",
      RE_recovery: "dropped",
    });
    expect(told("cn-recycling-2024-draft", "cn-recycling-2024")).toMatchObject({
      powder_Al: "looser",
      Cu_Al_recovery: "dropped",
    });
    const rule = (operator: ">" | ">=" | "<" | "<=", value: string) => ({
      rules: [{ id: "x", fact: "x", operator, value }],
    });
    const change = (a: ReturnType<typeof rule>, b: ReturnType<typeof rule>) => compareSets(a, b)[0]?.change;
    expect(change(rule(">=", "1"), rule(">", "1"))).toBe("stricter");
    expect(change(rule("<", "1"), rule("<=", "1"))).toBe("looser");
    expect(change(rule(">=", "1"), rule("<=", "1"))).toBe("changed");
  });
});

describe("[CN9] the evidence of a condition", () => {
  it("is the source of the field that states it", () => {
    expect(fieldOfFact("plant", "Li_yield")).toBe("lithiumYield");
    expect(fieldOfFact("plant", "energy_kgce_per_t_LCE")).toBe("energy");
    expect(fieldOfFact("conformityClaim", "rare_earths_in_feed")).toBe("rareEarths");
    expect(fieldOfFact("plant", "nothing")).toBeNull();
  });
  it.each(judgedRegisters)(
    "knows a field of %s for every fact that its sets ask and it can state",
    (name) => {
      const { fields } = registers[name];
      const facts = conditionSets.flatMap(({ rules }) =>
        rules.flatMap((rule) => ("fact" in rule && typeof rule.fact === "string" ? [rule.fact] : [])),
      );
      const found = facts.flatMap((fact) => fieldOfFact(name, fact) ?? []);
      expect(found.length).toBeGreaterThan(3);
      for (const field of found) expect(Object.keys(fields)).toContain(field);
    },
  );
});
