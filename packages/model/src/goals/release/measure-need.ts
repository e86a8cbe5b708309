import type { Expression } from "../definition/expression/expression.ts";
import { parseExpression } from "../definition/expression/parse-expression.ts";
import type { Definition } from "../definition/index.ts";

/** A sum that a measure asks for: a component, and the dimension by which it is narrowed beside the place looked at. */
export type MeasureNeed = {
  readonly component: string;
  readonly narrowed: readonly string[];
  /** The code that the sum is narrowed to; null for all of them, or where it is not narrowed. */
  readonly code: string | null;
  /** total: by dimensions of organizations alone. spread: how a sum is shared out, which no table tells. */
  readonly kind: "sum" | "total" | "spread";
};

/** The expression of a measure. @throws RangeError for one that cannot be read: definitions are checked before they hold */
export function readMeasure(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new RangeError(`a measure cannot be read at ${parsed.fault.at}: ${text}`);
  return parsed.expression;
}

/**
 * Which sums a measure is made of. [RL7]
 * @example needsOf(definition, readMeasure("100 * at(waste, medium, gas) / output")).map(({ component }) => component)
 */
export function needsOf(
  definition: Pick<Definition, "constants">,
  expression: Expression,
): readonly MeasureNeed[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return definition.constants.some(({ code }) => code === expression.name)
        ? []
        : [{ component: expression.name, narrowed: [], code: null, kind: "sum" }];
    case "unary":
      return needsOf(definition, expression.of);
    case "binary":
      return [expression.left, expression.right].flatMap((part) => needsOf(definition, part));
    case "call":
      return needsOfCall(definition, expression);
  }
}

function needsOfCall(
  definition: Pick<Definition, "constants">,
  { name, of }: Extract<Expression, { kind: "call" }>,
): readonly MeasureNeed[] {
  const component = wordOf(of[0]);
  switch (name) {
    case "at":
    case "hhi":
    case "max_share":
      return [
        {
          component,
          narrowed: [wordOf(of[1])],
          code: name === "at" ? wordOf(of[2]) : null,
          kind: "sum",
        },
      ];
    case "total":
      return [{ component, narrowed: [], code: null, kind: "total" }];
    case "top_share":
      return [
        { component, narrowed: [], code: null, kind: "sum" },
        { component, narrowed: [], code: null, kind: "spread" },
      ];
    case "median":
      return [{ component, narrowed: [], code: null, kind: "spread" }];
    default:
      return of.flatMap((part) => needsOf(definition, part));
  }
}

/** A name or number as it is written, for calls that take words. */
export function wordOf(part: Expression | undefined): string {
  if (part?.kind === "name") return part.name;
  return part?.kind === "number" ? part.text : "";
}
