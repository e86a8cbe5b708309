import type { Contribution, ReleasedCell } from "@lilink/engine/disclosure";
import { Decimal } from "decimal.js";
import { Exact } from "../definition/expression/spread.ts";
import type { Component, Definition } from "../definition/index.ts";
import { totalCode } from "../definition/index.ts";
import { CellBook } from "./cell-book.ts";
import type { FigureCell } from "./figure.ts";
import { measureFigures } from "./measure-figures.ts";
import { needsOf, readMeasure } from "./measure-need.ts";
import type { TablePlan } from "./plan-tables.ts";
import { cellKey, sumCells } from "./sum-cells.ts";

/** A figure that is not what the returns give. */
export type WrongFigure = Pick<FigureCell, "indicator" | "measure" | "dimensions" | "place">;

export type FigureCheck = { readonly checked: number; readonly wrong: readonly WrongFigure[] };

/**
 * Whether stored figures are what the returns that they were made from give: a published sum to the last digit, a withheld one
 * within its bounds, and every measure what its stored sums give, by the rule of today or of the day of the release. [RL12]
 */
export function checkFigures(
  shown: readonly Definition[],
  components: ReadonlyMap<string, Component>,
  tables: readonly { readonly plan: TablePlan; readonly contributions: readonly Contribution[] }[],
  stored: readonly FigureCell[],
): FigureCheck {
  const wrong: WrongFigure[] = [];
  let checked = 0;
  const [book, former] = [new CellBook(), new CellBook(true)];
  for (const { plan, contributions } of tables) {
    const sums = sumCells(plan, contributions);
    const cells: ReleasedCell[] = [];
    for (const { indicator, component, factor } of plan.faces)
      for (const figure of stored.filter(
        (one) => one.indicator === indicator && one.measure === component.code,
      )) {
        const at = plan.dimensions.map(({ id }) => figure.place[figure.dimensions.indexOf(id)] ?? totalCode);
        const truth = (sums.get(cellKey(at)) ?? new Exact(0)).times(factor);
        checked += 1;
        if (!holds(figure, truth)) wrong.push(figure);
        if (factor === "1") cells.push(toCell(at, figure));
      }
    for (const one of [book, former]) one.add(plan, cells, sums);
  }
  for (const definition of shown) {
    const own = stored.filter(({ indicator }) => indicator === definition.indicator);
    const known = new Map(own.map((one) => [keyOf(one), one]));
    const measure = (by: CellBook) => measureFigures(definition, components, by, () => null);
    const formerly = new Map(measure(former).map((one) => [keyOf(one), one]));
    for (const made of measure(book)) {
      if (hasSpread(definition, made.measure)) continue;
      checked += 1;
      const one = known.get(keyOf(made));
      if (!isSame(one, made) && !isSame(one, formerly.get(keyOf(made)))) wrong.push(made);
    }
  }
  return { checked, wrong };
}

function holds({ status, value, low, high }: FigureCell, truth: Decimal): boolean {
  if (status === "published") return new Decimal(value).eq(truth);
  return status === "withheld" && !truth.lt(low ?? "-Infinity") && !truth.gt(high ?? "Infinity");
}

function isSame(one: FigureCell | undefined, made: FigureCell | undefined): boolean {
  return one !== undefined && one.value === made?.value && one.low === made?.low && one.high === made?.high;
}

function toCell(at: readonly string[], figure: FigureCell): ReleasedCell {
  if (figure.status === "published") return { at, status: "published", value: figure.value };
  const { low, high } = figure;
  return {
    at,
    status: "withheld",
    why: "secondary",
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
  };
}

function hasSpread(definition: Definition, code: string): boolean {
  const measure = definition.measures.find((one) => one.code === code);
  const needs = measure ? needsOf(definition, readMeasure(measure.expression)) : [];
  return needs.some(({ kind }) => kind === "spread");
}

function keyOf({ measure, dimensions, place }: FigureCell): string {
  return JSON.stringify([measure, dimensions, place]);
}
