import type { ReturnFrequency } from "../../calendar/period.ts";
import {
  type Component,
  type Definition,
  type DefinitionBasis,
  dimensionTree,
  figureDimensions,
  findFigureDimension,
  listLeaves,
  type PeriodRule,
} from "../definition/index.ts";
import { answerDimension } from "./answer-names.ts";
import { type MeasureNeed, needsOf, readMeasure } from "./measure-need.ts";
import { type Asked, type Pair, pairsOf, toAsked } from "./pair-parts.ts";

/** A table as disclosure control takes it; the name of the dimension and its tree under one total. */
export type TableDimension = {
  readonly id: string;
  readonly tree: Readonly<Record<string, readonly string[]>>;
};

/** A component of a table: the root's sum times a fixed factor, as a decimal string. */
export type TableMember = { readonly component: Component; readonly factor: string };

/** Where a table's sums are shown: a component of an indicator, by its breakdowns, times a fixed factor. */
export type TableFace = TableMember & {
  readonly indicator: string;
  readonly breakdowns: readonly (readonly string[])[];
};

/**
 * One table of a release: a component with all that stand in a fixed ratio to it, over every dimension by which one of the
 * indicators shows them. One pattern holds for all of them.
 */
export type TablePlan = {
  /** The component that the others are multiples of. */
  readonly root: string;
  readonly basis: DefinitionBasis;
  /** How often it is reported, and how shorter periods make up the one that is released. */
  readonly frequency: ReturnFrequency;
  readonly overTime: PeriodRule;
  readonly signed: boolean;
  /** The root and its multiples, whether they are shown or not. */
  readonly members: readonly TableMember[];
  readonly dimensions: readonly TableDimension[];
  readonly breakdowns: readonly (readonly string[])[];
  /** None for what is reported but does not add up, such as a rate. */
  readonly faces: readonly TableFace[];
  /** Ratios of the shown indicators that this table is part of, with others that the same bodies owe. */
  readonly pairs: readonly Pair[];
};

/** The dimension of shorter periods that make up the one that is released. */
export const periodDimension = "period";

/** Where a reporter has no code for a dimension of organizations, such as a body abroad. */
export const unstatedCode = "unstated";

type Draft = {
  readonly owner: Asked;
  readonly shownBy: Definition[];
  readonly crosses: (readonly string[])[];
  readonly faces: TableFace[];
};

/**
 * The tables of a release: those of every component that a measure of a shown indicator is made of. [RL1]
 * @param definitions all that are in force for the period, of whatever frequency
 * @param shown those among them whose figures are released
 * @throws RangeError where two indicators class the same dimension of one table differently
 * @example planTables(definitions, definitions.slice(0, 1)).map(({ root }) => root)
 */
export function planTables(
  definitions: readonly Definition[],
  shown: readonly Definition[],
): readonly TablePlan[] {
  const asked = toAsked(definitions);
  const drafts = new Map<string, Draft>();
  for (const definition of shown) {
    const summed = namedBy(definition, "sum", "total");
    for (const code of namedBy(definition, "sum", "total", "spread")) {
      const component = asked.get(code)?.component;
      const { root, factor } = rootOf(component, code, asked);
      const owner = asked.get(root);
      if (!component || !owner) continue;
      const draft = drafts.get(root) ?? { owner, shownBy: [], crosses: [], faces: [] };
      drafts.set(root, draft);
      const breakdowns = definition.breakdowns.filter((one) =>
        one.every((id) => applies(owner.component, id)),
      );
      draft.crosses.push(...breakdowns);
      draft.shownBy.push(definition);
      // Rates do not add up over firms: nothing of them is tabulated.
      if (summed.has(code) && component.overTime !== "mean")
        draft.faces.push({ indicator: definition.indicator, component, factor, breakdowns });
    }
  }
  const pairs = shown.flatMap((definition) => pairsOf(definition, asked));
  return [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([root, { owner, shownBy, crosses, faces }]) => {
      const breakdowns = distinct([[], ...crosses]);
      const ids = [...new Set(breakdowns.flat())].sort();
      return {
        root,
        basis: basisOf(owner),
        frequency: owner.definition.frequency,
        overTime: owner.component.overTime,
        signed: !owner.component.nonNegative,
        members: membersOf(owner, asked),
        dimensions: ids.map((id) => ({ id, tree: treeOf(shownBy, id) })),
        breakdowns,
        faces,
        pairs: pairs.filter(({ parts }) => parts.some((part) => part.root === root)),
      };
    });
}

