import type { Component, Definition } from "../definition.ts";
import { findCodeName, findFigureDimension, totalCode } from "../dimension.ts";
import { type Expression, type ExpressionFault, functionForms } from "./expression.ts";

/** What an expression may name: components, constants, and the classes of the definition's terms. */
export type Names = {
  readonly components: ReadonlyMap<string, Component>;
  readonly constants: ReadonlySet<string>;
  readonly definition: Pick<Definition, "terms">;
};

type Call = Extract<Expression, { kind: "call" }>;

/**
 * The first name of an expression that does not exist, or is not what its place asks for. [DF5]
 * @returns null where all is well
 */
export function findNameFault(expression: Expression, names: Names): ExpressionFault | null {
  switch (expression.kind) {
    case "number":
      return null;
    case "name":
      return names.components.has(expression.name) || names.constants.has(expression.name)
        ? null
        : { at: expression.at, rule: "unknownName", params: { name: expression.name } };
    case "unary":
      return findNameFault(expression.of, names);
    case "binary":
      return findNameFault(expression.left, names) ?? findNameFault(expression.right, names);
    case "call":
      return findCallFault(expression, names);
  }
}

function findCallFault(call: Call, names: Names): ExpressionFault | null {
  const forms = Object.hasOwn(functionForms, call.name) ? functionForms[call.name] : undefined;
  if (!forms) return { at: call.at, rule: "unknownFunction", params: { name: call.name } };
  const needed = forms.filter((form) => !form.endsWith("?")).length;
  if (call.of.length < needed || call.of.length > forms.length)
    return { at: call.at, rule: "wrongArguments", params: { name: call.name } };
  const words = call.of.map(wordOf);
  for (const [place, part] of call.of.entries()) {
    const form = forms[place]?.replace("?", "") ?? "x";
    const fault = form === "x" ? findNameFault(part, names) : findWordFault(call, form, words, place, names);
    if (fault) return fault;
  }
  return null;
}

function findWordFault(
  call: Call,
  form: string,
  words: readonly string[],
  place: number,
  names: Names,
): ExpressionFault | null {
  const name = words[place] ?? "";
  const unknown: ExpressionFault = { at: call.at, rule: "unknownName", params: { name } };
  if (form === "count") return /^[1-9]\d?$/.test(name) ? null : { ...unknown, rule: "wrongArguments" };
  if (form === "component") return names.components.has(name) ? null : unknown;
  const dimension = form === "dimension" ? name : (words[place - 1] ?? "");
  if (form === "code")
    return name !== totalCode && findCodeName(names.definition, dimension, name) ? null : unknown;
  const known = findFigureDimension(dimension);
  const own = names.components.get(words[place - 1] ?? "")?.dimensions;
  return known && (place === 0 || known.source === "organization" || own?.includes(dimension))
    ? null
    : unknown;
}

/** The word of an argument that is no expression: a name, or a number that stands for one. */
function wordOf(part: Expression): string {
  return part.kind === "name" ? part.name : part.kind === "number" ? part.text : "";
}

/** The components that an expression names and, of each, the dimensions that it splits itself. */
export function listUses(expression: Expression): readonly Use[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [{ component: expression.name, splits: [], isTotal: false }];
    case "unary":
      return listUses(expression.of);
    case "binary":
      return [...listUses(expression.left), ...listUses(expression.right)];
    case "call": {
      const forms = functionForms[expression.name] ?? [];
      if (forms[0] !== "component") return forms[0] === "x" ? expression.of.flatMap(listUses) : [];
      const [component = "", dimension] = expression.of.map(wordOf);
      const splits = forms[1] === "dimension" && dimension ? [dimension] : [];
      return [{ component, splits, isTotal: expression.name === "total" }];
    }
  }
}

export type Use = {
  readonly component: string;
  readonly splits: readonly string[];
  readonly isTotal: boolean;
};
