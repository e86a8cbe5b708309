import type { Component, DefinitionContent, Measure } from "./definition.ts";
import { findFigureDimension } from "./dimension.ts";
import { listUses } from "./expression/judge-names.ts";
import { parseExpression } from "./expression/parse-expression.ts";

/**
 * The breakdowns of a definition in which a measure has figures: all sums that it is made of stand at every dimension, it does
 * not itself split by one of them (a concentration by country has no figure for one country), and what it splits is tabulated. [DF4]
 * @param components all components that the definition asks for or uses, by code
 * @example measureBreakdowns(res03, hhi, components) // [[], ["import_product"]]
 */
export function measureBreakdowns(
  definition: DefinitionContent,
  measure: Measure,
  components: ReadonlyMap<string, Component>,
): readonly (readonly string[])[] {
  const parsed = parseExpression(measure.expression);
  if (!parsed.ok) return [];
  const uses = listUses(parsed.expression).flatMap((use) => {
    const component = components.get(use.component);
    return component ? [{ ...use, component }] : [];
  });
  const splits = uses.flatMap((use) => use.splits);
  const isTabulated = (dimensions: readonly string[]) =>
    definition.breakdowns.some((breakdown) => dimensions.every((id) => breakdown.includes(id)));
  return definition.breakdowns.filter(
    (breakdown) =>
      splits.every((id) => isTabulated([...breakdown, id])) &&
      breakdown.every((dimension) =>
        uses.every(
          ({ component, splits: own, isTotal }) =>
            !own.includes(dimension) &&
            (isTotal ||
              component.dimensions.includes(dimension) ||
              findFigureDimension(dimension)?.source === "organization"),
        ),
      ),
  );
}