/**
 * The table of a longer period from rounds of shorter ones: the periods are a dimension of it, for what they told stays
 * known. Of a stock the last period alone counts. [RL1]
 * @param periods of the shorter rounds, in time
 * @example overPeriods(plan, ["2026Q1", "2026Q2"]).dimensions.at(-1)?.id // "period"
 */
export function overPeriods(plan: TablePlan, periods: readonly string[]): TablePlan {
  const counted = plan.overTime === "last" ? periods.slice(-1) : periods;
  return { ...plan, dimensions: [...plan.dimensions, { id: periodDimension, tree: { all: counted } }] };
}

/** What the group alone files is a national figure of its own, whoever files the rest of its indicator. */
function basisOf({ component, definition }: Asked): DefinitionBasis {
  const kinds = component.reporters?.kinds ?? [];
  const isOffice = kinds.length > 0 && kinds.every((kind) => kind === "coordination_group");
  return isOffice && definition.basis === "returns" ? "office" : definition.basis;
}

/** The component that a fixed ratio leads to, and the factor to get back from it. */
function rootOf(
  component: Component | undefined,
  code: string,
  asked: ReadonlyMap<string, Asked>,
): { readonly root: string; readonly factor: string } {
  const same = component?.sameAs;
  return same && asked.has(same.component)
    ? { root: same.component, factor: same.factor }
    : { root: code, factor: "1" };
}

function membersOf({ component }: Asked, asked: ReadonlyMap<string, Asked>): readonly TableMember[] {
  const multiples = [...asked.values()].flatMap(({ component: other }) =>
    other.sameAs?.component === component.code ? [{ component: other, factor: other.sameAs.factor }] : [],
  );
  return [{ component, factor: "1" }, ...multiples];
}

/** The components that an indicator's measures name; what only checks ask for is not released. */
function namedBy(definition: Definition, ...kinds: readonly MeasureNeed["kind"][]): ReadonlySet<string> {
  const needs = definition.measures.flatMap(({ expression }) => needsOf(definition, readMeasure(expression)));
  return new Set(needs.filter(({ kind }) => kinds.includes(kind)).map(({ component }) => component));
}

/** Whether a component can be broken down so: its values carry a code for the dimension, or whoever reports has one. */
function applies(component: Component, dimension: string): boolean {
  return (
    component.dimensions.includes(dimension) || findFigureDimension(dimension)?.source === "organization"
  );
}

function treeOf(definitions: readonly Definition[], id: string): TableDimension["tree"] {
  const plain = dimensionTree({ terms: [] }, id);
  const classed = definitions
    .map((definition) => dimensionTree(definition, id))
    .filter((tree) => JSON.stringify(tree) !== JSON.stringify(plain));
  const [tree = plain, ...others] = classed;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(tree)))
    throw new RangeError(`two indicators class ${id} differently in one table`);
  if (findFigureDimension(id)?.source !== "organization") return tree;
  return { ...tree, all: [...(tree.all ?? []), unstatedCode] };
}

const finest = new Set(
  figureDimensions.flatMap(({ id, codes }) => listLeaves(codes).map(({ code }) => `${id} ${code}`)),
);

/** Whether a code has no parts: those of a breakdown add up to its total. */
export function isFinestCode(dimension: string, code: string): boolean {
  return code === unstatedCode || dimension === answerDimension || finest.has(`${dimension} ${code}`);
}

function distinct(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}
