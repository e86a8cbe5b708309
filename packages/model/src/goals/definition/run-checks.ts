import type { Check, DefinitionContent } from "./definition.ts";
import { evaluateExpression } from "./expression/evaluate-expression.ts";
import { type FigureRow, toFigures } from "./expression/figures-of.ts";
import { listUses } from "./expression/judge-names.ts";
import { parseExpression } from "./expression/parse-expression.ts";

/** The figures of one return, and of the same organization one period and one year before. */
export type CheckedFigures = {
  readonly rows: readonly FigureRow[];
  readonly previous?: readonly FigureRow[];
  readonly lastYear?: readonly FigureRow[];
};

/** A check that does not hold; `at` is the place, null for one of the whole return, `component` the first that it names. */
export type FailedCheck = {
  readonly check: Check;
  readonly component: string;
  readonly at: Readonly<Record<string, string>> | null;
};

/**
 * The checks of a definition that do not hold for a return. One that has no figure, as a division by zero or a comparison
 * with a period that was not reported, is not asked. [DF9]
 * @example runChecks(res01, { rows }).map(({ check }) => check.code) // ["gross_is_not_lce"]
 */
export function runChecks(
  definition: Pick<DefinitionContent, "checks" | "constants" | "terms">,
  figures: CheckedFigures,
): readonly FailedCheck[] {
  const constants = new Map(definition.constants.map(({ code, value }) => [code, value]));
  return definition.checks.flatMap((check) => {
    const parsed = parseExpression(check.expression);
    if (!parsed.ok) return [];
    const { expression } = parsed;
    const named = listUses(expression)
      .map(({ component }) => component)
      .filter((component) => !constants.has(component));
    const places = check.scope === "return" ? [null] : placesOf(figures.rows, named);
    return places.flatMap((at) => {
      const value = evaluateExpression(
        expression,
        toFigures({ definition, ...figures, at: at ?? {} }),
        constants,
      );
      return value === false ? [{ check, component: named[0] ?? "", at }] : [];
    });
  });
}

function placesOf(rows: readonly FigureRow[], named: readonly string[]) {
  const places = new Map<string, FigureRow["place"]>();
  for (const { component, place } of rows)
    if (named.includes(component))
      places.set(JSON.stringify(Object.entries(place).toSorted(([a], [b]) => a.localeCompare(b))), place);
  return [...places.values()];
}
