import type { Span } from "@lilink/engine/text";
import type { Comparator } from "../../posting/index.ts";

/**
 * Why a reading is not to be taken without asking. `vague`: no figure is named (数十吨). `unit_unknown`: a unit that the
 * chain does not hold. `unit_ambiguous`: a unit of two meanings (度, 1.2 mt). `rate_unknown`: an amount by a span of time
 * that the chain has no unit for. `unit_missing`: a number without a unit of what is always given in one. `separator`: 99,5. `exponent`: 1.2×103. `product`: 2×500. `fraction`: 1/3.
 * `direction`: "or better" where neither direction is. `bound`: a limit is spoken of, but not surely of this number.
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
