import { InputError } from "../error/index.ts";

/** Comparison words are data; the sentence of the law says which one. */
export const operators = [">=", ">", "<=", "<", "=", "in", "present"] as const;
export type Operator = (typeof operators)[number];

/** A number is a decimal string or a double; a number with a unit names it. Absent facts are unknown. */
export type Fact = string | number | boolean | { readonly value: string | number; readonly unit: string };
export type Facts = Readonly<Record<string, Fact | undefined>>;

/** One comparison: `fact operator value`. `in` takes a list, `present` no value at all. */
export type Comparison = {
  readonly fact: string;
  readonly operator: Operator;
  readonly value?: string | number | boolean | readonly (string | number)[];
  /** The unit of `value`; facts in other units are converted by the caller's converter. */
  readonly unit?: string;
};

export type Condition =
  | Comparison
  | { readonly allOf: readonly Condition[] }
  | { readonly anyOf: readonly Condition[] }
  | { readonly not: Condition };

/** One text, or one by language. */
export type Title = string | Readonly<Record<string, string>>;

type RuleHead = {
  readonly id: string;
  readonly title?: Title;
  /** The rule applies only where this holds; where it cannot be told, the rule is unknown. */
  readonly when?: Condition;
  readonly source?: string;
};

/** A comparison, or a group of entries of which all, or any one, must be met. */
export type RuleEntry =
  | (RuleHead & Comparison)
  | (RuleHead & { readonly anyOf: readonly RuleEntry[] })
  | (RuleHead & { readonly allOf: readonly RuleEntry[] });

/** Rules that hold on the days of `[from, to)`. Without `from` the set binds nobody on any day: a draft. */
export type RuleSet = {
  readonly id: string;
  readonly title: Title;
  readonly source?: string;
  readonly from: string | null;
  readonly to?: string | null;
  readonly rules: readonly RuleEntry[];
};

/** Whether the set is in force on an ISO day; the last day is the one before `to`. [EN1] */
export function isInForce({ from, to }: Pick<RuleSet, "from" | "to">, on: string): boolean {
  return from !== null && from <= on && (to == null || on < to);
}

/**
 * The set in force on a day: of several, the one that began last. Null where none is. [EN1]
 * @throws InputError (duplicate) where two sets in force began on the same day: the data contradicts itself
 * @example chooseSet([old, current], "2025-06-30")?.id
 */
export function chooseSet<Set extends Pick<RuleSet, "id" | "from" | "to">>(
  sets: readonly Set[],
  on: string,
): Set | null {
  const [first, second] = sets
    .filter((set) => isInForce(set, on))
    .sort((a, b) => ((a.from ?? "") > (b.from ?? "") ? -1 : 1));
  if (first && second && first.from === second.from)
    throw new InputError({ rule: "duplicate", set: first.id, other: second.id });
  return first ?? null;
}
