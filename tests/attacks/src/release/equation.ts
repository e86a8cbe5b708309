import type { Definition } from "@lilink/model/goals/definition";
import type { readMeasure } from "@lilink/model/goals/release/making";

type Expression = ReturnType<typeof readMeasure>;

/** A sum of a component, taken so many times; narrowed to codes beside the place that is looked at. */
type Sum = {
  readonly component: string;
  readonly narrowed: readonly (readonly [dimension: string, code: string])[];
  readonly isTotal: boolean;
  readonly times: number;
};

/** Sums taken so many times, and a number. */
export type Form = { readonly sums: readonly Sum[]; readonly number: number };

/** A measure as `plus + times * over / under`. */
export type Equation = {
  readonly over: Form;
  readonly under: Form;
  readonly plus: number;
  readonly times: number;
};

const one: Form = { sums: [], number: 1 };

/**
 * What a told measure says of sums: a quotient of two, or a sum alone; null for what is neither, such as a concentration.
 * @example toEquation(definition, readMeasure("100 * a / (a + b)"))?.times // 1: the 100 is taken into the numerator
 */
export function toEquation(
  definition: Pick<Definition, "constants">,
  expression: Expression,
): Equation | null {
  const form = toForm(definition, expression);
  if (form) return form.sums.length > 0 ? { over: form, under: one, plus: 0, times: 1 } : null;
  if (expression.kind === "unary" && expression.operator === "-")
    return scale(toEquation(definition, expression.of), -1);
  if (expression.kind !== "binary") return null;
  const { operator } = expression;
  const [left, right] = [toForm(definition, expression.left), toForm(definition, expression.right)];
  if (operator === "/" && left && right) return { over: left, under: right, plus: 0, times: 1 };
  const [inner, number] = left ? [expression.right, left] : [expression.left, right];
  if (!number || number.sums.length > 0) return null;
  const found = toEquation(definition, inner);
  if (operator === "*") return scale(found, number.number);
  if (operator === "/" && right) return scale(found, 1 / right.number);
  if (operator === "+") return found && { ...found, plus: found.plus + number.number };
  if (operator !== "-") return null;
  const less = left ? scale(found, -1) : found;
  return less && { ...less, plus: less.plus + (left ? number.number : -number.number) };
}

function scale(equation: Equation | null, by: number): Equation | null {
  return equation && { ...equation, plus: equation.plus * by, times: equation.times * by };
}

/** An expression as a form; null where sums are multiplied, divided by or put into a function. */
function toForm(definition: Pick<Definition, "constants">, expression: Expression): Form | null {
  switch (expression.kind) {
    case "number":
      return { sums: [], number: Number(expression.text) };
    case "name": {
      const constant = definition.constants.find(({ code }) => code === expression.name);
      if (constant) return { sums: [], number: Number(constant.value) };
      return sumOf(expression.name, []);
    }
    case "unary": {
      const of = expression.operator === "-" ? toForm(definition, expression.of) : null;
      return of && multiply(of, -1);
    }
    case "call": {
      const [component, dimension, code] = expression.of.map((part) =>
        part.kind === "name" ? part.name : part.kind === "number" ? part.text : "",
      );
      if (!component) return null;
      if (expression.name === "total") return sumOf(component, [], true);
      return expression.name === "at" && dimension && code ? sumOf(component, [[dimension, code]]) : null;
    }
    case "binary": {
      const [left, right] = [toForm(definition, expression.left), toForm(definition, expression.right)];
      if (!left || !right) return null;
      if (expression.operator === "+") return add(left, right);
      if (expression.operator === "-") return add(left, multiply(right, -1));
      if (expression.operator === "/")
        return right.sums.length === 0 ? multiply(left, 1 / right.number) : null;
      if (expression.operator !== "*") return null;
      if (left.sums.length === 0) return multiply(right, left.number);
      return right.sums.length === 0 ? multiply(left, right.number) : null;
    }
  }
}

const sumOf = (component: string, narrowed: Sum["narrowed"], isTotal = false): Form => ({
  sums: [{ component, narrowed, isTotal, times: 1 }],
  number: 0,
});

const add = (left: Form, right: Form): Form => ({
  sums: [...left.sums, ...right.sums],
  number: left.number + right.number,
});

const multiply = ({ sums, number }: Form, by: number): Form => ({
  sums: sums.map((sum) => ({ ...sum, times: sum.times * by })),
  number: number * by,
});
