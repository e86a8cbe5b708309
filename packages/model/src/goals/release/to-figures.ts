import type { ReleasedCell } from "@lilink/engine/disclosure";
import { Decimal } from "decimal.js";
import { totalCode } from "../definition/index.ts";
import type { FigureAnswer, FigureCell } from "./figure.ts";
import type { TableFace, TablePlan } from "./plan-tables.ts";

/** Where a figure stands: the dimensions by which it is broken down, in the order of their ids, and its code in each. */
export type FigurePlace = Pick<FigureCell, "dimensions" | "place">;

/**
 * The figures of one component of an indicator in a protected table: the cells of its breakdowns, totals under fewer
 * dimensions, in the component's own unit. A bound stays a bound, for the factor is above zero. [RL2]
 */
export function toFigures(
  plan: Pick<TablePlan, "dimensions">,
  face: TableFace,
  cells: readonly ReleasedCell[],
): readonly FigureCell[] {
  const { indicator, component, factor, breakdowns } = face;
  return cells.flatMap((cell) => {
    const at = toPlace(plan, cell.at);
    if (!breakdowns.some((one) => at.dimensions.every((id) => one.includes(id)))) return [];
    return [{ indicator, measure: component.code, unit: component.unit, ...at, ...toAnswer(cell, factor) }];
  });
}

/** A cell's codes without those of totals. @example toPlace({ dimensions }, ["all", "36"]).place // ["36"] */
export function toPlace({ dimensions }: Pick<TablePlan, "dimensions">, at: readonly string[]): FigurePlace {
  const told = dimensions.map(({ id }, axis) => ({ id, code: at[axis] ?? totalCode }));
  const parts = told.filter(({ code }) => code !== totalCode);
  return { dimensions: parts.map(({ id }) => id), place: parts.map(({ code }) => code) };
}

/** A cell times the fixed factor of a component. */
export function toAnswer(cell: ReleasedCell, factor: string): FigureAnswer {
  const times = (value: string) => (factor === "1" ? value : new Decimal(value).times(factor).toFixed());
  if (cell.status === "published")
    return { status: "published", value: times(cell.value), low: null, high: null };
  return {
    status: "withheld",
    value: null,
    low: cell.low === undefined ? null : times(cell.low),
    high: cell.high === undefined ? null : times(cell.high),
  };
}
