import type { ReturnFrequency } from "../../calendar/period.ts";
import type { Component, Definition, DefinitionContent } from "./definition.ts";
import { definedCodes, figureDimensions, findFigureDimension, listLeaves } from "./dimension.ts";
import type { ExpressionFault } from "./expression/expression.ts";
import { findNameFault, listUses } from "./expression/judge-names.ts";
import { judgeUnits } from "./expression/judge-units.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { isSameForm, unitForm } from "./expression/unit-of.ts";

/** A component that another definition asks for, with how often it is reported. */
export type OtherComponent = { readonly component: Component; readonly frequency: ReturnFrequency };

/** What is wrong with a definition: a dotted path into it, the rule, and for an expression the place in its text. */
export type DefinitionFault = {
  readonly path: string;
  readonly rule:
    | ExpressionFault["rule"]
    | "duplicate"
    | "unknownUnit"
    | "unknownDimension"
    | "overlap"
    | "rangeReversed"
    | "tooRare"
    | "places";
  readonly at?: number;
  readonly params?: Readonly<Record<string, string>>;
};

const monthsOf: Readonly<Record<ReturnFrequency, number>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
};

/** The components of definitions by code. */
export function listComponents(definitions: readonly Definition[]): ReadonlyMap<string, OtherComponent> {
  return new Map(
    definitions.flatMap(({ components, frequency }) =>
      components.map((component) => [component.code, { component, frequency }] as const),
    ),
  );
}

/**
 * All that is wrong with a definition: names that do not exist, units that do not agree, terms that overlap, ranges the
 * wrong way round. Empty where it may be adopted. [DF5]
 * @param others components that the definitions of other indicators ask for
 */
export function judgeDefinition(
  definition: DefinitionContent,
  others: ReadonlyMap<string, OtherComponent>,
): readonly DefinitionFault[] {
  return [
    ...judgeComponents(definition, others),
    ...judgeTerms(definition),
    ...judgeExpressions(definition, others),
    ...judgeRange("range", definition.range),
    ...definition.breakdowns.flatMap((breakdown, place) =>
      breakdown.every(findFigureDimension)
        ? []
        : [{ path: `breakdowns.${place}`, rule: "unknownDimension" as const }],
    ),
    ...judgeRepeats(
      "breakdowns",
      definition.breakdowns.map((breakdown) => breakdown.toSorted().join(" ")),
    ),
  ];
}

function judgeComponents(
  { components, constants, uses, frequency }: DefinitionContent,
  others: ReadonlyMap<string, OtherComponent>,
): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [
    ...judgeRepeats("components", [
      ...components.map(({ code }) => code),
      ...constants.map(({ code }) => code),
      ...uses,
    ]),
  ];
  for (const [place, { code, unit, dimensions, range, sameAs }] of components.entries()) {
    const path = `components.${place}`;
    if (others.has(code)) faults.push({ path, rule: "duplicate", params: { name: code } });
    if (!unitForm(unit)) faults.push({ path, rule: "unknownUnit", params: { name: unit } });
    if (!dimensions.every((id) => findFigureDimension(id)?.source === "value"))
      faults.push({ path, rule: "unknownDimension" });
    if (sameAs && !others.has(sameAs.component) && !components.some((one) => one.code === sameAs.component))
      faults.push({ path, rule: "unknownName", params: { name: sameAs.component } });
    faults.push(...judgeRange(path, range));
  }
  for (const [place, { unit }] of constants.entries())
    if (!unitForm(unit))
      faults.push({ path: `constants.${place}`, rule: "unknownUnit", params: { name: unit } });
  for (const [place, code] of uses.entries()) {
    const other = others.get(code);
    const path = `uses.${place}`;
    if (!other) faults.push({ path, rule: "unknownName", params: { name: code } });
    else if (monthsOf[frequency] % monthsOf[other.frequency] !== 0)
      faults.push({ path, rule: "tooRare", params: { name: code } });
  }
  return faults;
}

