import { findIndicator } from "@lilink/model/goals";
import { findFigureDimension, listLeaves } from "@lilink/model/goals/definition";
import { type AskedReturn, unitsFor } from "@lilink/model/return";

/** What a form shows of what it asks: components with their units, the codes of each dimension once. */
export function toAskedView({ definitions, components }: AskedReturn) {
  const dimensions = [...new Set(components.flatMap((component) => component.dimensions))];
  const indicatorOf = new Map(
    definitions.flatMap(({ indicator, components: own }) =>
      own.map(({ code }) => [code, indicator] as const),
    ),
  );
  return {
    components: components.map((component) => ({
      code: component.code,
      name: component.name,
      indicator: indicatorOf.get(component.code) ?? "",
      unit: component.unit,
      units: unitsFor(component),
      decimals: component.decimals,
      nonNegative: component.nonNegative,
      dimensions: component.dimensions,
    })),
    dimensions: dimensions.flatMap((id) => {
      const found = findFigureDimension(id);
      const codes = listLeaves(found?.codes ?? []).map(({ code, name }) => ({ code, name }));
      return found ? [{ id, name: found.name, codes }] : [];
    }),
    indicators: definitions.map(({ indicator, version, terms }) => ({
      indicator,
      name: findIndicator(indicator)?.name ?? { zh: indicator, en: indicator },
      version,
      terms: terms.map(({ code, name, text }) => ({ code, name, text })),
    })),
  };
}
