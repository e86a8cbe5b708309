import { Decimal } from "decimal.js";
import { convertUnit, findCompound, loadConcept, parseUnit, toLce } from "../../chain/index.ts";

/** A yearly amount of one concept that somebody offers or needs; `amount` is a decimal in `unit`. */
export type Volume = {
  readonly id: string;
  readonly concept: string;
  readonly amount: string;
  readonly unit: string;
};

/** `mass`: tonnes of goods a year. `lce`: contained lithium, in tonnes LCE a year, no yield assumed. */
export type VolumeBasis = "mass" | "lce";

/** Whole kilograms a year, or null where the amount does not convert to the basis. [AL11] */
export function toKilograms({ concept, amount, unit }: Volume, basis: VolumeBasis): number | null {
  const tonnes = basis === "mass" ? convertUnit(amount, unit, "t/a") : toTonnesLce(concept, amount, unit);
  if (!tonnes.ok || tonnes.value.isNegative()) return null;
  const kilograms = tonnes.value.times(1000).toDecimalPlaces(0, Decimal.ROUND_DOWN).toNumber();
  return Number.isSafeInteger(kilograms) ? kilograms : null;
}

function toTonnesLce(concept: string, amount: string, unit: string) {
  if (parseUnit(unit)?.dimension === "mass_lce_rate") return convertUnit(amount, unit, "t LCE/a");
  const { formula = "", abbreviations } = loadConcept(concept);
  const substance = [formula, ...abbreviations].find((name) => findCompound(name)) ?? formula;
  return toLce(amount, unit, substance);
}

/** Kilograms as tonnes, in full. */
export function toTonnes(kilograms: number): string {
  return new Decimal(kilograms).div(1000).toString();
}
