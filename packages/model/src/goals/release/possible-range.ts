import type { Expression } from "../definition/expression/expression.ts";
import { parseExpression } from "../definition/expression/parse-expression.ts";
import { Exact } from "../definition/expression/spread.ts";
import type { Component, Definition, Measure } from "../definition/index.ts";
import type { Interval } from "./interval.ts";
import { readMeasure, wordOf } from "./measure-need.ts";

/** The units in which a share is told, and its whole in each. */
const wholes: Readonly<Record<string, number>> = { "%": 100, "index 0-1": 1 };
const nothing = new Exact(0);

/**
 * What a measure can be, by what everybody knows: amounts are not below nothing, nor is a difference that a hard check forbids
 * to be; a part is not above its whole, by its expression, by a hard check, or by the range that its definition gives measures
 * of the unit. A bound there tells nobody anything. [RL7]
 * @param components all that are in force, by code
 * @example possibleRange(sme02, plants, components) // { low: 0, high: 100 }
 */
export function possibleRange(
  definition: Definition,
  { unit, expression }: Measure,
  components: ReadonlyMap<string, Component>,
): Interval {
  const read = readMeasure(expression);
  const known = knownOf(definition, components);
  const whole = wholes[unit];
  const [least, most] = definition.measures[0]?.unit === unit ? (definition.range ?? []) : [];
  const isShare = whole !== undefined && (Number(most) === whole || isPart(read, whole, known));
  return {
    low: Number(least) === 0 || isAmount(read, known) ? nothing : null,
    high: isShare ? new Exact(whole) : null,
  };
}

type Known = {
  /** Names that may lie below nothing. */
  readonly signed: ReadonlySet<string>;
  /** What a hard check holds not to be above what, as they are written without blanks. */
  readonly notAbove: ReadonlySet<string>;
};

function knownOf({ checks }: Definition, components: ReadonlyMap<string, Component>): Known {
  const notAbove = checks.flatMap(({ severity, expression }) => {
    const parsed = severity === "hard" ? parseExpression(expression) : null;
    const check = parsed?.ok ? parsed.expression : null;
    return check?.kind === "binary" && check.operator === "<=" ? [pairOf(check.left, check.right)] : [];
  });
  const signed = [...components.values()].flatMap(({ code, nonNegative }) => (nonNegative ? [] : [code]));
  return { signed: new Set(signed), notAbove: new Set(notAbove) };
}

function isAmount(expression: Expression, known: Known): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "name":
      return !known.signed.has(expression.name);
    case "unary":
      return false;
    case "binary": {
      const { operator, left, right } = expression;
      if (operator === "-") return known.notAbove.has(pairOf(right, left));
      return isAmount(left, known) && isAmount(right, known);
    }
    case "call":
      return !known.signed.has(wordOf(expression.of[0]));
  }
}

/** A part by its whole, in percent or not: narrowed from it, or not above it by a hard check. */
function isPart(expression: Expression, whole: number, known: Known): boolean {
  if (expression.kind !== "binary" || expression.operator !== "/") return false;
  const { left, right } = expression;
  const part = whole === 1 ? left : timesOf(left, String(whole));
  if (!part) return false;
  if (known.notAbove.has(pairOf(part, right))) return true;
  return (
    part.kind === "call" && part.name === "at" && right.kind === "name" && wordOf(part.of[0]) === right.name
  );
}

function timesOf(expression: Expression, factor: string): Expression | null {
  const isTimes = expression.kind === "binary" && expression.operator === "*";
  return isTimes && expression.left.kind === "number" && expression.left.text === factor
    ? expression.right
    : null;
}

const pairOf = (less: Expression, more: Expression) => `${write(less)} <= ${write(more)}`;

/** Alike for expressions that read alike, wherever they stand. */
function write(expression: Expression): string {
  return JSON.stringify(expression, (key, value) => (key === "at" ? undefined : value));
}
