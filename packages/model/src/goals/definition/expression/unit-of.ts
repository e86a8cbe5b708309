import { Decimal } from "decimal.js";
import { parseUnit } from "../../../chain/convert-unit.ts";

/** A unit as powers of base quantities, and how much of them it is: kg/t LCE is 0.001 of mass over lithium. */
export type UnitForm = { readonly powers: Readonly<Record<string, number>>; readonly scale: Decimal };

/** Units of statistics that the chain has no word for. */
const statistical: Readonly<Record<string, readonly [quantity: string | null, factor: string]>> = {
  count: [null, "1"],
  Cpk: [null, "1"],
  "index 0-1": [null, "1"],
  "index 0-10,000": [null, "0.0001"],
  kgce: ["standard_coal", "1"],
  tce: ["standard_coal", "1000"],
  persons: ["persons", "1"],
  "100 persons": ["persons", "100"],
  "person-days": ["person_days", "1"],
  "TRL levels": ["readiness_level", "1"],
  rank: ["rank", "1"],
};
const pure = ["fraction", "ratio"];

/**
 * The form of a unit, or null where one of its parts is not known. [DF5]
 * @example unitForm("kgce/t LCE")?.powers // { standard_coal: 1, mass_lce: -1 }
 */
export function unitForm(unit: string): UnitForm | null {
  const [numerator = "", ...denominators] = unit.split("/");
  const forms = [simpleForm(numerator), ...denominators.map(simpleForm)];
  return forms.reduce(
    (whole, form, place) => whole && form && timesForm(whole, form, place === 0 ? 1 : -1),
    pureForm,
  );
}

/** A number without a unit. */
export const pureForm: UnitForm = { powers: {}, scale: new Decimal(1) };

/** The product of two units, or their quotient with the sign -1. */
export function timesForm(left: UnitForm, right: UnitForm, sign: 1 | -1): UnitForm {
  const powers: Record<string, number> = { ...left.powers };
  for (const [quantity, power] of Object.entries(right.powers)) {
    const sum = (powers[quantity] ?? 0) + sign * power;
    if (sum === 0) delete powers[quantity];
    else powers[quantity] = sum;
  }
  return { powers, scale: sign === 1 ? left.scale.times(right.scale) : left.scale.div(right.scale) };
}

/** Whether two are the same unit: alike in quantities and in size. */
export function isSameForm(left: UnitForm, right: UnitForm): boolean {
  const quotient = timesForm(left, right, -1);
  return Object.keys(quotient.powers).length === 0 && quotient.scale.eq(1);
}

function simpleForm(unit: string): UnitForm | null {
  const own = statistical[unit];
  if (own) return formOf(...own);
  const found = parseUnit(unit);
  return found && found.id === unit
    ? formOf(pure.includes(found.dimension) ? null : found.dimension, found.factor)
    : null;
}

function formOf(quantity: string | null, factor: string): UnitForm {
  return { powers: quantity === null ? {} : { [quantity]: 1 }, scale: new Decimal(factor) };
}
