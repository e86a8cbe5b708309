import type { Component, Definition } from "../goals/definition/definition.ts";
import type { FigureRow } from "../goals/definition/expression/figures-of.ts";
import { runChecks } from "../goals/definition/run-checks.ts";
import { checkGenerally, type EarlierFigure, type Finding, type GivenFigure } from "./check-generally.ts";
import { type FigurePlace, figureKey } from "./place.ts";

/** What a return was opened with and, of these definitions, the components that it asks. */
export type AskedReturn = {
  readonly definitions: readonly Definition[];
  readonly components: readonly Component[];
};

/** The figures of the same organization and sheet one period and one year before, none where there was no return. */
export type EarlierFigures = {
  readonly previous: readonly EarlierFigure[];
  readonly lastYear: readonly EarlierFigure[];
};

const none: EarlierFigures = { previous: [], lastYear: [] };

/**
 * All that does not hold in a return: the general checks, then those of its definitions. A change against the period before
 * is asked about once, by the definition's own check where it has one. [RT8]
 */
export function checkReturn(
  asked: AskedReturn,
  given: readonly GivenFigure[],
  earlier: EarlierFigures = none,
): Finding[] {
  const compared = asked.definitions.flatMap(({ checks }) =>
    checks.flatMap(({ expression }) => (/\bprevious\(/.test(expression) ? [expression] : [])),
  );
  const isCompared = (code: string) =>
    compared.some((expression) => new RegExp(`\\b${code}\\b`).test(expression));
  const general = checkGenerally(asked.components, given, earlier.previous);
  return [
    ...general.filter(({ code, at }) => code !== "change" || !at || !isCompared(at.component)),
    ...checkDefinitions(asked, given, earlier),
  ];
}

function checkDefinitions(
  { definitions, components }: AskedReturn,
  given: readonly GivenFigure[],
  { previous, lastYear }: EarlierFigures,
): Finding[] {
  const dimensionsOf = new Map(components.map(({ code, dimensions }) => [code, dimensions]));
  const toRows = (figures: readonly (FigurePlace & { readonly value: string | null })[]): FigureRow[] =>
    figures.flatMap(({ component, place, value }) => {
      const dimensions = dimensionsOf.get(component);
      if (!dimensions || value === null) return [];
      const codes = dimensions.map((dimension, at) => [dimension, place[at] ?? ""]);
      return [{ component, place: Object.fromEntries(codes), value }];
    });
  const figures = {
    rows: toRows(given),
    ...(previous.length > 0 ? { previous: toRows(previous) } : {}),
    ...(lastYear.length > 0 ? { lastYear: toRows(lastYear) } : {}),
  };
  return definitions.flatMap((definition) =>
    runChecks(definition, figures).map(({ check, component, at }) => {
      const place = at ? (dimensionsOf.get(component) ?? []).map((dimension) => at[dimension] ?? "") : [];
      const where = dimensionsOf.has(component) ? { component, site: "", place } : null;
      const code = `${definition.indicator}.${check.code}`;
      return {
        key: where ? `${code}:${figureKey(where)}` : code,
        code,
        severity: check.severity,
        at: where,
        text: check.text,
        params: {},
      };
    }),
  );
}
