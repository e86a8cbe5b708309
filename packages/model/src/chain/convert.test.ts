import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  atomicWeights,
  brineToLce,
  compounds,
  convertUnit,
  energyToLce,
  findCompound,
  fromLce,
  listUnitsLike,
  listUnitsNear,
  lithiumPerKwh,
  oreToLce,
  parseUnit,
  theoreticalCapacities,
  toLce,
  units,
} from "./index.ts";

/** Formula of the substances whose name in the table is no plain formula. */
const formulas: Readonly<Record<string, string>> = {
  "LiOH.H2O": "LiH3O2",
  LiFSI: "LiNS2O4F2",
  LiTFSI: "LiC2F6NS2O4",
  LiBOB: "LiBC4O8",
  LiDFOB: "LiBC2O4F2",
  NCM333: "LiNi0.333333Co0.333333Mn0.333333O2",
  NCM523: "LiNi0.5Co0.2Mn0.3O2",
  NCM622: "LiNi0.6Co0.2Mn0.2O2",
  NCM811: "LiNi0.8Co0.1Mn0.1O2",
  "Ni90 (90-5-5)": "LiNi0.9Co0.05Mn0.05O2",
  "NCA (80-15-5)": "LiNi0.8Co0.15Al0.05O2",
  "NCMA (89-4-4-3)": "LiNi0.89Co0.04Mn0.04Al0.03O2",
  LCO: "LiCoO2",
  LMO: "LiMn2O4",
  LFP: "LiFePO4",
  "LMFP (Mn0.6Fe0.4)": "LiMn0.6Fe0.4PO4",
  LNMO: "LiNi0.5Mn1.5O4",
};

function massOf(formula: string): Decimal {
  let sum = new Decimal(0);
  for (const [, element = "", count = ""] of formula.matchAll(/([A-Z][a-z]?)(\d+(?:\.\d+)?)?/g))
    sum = sum.plus(new Decimal(atomicWeights.weights[element] ?? Number.NaN).times(count || 1));
  return sum;
}

const countOf = (formula: string) =>
  massOf((formula.match(/Li(?![a-z])(?:\d+(?:\.\d+)?)?/g) ?? []).join("")).div(6.94);
const formulaOf = (substance: string) => formulas[substance] ?? substance.split(" ").at(-1) ?? "";

const numberOf = (result: ReturnType<typeof convertUnit>) =>
  result.ok ? result.value.toNumber() : result.rule;

describe("LCE factors", () => {
  it("[CH3] are recomputed from atomic weights for every substance of the table", () => {
    const half = massOf("Li2CO3").div(2);
    for (const { substance, lceFactor, molarMass, liFraction } of compounds) {
      const formula = formulaOf(substance);
      const factor = countOf(formula).times(half).div(massOf(formula));
      expect(factor.minus(lceFactor).abs().toNumber(), substance).toBeLessThan(0.0001);
      expect(massOf(formula).minus(molarMass).abs().toNumber(), substance).toBeLessThan(0.002);
      expect(
        countOf(formula).times(6.94).div(massOf(formula)).minus(liFraction).abs().toNumber(),
      ).toBeLessThan(0.0001);
    }
  });

  it("[CH3] of every substance agree with its lithium content, and the cross-checks within half a per mille", () => {
    for (const { lceFactor, liFraction, crossCheck } of compounds) {
      expect(new Decimal(liFraction).times("5.3233").minus(lceFactor).abs().toNumber()).toBeLessThan(0.0002);
      if (crossCheck)
        expect(new Decimal(crossCheck.value).div(lceFactor).minus(1).abs().toNumber()).toBeLessThan(0.0006);
    }
    for (const row of lithiumPerKwh)
      expect(
        new Decimal(row.lithiumKgPerKwh).times("5.3233").minus(row.lceKgPerKwh).abs().toNumber(),
      ).toBeLessThan(0.002);
  });

  it("[CH3] theoretical capacities follow from Faraday's constant", () => {
    const lfp = theoreticalCapacities.find((row) => row.material === "LFP");
    expect(
      new Decimal(96485.33)
        .div(3.6)
        .div(massOf("LiFePO4"))
        .minus(lfp?.value ?? 0)
        .abs()
        .toNumber(),
    ).toBeLessThan(0.1);
  });

  it("[CH8] turn masses, ore, brine and energy into t LCE, and name the unknown", () => {
    expect(numberOf(toLce("1", "kt", "LiOH·H2O"))).toBeCloseTo(880.4, 6);
    expect(numberOf(toLce("2", "万吨/年", "Li2CO3"))).toBe(20_000);
    expect(numberOf(fromLce("880.4", "t LCE", "LiOH.H2O"))).toBeCloseTo(1000, 6);
    expect(numberOf(oreToLce("100", "t", "6"))).toBeCloseTo(14.8374, 6);
    expect(numberOf(brineToLce("0.2", "g/L"))).toBeCloseTo(1.06466, 6);
    expect(numberOf(energyToLce("1", "GWh", "NCM 811"))).toBe(531);
    expect(toLce("1", "t", "gold")).toEqual({
      ok: false,
      rule: "notInList",
      params: { substance: "gold" },
    });
    expect(toLce("1", "GWh", "Li")).toMatchObject({ ok: false, rule: "unitMismatch" });
    expect(findCompound("lioh·h2o")?.substance).toBe("LiOH.H2O");
  });
});

