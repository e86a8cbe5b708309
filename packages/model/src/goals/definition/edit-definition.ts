import type { Check, DefinitionContent, FigureAudience, Term } from "./definition.ts";
import { listUses } from "./expression/judge-names.ts";
import { parseExpression } from "./expression/parse-expression.ts";

/** What an officer may change; lists of checks, terms and breakdowns stand as a whole. */
export type DefinitionEdit = {
  readonly measures: readonly { readonly code: string; readonly expression: string }[];
  readonly constants: readonly { readonly code: string; readonly value: string }[];
  readonly checks: readonly Check[];
  readonly terms: readonly Term[];
  readonly breakdowns: readonly (readonly string[])[];
  readonly range: readonly [string, string] | null;
  readonly releaseLagQuarters: number;
  readonly audience: FigureAudience;
};

/** A definition as an edit that changes nothing. */
export function toEdit(definition: DefinitionContent): DefinitionEdit {
  const { measures, constants, checks, terms, breakdowns, range, releaseLagQuarters, audience } = definition;
  return {
    measures: measures.map(({ code, expression }) => ({ code, expression })),
    constants: constants.map(({ code, value }) => ({ code, value })),
    checks,
    terms,
    breakdowns,
    range: range ?? null,
    releaseLagQuarters,
    audience,
  };
}

/**
 * The definition after an edit. What its expressions name of other definitions becomes its `uses`; measures and constants
 * that the edit does not name stay as they are. [DF7]
 * @param isOther whether another definition asks for a component
 * @example editDefinition(definition, toEdit(definition), isOther) // as it was
 */
export function editDefinition(
  definition: DefinitionContent,
  edit: DefinitionEdit,
  isOther: (code: string) => boolean,
): DefinitionContent {
  const { range: _range, ...base } = definition;
  const expressions = new Map(edit.measures.map(({ code, expression }) => [code, expression]));
  const values = new Map(edit.constants.map(({ code, value }) => [code, value]));
  const measures = base.measures.map((one) => ({
    ...one,
    expression: expressions.get(one.code) ?? one.expression,
  }));
  const named = [...measures, ...edit.checks].flatMap(({ expression }) => {
    const parsed = parseExpression(expression);
    return parsed.ok ? listUses(parsed.expression).map(({ component }) => component) : [];
  });
  return {
    ...base,
    measures,
    constants: base.constants.map((one) => ({ ...one, value: values.get(one.code) ?? one.value })),
    checks: edit.checks,
    terms: edit.terms,
    breakdowns: edit.breakdowns,
    ...(edit.range ? { range: edit.range } : {}),
    releaseLagQuarters: edit.releaseLagQuarters,
    audience: edit.audience,
    uses: [...new Set(named.filter(isOther))].sort(
      (a, b) => placeOf(definition.uses, a) - placeOf(definition.uses, b),
    ),
  };
}

function placeOf(codes: readonly string[], code: string): number {
  const place = codes.indexOf(code);
  return place < 0 ? codes.length : place;
}
