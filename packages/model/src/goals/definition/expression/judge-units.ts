import { Decimal } from "decimal.js";
import { comparisonOperators, type Expression, type ExpressionFault } from "./expression.ts";
import { isSameForm, pureForm, timesForm, type UnitForm } from "./unit-of.ts";

/** What an expression is: a quantity with a unit, a condition, or at fault. */
export type ExpressionForm =
  | { readonly kind: "quantity"; readonly form: UnitForm; readonly literal?: Decimal }
  | { readonly kind: "condition" }
  | { readonly kind: "fault"; readonly fault: ExpressionFault };

const condition: ExpressionForm = { kind: "condition" };
const shares = ["hhi", "max_share", "top_share"];

/**
 * The unit that an expression gives. A bare number that multiplies is a change of unit (100 for percent, 1000 for Wh from
 * kWh), so any other factor has to be a constant with a unit; sums and comparisons join like with like. [DF5]
 * @param unitOf the unit of a component or constant, or null where it has none that is known
 */
export function judgeUnits(
  expression: Expression,
  unitOf: (name: string) => UnitForm | null,
): ExpressionForm {
  const judge = (part: Expression | undefined): ExpressionForm =>
    part ? judgeUnits(part, unitOf) : condition;
  switch (expression.kind) {
    case "number":
      return quantity(pureForm, new Decimal(expression.text));
    case "name": {
      const form = unitOf(expression.name);
      return form ? quantity(form) : fault(expression.at, "unknownName", { name: expression.name });
    }
    case "unary": {
      const of = judge(expression.of);
      if (of.kind === "fault") return of;
      if (expression.operator === "!")
        return of.kind === "condition" ? of : fault(expression.at, "notACondition");
      return of.kind === "quantity" ? of : fault(expression.at, "notANumber");
    }
    case "binary":
      return joinForms(expression, judge(expression.left), judge(expression.right));
    case "call":
      return judgeCall(
        expression,
        expression.of.map((part) => () => judge(part)),
      );
  }
}

type Binary = Extract<Expression, { kind: "binary" }>;
type Call = Extract<Expression, { kind: "call" }>;

function joinForms({ operator, at }: Binary, left: ExpressionForm, right: ExpressionForm): ExpressionForm {
  if (left.kind === "fault") return left;
  if (right.kind === "fault") return right;
  if (operator === "&&" || operator === "||")
    return left.kind === "condition" && right.kind === "condition" ? condition : fault(at, "notACondition");
  if (left.kind !== "quantity" || right.kind !== "quantity") return fault(at, "notANumber");
  if (operator === "*" || operator === "/") return multiply(left, right, operator === "*" ? 1 : -1);
  if (!isZero(left) && !isZero(right) && !isSameForm(left.form, right.form)) return fault(at, "unitsDiffer");
  const compares = (comparisonOperators as readonly string[]).includes(operator);
  return compares ? condition : quantity(isZero(left) ? right.form : left.form);
}

type Quantity = Extract<ExpressionForm, { kind: "quantity" }>;

function multiply(left: Quantity, right: Quantity, sign: 1 | -1): ExpressionForm {
  const a = left.literal;
  const b = right.literal;
  if (a && b) return quantity(pureForm, sign === 1 ? a.times(b) : a.div(b));
  const form = timesForm(left.form, right.form, sign);
  if (a && !a.isZero()) return quantity({ ...form, scale: form.scale.div(a) });
  if (b && !b.isZero())
    return quantity({ ...form, scale: sign === 1 ? form.scale.div(b) : form.scale.times(b) });
  return quantity(form);
}

function judgeCall({ name, at }: Call, of: readonly (() => ExpressionForm)[]): ExpressionForm {
  if (name === "within") return condition;
  if (shares.includes(name)) return quantity(pureForm);
  const first = of[0]?.() ?? condition;
  if (first.kind !== "quantity") return first.kind === "fault" ? first : fault(at, "notANumber");
  if (name !== "change" && name !== "min" && name !== "max") return first;
  const second = of[1]?.() ?? condition;
  if (second.kind !== "quantity") return second.kind === "fault" ? second : fault(at, "notANumber");
  if (!isSameForm(first.form, second.form)) return fault(at, "unitsDiffer");
  return name === "change" ? quantity(pureForm) : first;
}

function isZero({ literal }: Quantity): boolean {
  return literal?.isZero() ?? false;
}

function quantity(form: UnitForm, literal?: Decimal): ExpressionForm {
  return { kind: "quantity", form, ...(literal ? { literal } : {}) };
}

function fault(
  at: number,
  rule: ExpressionFault["rule"],
  params?: ExpressionFault["params"],
): ExpressionForm {
  return { kind: "fault", fault: { at, rule, ...(params ? { params } : {}) } };
}
