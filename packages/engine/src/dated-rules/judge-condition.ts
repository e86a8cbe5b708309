import { Decimal } from "decimal.js";
import { InputError } from "../error/index.ts";
import type { Comparison, Condition, Fact, Facts } from "./rule-set.ts";

/** Turns a value into another unit, or says that the two do not meet. `convertUnit` of `/units` is one. */
export type Converter = (
  value: string,
  from: string,
  to: string,
) => { readonly ok: true; readonly value: Decimal | string | number } | { readonly ok: false };

export type CompareOptions = { readonly convert?: Converter };

export type UnknownReason = "missing" | "unit_missing" | "unit_mismatch" | "not_a_number";

/** `truth` null: cannot be told, for the `reason`. */
export type Judgement = {
  readonly truth: boolean | null;
  readonly reason?: UnknownReason;
  readonly asked: readonly string[];
  readonly missing: readonly string[];
};

/** Kleene's logic of three values: a missing fact decides nothing by itself. [EN2] */
export function judgeCondition(condition: Condition, facts: Facts, options: CompareOptions): Judgement {
  if ("not" in condition) {
    const inner = judgeCondition(condition.not, facts, options);
    return { ...inner, truth: inner.truth === null ? null : !inner.truth };
  }
  if ("allOf" in condition) return join(condition.allOf, facts, options, false);
  if ("anyOf" in condition) return join(condition.anyOf, facts, options, true);
  const fact = facts[condition.fact];
  const asked = [condition.fact];
  if (condition.operator === "present") return { truth: fact !== undefined, asked, missing: [] };
  if (fact === undefined) return { truth: null, reason: "missing", asked, missing: asked };
  const truth = compare(condition, fact, options);
  return typeof truth === "boolean"
    ? { truth, asked, missing: [] }
    : { truth: null, reason: truth, asked, missing: [] };
}

/** `decisive` settles the group at once: true of any-of, false of all-of. */
function join(
  conditions: readonly Condition[],
  facts: Facts,
  options: CompareOptions,
  decisive: boolean,
): Judgement {
  const all = conditions.map((one) => judgeCondition(one, facts, options));
  const unknown = all.find(({ truth }) => truth === null);
  const isSettled = all.some(({ truth }) => truth === decisive);
  return {
    truth: isSettled ? decisive : unknown ? null : !decisive,
    ...(!isSettled && unknown?.reason && { reason: unknown.reason }),
    asked: all.flatMap(({ asked }) => asked),
    missing: all.flatMap(({ missing }) => missing),
  };
}

function compare(comparison: Comparison, fact: Fact, options: CompareOptions): boolean | UnknownReason {
  const { operator, value, unit } = comparison;
  if (typeof value === "object") return value.map(String).includes(String(plainOf(fact)));
  if (typeof value === "boolean") return fact === value;
  if (value === undefined) throw new InputError({ rule: "notANumber", fact: comparison.fact });
  const limit = toNumber(value);
  if (operator === "=" && limit === null) return String(plainOf(fact)) === value;
  if (limit === null) throw new InputError({ rule: "notANumber", fact: comparison.fact });
  const measured = inUnit(fact, unit, options);
  if (typeof measured === "string") return measured;
  const order = measured.cmp(limit);
  if (operator === ">=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  return operator === "<" ? order < 0 : order === 0;
}

function plainOf(fact: Fact): string | number | boolean {
  return typeof fact === "object" ? fact.value : fact;
}

/** A fact without the unit that its rule has is no figure: it may be of any. */
function inUnit(fact: Fact, unit: string | undefined, { convert }: CompareOptions): Decimal | UnknownReason {
  const number = toNumber(plainOf(fact));
  if (number === null) return "not_a_number";
  const given = typeof fact === "object" ? fact.unit : undefined;
  if (given === unit) return number;
  if (given === undefined) return "unit_missing";
  const turned = unit === undefined ? undefined : convert?.(number.toFixed(), given, unit);
  return turned?.ok ? new Decimal(turned.value) : "unit_mismatch";
}

function toNumber(value: string | number | boolean): Decimal | null {
  if (typeof value === "boolean") return null;
  const text = String(value).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text) ? new Decimal(text) : null;
}
