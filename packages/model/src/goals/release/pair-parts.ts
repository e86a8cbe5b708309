import type { ReturnFrequency } from "../../calendar/period.ts";
import type { Expression } from "../definition/expression/expression.ts";
import type { Component, Definition, PeriodRule, Reporters } from "../definition/index.ts";
import { needsOf, readMeasure } from "./measure-need.ts";

/** A component as it is asked for: by which definition, and in which table. */
export type Asked = { readonly definition: Definition; readonly component: Component };

/** One part of a ratio: the table that holds it, and all components that may stand for it there. */
export type PairPart = {
  readonly root: string;
  readonly codes: readonly string[];
  readonly dimensions: readonly string[];
  /** Dimensions that the ratio narrows itself: another code there is no other part. */
  readonly narrowed: readonly string[];
  /** Asked for over all places of a body. */
  readonly isTotal: boolean;
  readonly frequency: ReturnFrequency;
  readonly overTime: PeriodRule;
};

/**
 * A ratio whose parts the same bodies owe: whoever left out one of them at a place counts in none there. Measures of an
 * indicator that are made of the same parts are one pair, under the name of the first. [RL15]
 */
export type Pair = {
  readonly key: string;
  readonly indicator: string;
  readonly measures: readonly string[];
  readonly parts: readonly PairPart[];
};

/** All components in force with who asks for them, by code. */
export function toAsked(definitions: readonly Definition[]): ReadonlyMap<string, Asked> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.components.map((component) => [component.code, { definition, component }] as const),
    ),
  );
}

/** The pairs of an indicator. @param asked all components in force by code */
export function pairsOf(definition: Definition, asked: ReadonlyMap<string, Asked>): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { code, expression } of definition.measures)
    for (const parts of partsOf(definition, readMeasure(expression), asked)) {
      const same = JSON.stringify(parts);
      const known = pairs.get(same);
      const key = known?.key ?? `${definition.indicator}.${code}`;
      const { indicator } = definition;
      pairs.set(same, { key, indicator, measures: [...(known?.measures ?? []), code], parts });
    }
  return [...pairs.values()];
}

/** Whether a measure is a quotient of sums, which has no figure where a part of it was not reported. [RL15] */
export function isRatio(expression: Expression): boolean {
  if (expression.kind === "unary") return isRatio(expression.of);
  if (expression.kind !== "binary") return false;
  if (expression.operator === "/") return holdsName(expression.right);
  return isRatio(expression.left) || isRatio(expression.right);
}

function holdsName(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
      return false;
    case "unary":
      return holdsName(expression.of);
    case "binary":
      return holdsName(expression.left) || holdsName(expression.right);
    default:
      return true;
  }
}

/** The parts of a ratio that returns give, gathered by who owes them; one part alone makes no pair. */
function partsOf(
  definition: Definition,
  expression: Expression,
  asked: ReadonlyMap<string, Asked>,
): readonly (readonly PairPart[])[] {
  if (!isRatio(expression)) return [];
  const parts = new Map<string, PairPart & { readonly owedBy: string }>();
  for (const { component: code, narrowed, kind } of needsOf(definition, expression)) {
    const found = asked.get(code);
    if (kind === "spread" || found?.definition.basis !== "returns") continue;
    const root = found.component.sameAs?.component ?? code;
    const known = parts.get(root);
    parts.set(root, {
      root,
      codes: codesOf(root, asked),
      dimensions: found.component.dimensions,
      narrowed: narrowed.filter((id) => known?.narrowed.includes(id) ?? true),
      isTotal: kind === "total" || (known?.isTotal ?? false),
      frequency: found.definition.frequency,
      overTime: found.component.overTime,
      owedBy: toOwed(found.component.reporters ?? found.definition.reporters),
    });
  }
  const owners = new Set([...parts.values()].map(({ owedBy }) => owedBy));
  const gathered = [...owners].map((owner) =>
    [...parts.values()].flatMap(({ owedBy, ...part }) => (owedBy === owner ? [part] : [])),
  );
  return gathered.filter(({ length }) => length > 1);
}

function codesOf(root: string, asked: ReadonlyMap<string, Asked>): readonly string[] {
  return [...asked.keys()].filter(
    (code) => code === root || asked.get(code)?.component.sameAs?.component === root,
  );
}

function toOwed({ kinds, links }: Reporters): string {
  return JSON.stringify([kinds.toSorted(), links.toSorted()]);
}
