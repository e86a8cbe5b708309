import { Decimal } from "decimal.js";
import type { Definition } from "./definition.ts";
import { evaluateExpression } from "./expression/evaluate-expression.ts";
import { type FigureRow, toFigures } from "./expression/figures-of.ts";
import { parseExpression } from "./expression/parse-expression.ts";

const digits = 6;

/**
 * What rows of one organization make of a measure, in six digits for reading; null where it does not come about. [DF4]
 * @example measureRows(rec02, "headline", rows) // "92.5"
 */
export function measureRows(
  definition: Pick<Definition, "measures" | "constants" | "terms">,
  measure: string,
  rows: readonly FigureRow[],
): string | null {
  const wanted = definition.measures.find(({ code }) => code === measure);
  const parsed = wanted && parseExpression(wanted.expression);
  if (!parsed?.ok) return null;
  const constants = new Map(definition.constants.map(({ code, value }) => [code, value]));
  const figure = evaluateExpression(parsed.expression, toFigures({ rows, definition }), constants);
  return Decimal.isDecimal(figure) ? figure.toSignificantDigits(digits).toFixed() : null;
}
