import { Decimal } from "decimal.js";
import type { Expression } from "./expression.ts";
import { concentrationOf, divide, Exact, largestOf, medianOf, toExact, topOf } from "./spread.ts";

/** A sum, or parts of one, as an expression asks for them. `at` narrows a dimension to a code, classes and terms included. */
export type Figures = {
  sum(component: string, at?: { readonly dimension: string; readonly code: string }): Decimal | null;
  /** The sum over all places of the component, whatever place is looked at. */
  total(component: string): Decimal | null;
  /** Sums by the finest codes of a dimension. */
  parts(component: string, dimension: string): ReadonlyMap<string, Decimal>;
  /** Sums by enterprise group. */
  groups(component: string): readonly Decimal[];
  /** Each reported value. */
  values(component: string): readonly Decimal[];
  /** Whether the place looked at lies in a code; null where it has no code of that dimension. */
  within(dimension: string, code: string): boolean | null;
  /** The same place one period or one year before, or null where nothing is known of it. */
  earlier(which: "previous" | "last_year"): Figures | null;
};

/** A number, the answer to a condition, or null: no figure. Never NaN or infinite. [DF2] */
export type Figure = Decimal | boolean | null;

/**
 * The figure of an expression, in decimals of 50 digits. What is missing, and a division by zero, gives null and so does
 * all that needs it; `false && x` and `true || x` need no x. [DF2]
 * @param constants values by name, as decimal strings
 * @example evaluateExpression(parsed, figures, new Map()) // Decimal 93.25
 */
export function evaluateExpression(
  expression: Expression,
  figures: Figures,
  constants: ReadonlyMap<string, string>,
): Figure {
  const run = (part: Expression): Figure => evaluateExpression(part, figures, constants);
  const asNumber = (part: Expression): Decimal | null => toNumber(run(part));
  switch (expression.kind) {
    case "number":
      return new Exact(expression.text);
    case "name": {
      const constant = constants.get(expression.name);
      return constant === undefined ? toNumber(figures.sum(expression.name)) : new Exact(constant);
    }
    case "unary": {
      const value = run(expression.of);
      if (expression.operator === "!") return typeof value === "boolean" ? !value : null;
      return toNumber(value)?.negated() ?? null;
    }
    case "binary":
      return combine(
        expression.operator,
        () => run(expression.left),
        () => run(expression.right),
      );
    case "call":
      return callFunction(expression, figures, asNumber, (earlier, part) =>
        evaluateExpression(part, earlier, constants),
      );
  }
}

function toNumber(value: Figure): Decimal | null {
  return Decimal.isDecimal(value) ? toExact(value) : null;
}

function combine(operator: string, leftOf: () => Figure, rightOf: () => Figure): Figure {
  if (operator === "&&" || operator === "||") {
    const settled = operator === "||";
    const [left, right] = [leftOf(), rightOf()];
    if (left === settled || right === settled) return settled;
    return typeof left === "boolean" && typeof right === "boolean" ? !settled : null;
  }
  const left = toNumber(leftOf());
  const right = toNumber(rightOf());
  if (left === null || right === null) return null;
  switch (operator) {
    case "+":
      return toNumber(left.plus(right));
    case "-":
      return toNumber(left.minus(right));
    case "*":
      return toNumber(left.times(right));
    case "/":
      return divide(left, right);
    case "<=":
      return left.lte(right);
    case ">=":
      return left.gte(right);
    case "<":
      return left.lt(right);
    case ">":
      return left.gt(right);
    default:
      return left.eq(right);
  }
}

type Call = Extract<Expression, { kind: "call" }>;

function callFunction(
  { name, of }: Call,
  figures: Figures,
  asNumber: (part: Expression) => Decimal | null,
  runEarlier: (earlier: Figures, part: Expression) => Figure,
): Figure {
  const word = (place: number) => {
    const part = of[place];
    return part?.kind === "name" ? part.name : part?.kind === "number" ? part.text : "";
  };
  const numbers = () => {
    const [first, second] = of.map(asNumber);
    return first && second ? ([first, second] as const) : null;
  };
  switch (name) {
    case "abs":
      return (of[0] && asNumber(of[0])?.abs()) ?? null;
    case "min":
    case "max": {
      const pair = numbers();
      return pair && Exact[name](...pair);
    }
    case "change": {
      const pair = numbers();
      return pair && divide(pair[0].minus(pair[1]), pair[1]);
    }
    case "previous":
    case "last_year": {
      const earlier = figures.earlier(name);
      return earlier && of[0] ? runEarlier(earlier, of[0]) : null;
    }
    case "total":
      return toNumber(figures.total(word(0)));
    case "at":
      // Nobody reported at the code, but somebody elsewhere: that is nothing, not unknown ([DF4]).
      return toNumber(
        figures.sum(word(0), { dimension: word(1), code: word(2) }) ??
          (figures.sum(word(0)) === null ? null : new Exact(0)),
      );
    case "within":
      return figures.within(word(0), word(1));
    case "median":
      return medianOf(figures.values(word(0)));
    case "hhi":
      return concentrationOf(figures.parts(word(0), word(1)), word(2));
    case "max_share":
      return largestOf(figures.parts(word(0), word(1)), word(2));
    case "top_share":
      return topOf(figures.groups(word(0)), Number(word(1)));
    default:
      return null;
  }
}
