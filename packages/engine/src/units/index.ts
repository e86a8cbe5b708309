import { Decimal } from "decimal.js";

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

export type ConversionFault =
  | { readonly rule: "notInList"; readonly params: { readonly unit: string } }
  | { readonly rule: "unitMismatch"; readonly params: { readonly from: string; readonly to: string } }
  | { readonly rule: "notANumber"; readonly params: { readonly value: string } };

export type Converted =
  | { readonly ok: true; readonly value: Decimal }
  | ({ readonly ok: false } & ConversionFault);

/** A list of units that can be read and converted. */
export type Units = {
  readonly units: readonly Unit[];
  /** The unit that a person means, in any of its spellings (zh, en, full width), or null. */
  parseUnit(text: string): Unit | null;
  /** A value in another unit of the same dimension, exact in decimal. */
  convertUnit(value: Decimal | string, from: string, to: string): Converted;
  /** Units of the same dimension, itself included. */
  listUnitsLike(unit: string): readonly Unit[];
  /**
   * Of those, the units in which somebody would give such an amount, the unit itself first: kilograms of a figure in
   * tonnes, no milligrams.
   */
  listUnitsNear(unit: string): readonly Unit[];
};

const smallest = new Decimal("1e-4");
const largest = new Decimal("1e6");
const fold = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();

/** A finite decimal, or null. Drops group commas; reads no hexadecimal, no blanks and no exponent above three digits. */
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
 * Reads and converts the given units. Of two units with the same spelling the first is meant.
 * @example createUnits([kilogram, tonne]).convertUnit("3", "t", "kg") // { ok: true, value: 3000 }
 */
export function createUnits(units: readonly Unit[]): Units {
  // An id in its own spelling comes first: "Mt" and "mt", "MWh" and "mWh" differ by case alone.
  const exact = new Map(units.map((unit) => [unit.id, unit]));
  const folded = new Map<string, Unit>();
  for (const unit of units)
    for (const name of [unit.id, unit.zh, unit.en, ...unit.aliases]) {
      const key = fold(name);
      if (key !== "" && !folded.has(key)) folded.set(key, unit);
    }

  const parseUnit = (text: string) => exact.get(text.trim()) ?? folded.get(fold(text)) ?? null;
  const listUnitsLike = (unit: string) => {
    const dimension = parseUnit(unit)?.dimension;
    return units.filter((other) => other.dimension === dimension);
  };
  return {
    units,
    parseUnit,
    listUnitsLike,
    listUnitsNear: (unit) => {
      const own = parseUnit(unit);
      if (!own) return [];
      const near = listUnitsLike(unit).filter(({ id, factor }) => {
        const ratio = new Decimal(factor).div(own.factor);
        return id !== own.id && ratio.gte(smallest) && ratio.lte(largest);
      });
      return [own, ...near];
    },
    convertUnit: (value, from, to) => {
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
    },
  };
}
