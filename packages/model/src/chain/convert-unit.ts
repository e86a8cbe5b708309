import { Decimal } from "decimal.js";
import unitsJson from "./data/units.json";

/** A unit of one dimension: value in the dimension's base = value × factor + offset. */
export type Unit = {
  readonly id: string;
  readonly dimension: string;
  readonly factor: string;
  readonly offset?: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
};

export const units = unitsJson as readonly Unit[];

const fold = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();

// An id in its own spelling comes first: "Mt" and "mt", "MWh" and "mWh" differ by case alone.
const exact = new Map(units.map((unit) => [unit.id, unit]));
const folded = new Map<string, Unit>();
for (const unit of units)
  for (const name of [unit.id, unit.zh, unit.en, ...unit.aliases]) {
    const key = fold(name);
    if (key !== "" && !folded.has(key)) folded.set(key, unit);
  }

/**
 * The unit that a person means, in any of its spellings (zh, en, full-width), or null.
 * @example parseUnit("万吨/年")?.id // "10kt/a"
 */
export function parseUnit(text: string): Unit | null {
  return exact.get(text.trim()) ?? folded.get(fold(text)) ?? null;
}

/** Units of the same dimension as a unit (itself included): the choice that a form offers beside a number. */
export function listUnitsLike(unit: string): readonly Unit[] {
  const dimension = parseUnit(unit)?.dimension;
  return units.filter((other) => other.dimension === dimension);
}

const smallest = new Decimal("1e-4");
const largest = new Decimal("1e6");

/**
 * Of those, the units in which somebody would give such an amount, the unit itself first: kilograms of a figure in
 * tonnes, no milligrams. The others are still read where they are typed.
 * @example listUnitsNear("t").map(({ id }) => id) // ["t", "kg", "kt", "10kt", "Mt"]
 */
export function listUnitsNear(unit: string): readonly Unit[] {
  const own = parseUnit(unit);
  if (!own) return [];
  const near = listUnitsLike(unit).filter(({ id, factor }) => {
    const ratio = new Decimal(factor).div(own.factor);
    return id !== own.id && ratio.gte(smallest) && ratio.lte(largest);
  });
  return [own, ...near];
}

export type ConversionFault =
  | { readonly rule: "notInList"; readonly params: { readonly unit: string } }
  | { readonly rule: "unitMismatch"; readonly params: { readonly from: string; readonly to: string } }
  | { readonly rule: "notANumber"; readonly params: { readonly value: string } }
  | { readonly rule: "notInList"; readonly params: { readonly substance: string } };

export type Converted =
  | { readonly ok: true; readonly value: Decimal }
  | ({ readonly ok: false } & ConversionFault);

/** A finite decimal, or null. Group commas are dropped; no exponent tricks, hexadecimal or blanks are read. */
export function parseDecimal(value: Decimal | string): Decimal | null {
  if (typeof value !== "string") return value.isFinite() ? value : null;
  const plain = value
    .normalize("NFKC")
    .trim()
    .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, "");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain)) return null;
  return new Decimal(plain);
}

/**
 * A value in another unit of the same dimension, exact in decimal. [CH7]
 * t and t LCE are different dimensions on purpose: use toLce. No currency, calendar month or density is assumed.
 * @example convertUnit("3", "万吨/年", "t/a") // { ok: true, value: 30000 }
 */
export function convertUnit(value: Decimal | string, from: string, to: string): Converted {
  const number = parseDecimal(value);
  if (!number) return { ok: false, rule: "notANumber", params: { value: String(value) } };
  const source = parseUnit(from);
  if (!source) return { ok: false, rule: "notInList", params: { unit: from } };
  const target = parseUnit(to);
  if (!target) return { ok: false, rule: "notInList", params: { unit: to } };
  if (source.dimension !== target.dimension)
    return { ok: false, rule: "unitMismatch", params: { from: source.id, to: target.id } };
  const base = number.times(source.factor).plus(source.offset ?? 0);
  return { ok: true, value: base.minus(target.offset ?? 0).div(target.factor) };
}
