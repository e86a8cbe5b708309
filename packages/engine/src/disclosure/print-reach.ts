import { Decimal } from "decimal.js";
import type { Solver } from "../optimise/highs.ts";
import type { CellJudgement } from "./judge-cell.ts";
import type { Pattern } from "./pattern.ts";
import { type Bounds, printBounds } from "./print-bounds.ts";
import { reachOf } from "./reach.ts";
import { printAmount, type Table } from "./table.ts";

/** What the solver may have left out, in scaled units. */
const slack = 1e-8;

/**
 * Bounds of a withheld column: how far it reaches for an outsider, and never inside the protection of an unsafe one, nor past
 * its truth by rounding. [DC7]
 */
export function printReach(
  solver: Solver,
  table: Table,
  { programme, isFree, knowledge }: Pattern,
  judgements: readonly CellJudgement[],
): (column: number) => Bounds {
  const unit = new Decimal(10).pow(-table.decimals);
  const endOf = (column: number, by: number, side: 1 | -1): Decimal | null => {
    if (!Number.isFinite(by)) return null;
    const total = new Decimal(printAmount(programme.columns[column]?.cell.total ?? 0n, table.decimals));
    const { protection, unsafe } = judgements[column] ?? { protection: 0, unsafe: false };
    const away = Math.max((Math.abs(by) + slack) / programme.scale, unsafe ? protection : 0);
    const end = total.plus(unit.times(away).times(side));
    return programme.isSigned ? end : Decimal.max(0, end);
  };
  const print = (column: number, low: number, high: number): Bounds =>
    printBounds(endOf(column, low, -1), endOf(column, high, 1));
  const reach = reachOf(solver, programme, isFree, knowledge.ofOutsider, (column, one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    const [a, b] = [print(column, low, low), print(column, high, high)];
    return a.low === b.low && a.high === b.high;
  });
  return (column) => print(column, reach.low[column] ?? 0, reach.high[column] ?? 0);
}