describe("units", () => {
  it("[CH7] read the spellings of the field, full-width and Chinese", () => {
    const spellings = {
      "℃": "°C",
      "万吨/年": "10kt/a",
      "ｍｇ／ｋｇ": "ppm",
      um: "µm",
      "㎡": "m2",
      元每吨: undefined,
      Mt: "Mt",
    };
    for (const [text, id] of Object.entries(spellings)) expect(parseUnit(text)?.id).toBe(id);
  });

  it("[CH7] no two units answer to one spelling", () => {
    const fold = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
    const owners = new Map<string, string>();
    for (const unit of units)
      for (const name of new Set([unit.id, unit.zh, unit.en, ...unit.aliases].map(fold).filter(Boolean))) {
        expect([undefined, unit.dimension], `${name} of ${unit.id}`).toContain(
          units.find((other) => other.id === owners.get(name))?.dimension,
        );
        owners.set(name, unit.id);
      }
  });

  it.each([
    ["3", "万吨/年", "t/a", 30_000],
    ["0.5", "%", "ppm", 5000],
    ["300", "ppb", "ppm", 0.3],
    ["12", "µm", "nm", 12_000],
    ["1.5", "GWh", "MWh", 1500],
    ["2", "weeks", "days", 14],
    ["7.5", "万元/吨", "CNY/t", 75_000],
    ["25", "°C", "K", 298.15],
    ["-20", "℃", "°C", -20],
    ["1,200", "t", "kt", 1.2],
    ["１２", "t", "t", 12],
  ])("[CH7] %s %s is so many %s", (value, from, to, expected) => {
    expect(numberOf(convertUnit(value, from, to))).toBe(expected);
  });

  it("[CH7] names what is wrong: another dimension, an unknown unit, no number", () => {
    expect(convertUnit("1", "t", "t LCE")).toEqual({
      ok: false,
      rule: "unitMismatch",
      params: { from: "t", to: "t LCE" },
    });
    expect(convertUnit("1", "furlong", "m")).toEqual({
      ok: false,
      rule: "notInList",
      params: { unit: "furlong" },
    });
    for (const value of ["", "abc", "1e9999", "NaN", "Infinity", "0x10", "1 2", "1,2"])
      expect(convertUnit(value, "t", "t")).toMatchObject({ ok: false, rule: "notANumber" });
  });

  it("[CH7] a form offers the units of such an amount, and reads the others", () => {
    expect(listUnitsNear("t").map(({ id }) => id)).toEqual(["t", "kg", "kt", "10kt", "Mt"]);
    expect(listUnitsNear("10k CNY").map(({ id }) => id)).toEqual(["10k CNY", "CNY", "100M CNY"]);
    expect(listUnitsNear("GWh").map(({ id }) => id)).toEqual(["GWh", "MWh", "TWh"]);
    expect(listUnitsNear("furlong")).toEqual([]);
    expect(numberOf(convertUnit("5", "毫克", "t"))).toBe(5e-9);
  });

  it("[CH7] there and back gives the same value in every dimension", () => {
    const pair = fc
      .constantFrom(...units)
      .chain((unit) =>
        fc.tuple(fc.constant(unit.id), fc.constantFrom(...listUnitsLike(unit.id).map((other) => other.id))),
      );
    fc.assert(
      fc.property(pair, fc.integer({ min: -1_000_000, max: 1_000_000 }), ([from, to], number) => {
        const there = convertUnit(String(number), from, to);
        const back = there.ok ? convertUnit(there.value, to, from) : there;
        expect(numberOf(back)).toBeCloseTo(number, 6);
      }),
    );
  });
});
