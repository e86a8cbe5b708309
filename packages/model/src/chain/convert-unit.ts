import {
  createUnits,
  parseDecimal,
  type Unit,
  type ConversionFault as UnitFault,
} from "@lilink/engine/units";
import type { Decimal } from "decimal.js";
import unitsJson from "./data/units.json" with { type: "json" };

export { parseDecimal, type Unit };

export type ConversionFault =
  | UnitFault
  | { readonly rule: "notInList"; readonly params: { readonly substance: string } };

export type Converted =
  | { readonly ok: true; readonly value: Decimal }
  | ({ readonly ok: false } & ConversionFault);

const book = createUnits(unitsJson as readonly Unit[]);

export const { units, parseUnit, listUnitsLike, listUnitsNear } = book;

/**
 * A value in another unit of the same dimension, exact in decimal. [CH7] t and t LCE are different dimensions on purpose:
 * use toLce. No currency, calendar month or density is assumed.
 * @example convertUnit("3", "万吨/年", "t/a") // { ok: true, value: 30000 }
 */
export const convertUnit: (value: Decimal | string, from: string, to: string) => Converted = book.convertUnit;
