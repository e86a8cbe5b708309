import { Decimal } from "decimal.js";
import { type Converted, convertUnit } from "./convert-unit.ts";
import compoundsJson from "./data/compounds.json" with { type: "json" };
import concentratesJson from "./data/concentrates.json" with { type: "json" };
import lithiumPerKwhJson from "./data/lithium-per-kwh.json" with { type: "json" };

/** Factors are decimal strings. `lceFactor`: t LCE contained in 1 t of the substance, computed from atomic weights. */
export type Compound = {
  readonly substance: string;
  readonly molarMass: string;
  readonly liFraction: string;
  readonly lceFactor: string;
  readonly derivation: string;
  readonly confidence: "computed";
  readonly crossCheck?: { readonly value: string; readonly source: string };
};

/** `tonnesPerLce`: t of concentrate for 1 t LCE, by recovery. */
export type Concentrate = {
  readonly material: string;
  readonly zh: string;
  readonly li2oFraction: string;
  readonly lceFactor: string;
  readonly tonnesPerLce: Readonly<Record<string, string>>;
  readonly derivation: string;
  readonly confidence: "computed";
};

export type LithiumPerKwh = {
  readonly chemistry: string;
  readonly cell: "liquid" | "solid";
  readonly lithiumKgPerKwh: string;
  readonly lceKgPerKwh: string;
  readonly source: string;
  readonly confidence: "sourced";
};

export const compounds = compoundsJson as readonly Compound[];
export const concentrates = concentratesJson as readonly Concentrate[];
export const lithiumPerKwh = lithiumPerKwhJson as readonly LithiumPerKwh[];

const fold = (name: string) =>
  name
    .normalize("NFKC")
    .replaceAll(/[·∙•*]/g, ".")
    .replaceAll(/\s+/g, "")
    .toLowerCase();
const compoundByName = new Map(compounds.map((compound) => [fold(compound.substance), compound]));

/** The compound of a formula or name in the table ("LiOH·H2O", "NCM811"), or null. */
export function findCompound(substance: string): Compound | null {
  return compoundByName.get(fold(substance)) ?? null;
}

/**
 * The lithium carbonate equivalent of an amount of a substance, in t LCE. Contained lithium: no yield is assumed. [CH8]
 * @param unit any mass unit; a rate (t/a) gives t LCE per year
 * @example toLce("1", "kt", "LiOH·H2O") // { ok: true, value: 880.4 }
 */
export function toLce(value: Decimal | string, unit: string, substance: string): Converted {
  const compound = findCompound(substance);
  if (!compound) return { ok: false, rule: "notInList", params: { substance } };
  const asMass = convertUnit(value, unit, "t");
  const tonnes = asMass.ok || asMass.rule !== "unitMismatch" ? asMass : convertUnit(value, unit, "t/a");
  return tonnes.ok ? { ok: true, value: tonnes.value.times(compound.lceFactor) } : tonnes;
}

/**
 * The mass of a substance that holds a given amount of LCE, in t. Inverse of toLce.
 * @param unit "t LCE" or one of its multiples
 * @example fromLce("880.4", "t LCE", "LiOH.H2O") // { ok: true, value: 1000 }
 */
export function fromLce(value: Decimal | string, unit: string, substance: string): Converted {
  const compound = findCompound(substance);
  if (!compound) return { ok: false, rule: "notInList", params: { substance } };
  const tonnes = convertUnit(value, unit, "t LCE");
  return tonnes.ok ? { ok: true, value: tonnes.value.div(compound.lceFactor) } : tonnes;
}

/**
 * LCE of an amount of ore or concentrate of a given grade, in t LCE at 100 % recovery.
 * @param gradePercent Li2O content in mass per cent
 * @example oreToLce("100", "t", "6") // { ok: true, value: 14.8374 }
 */
export function oreToLce(value: Decimal | string, unit: string, gradePercent: Decimal | string): Converted {
  const grade = convertUnit(gradePercent, "% Li2O", "% Li2O");
  if (!grade.ok) return grade;
  const oxide = toLce(value, unit, "Li2O");
  return oxide.ok ? { ok: true, value: oxide.value.times(grade.value).div(100) } : oxide;
}

/**
 * LCE in brine, in kg LCE per m3, from the lithium concentration.
 * @example brineToLce("200", "mg/L") // { ok: true, value: 1.06466 }
 */
export function brineToLce(value: Decimal | string, unit: string): Converted {
  const concentration = convertUnit(value, unit, "mg/L");
  if (!concentration.ok) return concentration;
  const factor = new Decimal(findCompound("Li")?.lceFactor ?? 0);
  return { ok: true, value: concentration.value.times(factor).div(1000) };
}

/**
 * LCE in batteries of a chemistry, in t LCE, by the model values of BatPaC (not plant measurements).
 * @param chemistry as in the table: "LFP", "NMC 811"; NCM is read as NMC
 * @example energyToLce("1", "GWh", "NCM 811") // { ok: true, value: 531 }
 */
export function energyToLce(value: Decimal | string, unit: string, chemistry: string): Converted {
  const key = fold(chemistry).replace("ncm", "nmc");
  const row = lithiumPerKwh.find((entry) => fold(entry.chemistry) === key);
  if (!row) return { ok: false, rule: "notInList", params: { substance: chemistry } };
  const energy = convertUnit(value, unit, "kWh");
  return energy.ok ? { ok: true, value: energy.value.times(row.lceKgPerKwh).div(1000) } : energy;
}
