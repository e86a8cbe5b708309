import type { AuditTable } from "@lilink/engine/testing";
import { type Definition, findFigureDimension } from "@lilink/model/goals/definition";
import { answerDimension } from "@lilink/model/goals/release";
import { countsIn, readMeasure } from "@lilink/model/goals/release/making";
import { type Form, toEquation } from "./equation.ts";
import { type Figure, isWithin, type Leaf, type Told, toReleasedTable } from "./released-table.ts";

export type ReleasedSystem = {
  readonly audit: AuditTable;
  readonly names: readonly string[];
  /** How many told ratios and means tie leaves of one or more tables. */
  readonly tied: number;
  /** Told measures that are no quotient of sums, so that no equation says what they tell. */
  readonly untied: readonly string[];
  /** Told measures that the returns do not give: the system would be of other figures than those that were told. */
  readonly wrong: readonly string[];
};

type Placed = { readonly told: Told; readonly leaves: readonly Leaf[] };

/**
 * All that one release told, as one system: the tables of all its sums, and each told share, mean or intensity as an equation
 * between them, numerator less value times denominator.
 */
export function toReleasedSystem(
  tables: readonly Told[],
  definitions: readonly Definition[],
): ReleasedSystem {
  const leaves: AuditTable["leaves"][number][] = [];
  const cells: AuditTable["cells"][number][] = [];
  const names: string[] = [];
  const placed: Placed[] = [];
  for (const told of tables) {
    const one = toReleasedTable([told]);
    const first = leaves.length;
    leaves.push(...one.audit.leaves);
    cells.push(
      ...one.audit.cells.map((cell) => ({ ...cell, leaves: cell.leaves.map((leaf) => leaf + first) })),
    );
    names.push(...one.names);
    placed.push({
      told,
      leaves: (one.leaves[0] ?? []).map(({ place, at }) => ({ place: place + first, at })),
    });
  }
  const sumOf = (leaf: number) => [...(leaves[leaf]?.values() ?? [])].reduce((sum, value) => sum + value, 0);
  const ties: (readonly (readonly [number, number])[])[] = [];
  const [untied, wrong]: [string[], string[]] = [[], []];
  for (const definition of definitions)
    for (const { code, expression } of definition.measures) {
      const equation = toEquation(definition, readMeasure(expression));
      for (const figure of tables[0]?.figures ?? []) {
        if (figure.indicator !== definition.indicator || figure.measure !== code) continue;
        if (figure.status !== "published" || figure.value === null) continue;
        const name = `${definition.indicator}.${code} ${figure.place.join(" ")}`;
        const over = equation && spreadOver(equation.over, placed, definition, code, figure);
        const under = equation && spreadOver(equation.under, placed, definition, code, figure);
        if (!equation || !over || !under) {
          untied.push(name);
          continue;
        }
        const worth = (terms: ReadonlyMap<number, number>) =>
          [...terms].reduce((sum, [leaf, times]) => sum + times * sumOf(leaf), 0);
        const base = equation.under.number + worth(under);
        const value = (equation.over.number + worth(over)) / base;
        const reckoned = equation.plus + equation.times * value;
        // What is no number differs from every figure that was told.
        const isRight = Math.abs(reckoned - Number(figure.value)) <= 1e-6 * Math.max(1, Math.abs(reckoned));
        if (!isRight) wrong.push(name);
        const terms = new Map(over);
        for (const [leaf, times] of under) terms.set(leaf, (terms.get(leaf) ?? 0) - value * times);
        const largest = Math.max(...[...terms.values()].map(Math.abs));
        // A zero of which nobody reported any part ties nothing: it has no leaf of its own, and takes none of its base.
        if (largest > 0) ties.push([...terms].map(([leaf, times]) => [leaf, times / largest] as const));
      }
    }
  return { audit: { leaves, cells, ties }, names, tied: ties.length, untied, wrong };
}

/** A form of sums as a form of leaves, where the figure stands; null where a sum is in no table. */
function spreadOver(
  { sums }: Form,
  placed: readonly Placed[],
  { indicator }: Definition,
  measure: string,
  figure: Figure,
): ReadonlyMap<number, number> | null {
  const terms = new Map<number, number>();
  for (const { component, narrowed, isTotal, times } of sums) {
    const own = placed.find(({ told }) => told.plan.members.some((one) => one.component.code === component));
    if (!own) return null;
    const { plan } = own.told;
    const factor = Number(plan.members.find((one) => one.component.code === component)?.factor ?? 1);
    const key = plan.pairs.find((one) => one.indicator === indicator && one.measures.includes(measure))?.key;
    const answer = plan.dimensions.findIndex(({ id }) => id === answerDimension);
    const at = new Map(
      figure.dimensions.flatMap((id, axis) =>
        isTotal && findFigureDimension(id)?.source !== "organization" ? [] : [[id, figure.place[axis] ?? ""]],
      ),
    );
    for (const [id, code] of narrowed) at.set(id, code);
    if ([...at].some(([id, code]) => code !== "all" && !plan.dimensions.some((one) => one.id === id)))
      return null;
    const where = { dimensions: [...at.keys()], place: [...at.values()] };
    for (const leaf of own.leaves) {
      if (!isWithin(plan, leaf.at, where)) continue;
      if (key && answer >= 0 && !countsIn(leaf.at[answer] ?? "", key)) continue;
      terms.set(leaf.place, (terms.get(leaf.place) ?? 0) + times * factor);
    }
  }
  return terms;
}
