import type { Component, DefinitionContent } from "./definition.ts";
import { findFigureDimension, listLeaves } from "./dimension.ts";
import type { Figures } from "./expression/evaluate-expression.ts";
import { type FigureRow, toFigures } from "./expression/figures-of.ts";
import { listUses } from "./expression/judge-names.ts";
import { parseExpression } from "./expression/parse-expression.ts";

/**
 * Made-up figures on which an expression may be tried: 80, 90, 100 … for the names that it uses, in their order, so that a part is smaller than its whole, spread evenly
 * over the codes of a dimension that it splits; nine tenths of that the period before.
 * @example exampleFigures("100 * a / b", definition, components).sum("b") // 90, and 80 of "a"
 */
export function exampleFigures(
  expression: string,
  definition: Pick<DefinitionContent, "terms">,
  components: ReadonlyMap<string, Component>,
): Figures {
  const parsed = parseExpression(expression);
  const uses = parsed.ok ? listUses(parsed.expression) : [];
  const codes = [...new Set(uses.map(({ component }) => component))].filter((code) => components.has(code));
  const rows = codes.flatMap((component, at): readonly FigureRow[] => {
    const value = 80 + 10 * at;
    const dimension = uses.find((use) => use.component === component && use.splits.length > 0)?.splits[0];
    const leaves = dimension ? listLeaves(findFigureDimension(dimension)?.codes ?? []) : [];
    if (!dimension || leaves.length === 0)
      return [{ component, place: {}, value: String(value), group: "one" }];
    const share = String(value / leaves.length);
    return leaves.map(({ code }) => ({ component, place: { [dimension]: code }, value: share, group: code }));
  });
  const before = rows.map((row) => ({ ...row, value: String(Number(row.value) * 0.9) }));
  return toFigures({ rows, definition, previous: before, lastYear: before });
}
