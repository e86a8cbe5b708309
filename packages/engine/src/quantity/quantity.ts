import type { Decimal } from "decimal.js";
import type { Span } from "../text/index.ts";
import type { Converted, Unit } from "../units/index.ts";

export const comparators = ["=", ">=", "<=", "range", "about"] as const;
export type Comparator = (typeof comparators)[number];

/**
 * Why a reading is not to be taken without asking. `vague`: no figure is named (数十吨). `unit_unknown`: a unit that the
 * list does not hold. `unit_ambiguous`: a unit of two meanings (度, 1.2 mt). `rate_unknown`: an amount by a span of time
 * that the list has no unit for. `unit_missing`: a number without a unit of what is always given in one. `separator`: 99,5. `exponent`: 1.2×103. `product`: 2×500. `fraction`: 1/3.
 * `direction`: "or better" where neither direction is. `bound`: a limit is spoken of, but not surely of this number.
 * `two_values`: it is said again in brackets with another size.
 */
export const quantityDoubts = [
  "vague",
  "unit_unknown",
  "unit_ambiguous",
  "unit_missing",
  "rate_unknown",
  "separator",
  "exponent",
  "product",
  "fraction",
  "direction",
  "bound",
  "two_values",
] as const;
export type QuantityDoubt = (typeof quantityDoubts)[number];

/**
 * A number with its comparator and unit, as decimal strings. `unit` null: a bare number, kept for attributes that are
 * ratios. The span covers comparator and unit; `core` the number and unit alone. Positions are of the normal text.
 */
export type Quantity = Span & {
  readonly op: Comparator;
  readonly value: string;
  readonly high?: string | undefined;
  readonly unit: string | null;
  readonly core: Span;
  /** False when the comparator was not written and "=" was taken. */
  readonly explicit: boolean;
  /** "or better": which way that is, is known only with the attribute; `op` holds the usual way of the unit. */
  readonly better?: true;
  /** What is to be left behind: 85 in "from 85 % to 92 %" of a change. */
  readonly baseline?: true;
  /** The reading must be asked about; value and unit are then no more than a guess. */
  readonly doubt?: QuantityDoubt;
};

/** `factor`: what the value must be multiplied by to stand in the unit. */
export type ReadUnit = {
  readonly end: number;
  readonly unit: string | null;
  readonly factor?: string;
  readonly doubt?: QuantityDoubt;
};

/** Amounts that are given in equivalents of one substance: "t LCE" is the unit of `t` on the basis `LCE`. */
export type Basis = {
  readonly name: string;
  /** The dimension of such amounts; their yearly rate is `<dimension>_rate`. */
  readonly dimension: string;
  /** The words behind a plain unit, and before a plain number, that say it. */
  readonly after: RegExp;
  readonly before: RegExp;
};

/** What the grammar knows of a field: its units, and the words that only this field uses. */
export type QuantityField = {
  readonly units: readonly Unit[];
  readonly basis?: Basis;
  /** What is made by the tonne, as a pattern: 每吨<product>耗水. */
  readonly products?: string;
  /** Names of what is always given in a unit, and symbols of which case counts, as patterns: a bare number behind them is asked about. */
  readonly named?: string;
  readonly symbols?: string;
  /** Units that only this field writes; asked before the list. */
  readonly readOwn?: (text: string, start: number) => ReadUnit | null;
};

/** A field made ready for reading; see `createUnitBook`. */
export type UnitBook = {
  readonly parse: (text: string) => Unit | null;
  readonly convert: (value: Decimal | string, from: string, to: string) => Converted;
  readonly readOwn: (text: string, start: number) => ReadUnit | null;
  readonly basis: Basis | undefined;
  /** No spelling is longer, and none has other letters. */
  readonly longest: number;
  readonly letters: RegExp;
  readonly asPrinted: RegExp;
  /** What a number is by, said before it. */
  readonly baseBefore: RegExp;
  readonly askedName: RegExp | undefined;
  readonly askedSymbol: RegExp | undefined;
  /** By dimensions with their powers: the units of the list made of known parts. */
  readonly known: ReadonlyMap<string, readonly { readonly id: string; readonly factor: Decimal }[]>;
};

const rated = new Set(["mass", "energy", "area", "pieces", "volume"]);
// In the first unit of a dimension, more than anything of the trade.
const utmost: Readonly<Record<string, number>> = {
  fraction: 100,
  mass_rate: 1e8,
  energy_rate: 1e5,
  density: 25,
  specific_capacity: 5000,
  specific_energy: 5000,
  energy_per_volume: 5000,
  specific_surface: 5000,
  viscosity: 1e8,
};

/** The dimension of a quantity's unit, empty for a bare number. */
export function dimensionOf(book: UnitBook, { unit }: Pick<Quantity, "unit">): string {
  return unit === null ? "" : (book.parse(unit)?.dimension ?? "");
}

/** What can be by a span of time or by the tonne. */
export function isAmount(book: UnitBook, quantity: Quantity): boolean {
  const dimension = dimensionOf(book, quantity);
  return rated.has(dimension) || dimension === book.basis?.dimension;
}

/** Metres that may be by a day: 日供2万米, where 月需6 µm铜箔 is a gauge. */
export function isRunning({ unit }: Quantity): boolean {
  return unit === "m" || unit === "km";
}

/** Money that is not by anything. */
export function isMoney(book: UnitBook, quantity: Quantity): boolean {
  return dimensionOf(book, quantity).startsWith("money");
}

/** A length of time that an amount can be by. */
export function isSpan({ unit }: Quantity): boolean {
  return /^(?:s|min|h|days|weeks|months)$/.test(unit ?? "");
}

/** 240 million tonnes a year are nobody's output: the unit was another. [MT52] */
export function isImplausible(book: UnitBook, quantity: Quantity): boolean {
  const unit = book.parse(quantity.unit ?? "");
  const most = unit ? utmost[unit.dimension] : undefined;
  const value = Number(quantity.high ?? quantity.value) * Number(unit?.factor ?? 1);
  return most !== undefined && value > most;
}