function judgeTerms(definition: DefinitionContent): readonly DefinitionFault[] {
  const faults = [
    ...judgeRepeats(
      "terms",
      definition.terms.map(({ code, dimension = "" }) => `${dimension} ${code}`),
    ),
  ];
  for (const { id } of figureDimensions) {
    const leaves = new Set(listLeaves(definedCodes({ terms: [] }, id)).map(({ code }) => code));
    const taken = new Set<string>();
    for (const [place, { dimension, codes = [], code }] of definition.terms.entries()) {
      if (dimension !== id) continue;
      const path = `terms.${place}`;
      if (leaves.has(code)) faults.push({ path, rule: "duplicate", params: { name: code } });
      for (const one of codes) {
        if (!leaves.has(one)) faults.push({ path, rule: "unknownName", params: { name: one } });
        if (taken.has(one)) faults.push({ path, rule: "overlap", params: { name: one } });
        taken.add(one);
      }
    }
  }
  for (const [place, { dimension }] of definition.terms.entries())
    if (dimension !== undefined && !findFigureDimension(dimension))
      faults.push({ path: `terms.${place}`, rule: "unknownDimension" });
  return faults;
}

function judgeExpressions(
  definition: DefinitionContent,
  others: ReadonlyMap<string, OtherComponent>,
): readonly DefinitionFault[] {
  const components = new Map(definition.components.map((component) => [component.code, component]));
  for (const code of definition.uses) {
    const other = others.get(code);
    if (other) components.set(code, other.component);
  }
  const constants = new Map(definition.constants.map(({ code, unit }) => [code, unit]));
  const names = { components, constants: new Set(constants.keys()), definition };
  const unitOf = (name: string) => unitForm(components.get(name)?.unit ?? constants.get(name) ?? "");

  const judge = (
    path: string,
    text: string,
    unit: string | null,
    isPlaced: boolean,
  ): DefinitionFault | null => {
    const parsed = parseExpression(text);
    if (!parsed.ok) return { path, ...parsed.fault };
    const fault = findNameFault(parsed.expression, names);
    if (fault) return { path, ...fault };
    const judged = judgeUnits(parsed.expression, unitOf);
    if (judged.kind === "fault") return { path, ...judged.fault };
    if (unit === null && judged.kind !== "condition") return { path, rule: "notACondition" };
    if (unit !== null) {
      if (judged.kind !== "quantity") return { path, rule: "notANumber" };
      const form = unitForm(unit);
      if (!form) return { path, rule: "unknownUnit", params: { name: unit } };
      if (!isSameForm(judged.form, form)) return { path, rule: "unitsDiffer" };
    }
    const places = listUses(parsed.expression).flatMap(({ component }) => {
      const found = components.get(component);
      return found ? [found.dimensions.toSorted().join(" ")] : [];
    });
    return isPlaced && new Set(places).size > 1 ? { path, rule: "places" } : null;
  };

  return [
    ...judgeRepeats("measures", [...definition.measures.map(({ code }) => code)]),
    ...judgeRepeats("checks", [...definition.checks.map(({ code }) => code)]),
    ...definition.measures.flatMap(
      ({ expression, unit }, place) => judge(`measures.${place}.expression`, expression, unit, false) ?? [],
    ),
    ...definition.checks.flatMap(
      ({ expression, scope }, place) =>
        judge(`checks.${place}.expression`, expression, null, scope === "place") ?? [],
    ),
  ];
}

function judgeRepeats(path: string, codes: readonly string[]): readonly DefinitionFault[] {
  return codes.flatMap((code, place) =>
    codes.indexOf(code) === place ? [] : [{ path, rule: "duplicate" as const, params: { name: code } }],
  );
}

function judgeRange(path: string, range: readonly [string, string] | undefined): readonly DefinitionFault[] {
  const [low = "0", high = "0"] = range ?? [];
  return Number(low) <= Number(high) ? [] : [{ path, rule: "rangeReversed" }];
}
