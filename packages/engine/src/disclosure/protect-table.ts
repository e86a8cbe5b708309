import type { Solver } from "../optimise/highs.ts";
import type { CellJudgement, DisclosureParameters } from "./judge-cell.ts";
import { judgeColumns } from "./need.ts";
import { Pattern } from "./pattern.ts";
import type { Bounds } from "./print-bounds.ts";
import { printReach } from "./print-reach.ts";
import { type Programme, toProgramme } from "./programme.ts";
import type { Cell, Table } from "./table.ts";
import { thinPattern } from "./thin-pattern.ts";
import { listUnsafeUnions, widen } from "./union.ts";

/** `why` stays inside the server: a reader sees W and the bounds. */
export type ProtectedCell = { readonly cell: Cell } & (
  | { readonly status: "published"; readonly value: bigint }
  | ({
      readonly status: "withheld";
      readonly why: "primary" | "secondary";
      readonly isExposed: boolean;
    } & Bounds)
);

/**
 * Decides which cells of a table are published, so that no attacker, outsider or contributor, comes nearer to an unsafe
 * cell than its protection, and determines no other withheld cell. Same table, same answer. [DC2]–[DC8]
 * @param solver from loadSolver
 * @example protectTable(await loadSolver(), toTable(dimensions, contributions), { minContributors: 3, pPercent: 10 })
 */
export function protectTable(
  solver: Solver,
  table: Table,
  parameters: DisclosureParameters,
  programme: Programme = toProgramme(table),
): readonly ProtectedCell[] {
  const judgements = judgeColumns(programme, parameters);
  const pattern = new Pattern(solver, programme, judgements);
  try {
    for (const [column, { kind }] of programme.columns.entries())
      if (kind !== "told" && (kind !== "shown" || judgements[column]?.unsafe)) pattern.withhold(column);
    const isTold = programme.columns.some(({ kind }) => kind === "told");
    if (!settle(pattern, table, parameters) && !isTold) throw new Error("nothing protects this table");
    thinPattern(pattern, table, parameters);
    return toAnswer(solver, table, pattern, judgements);
  } finally {
    pattern.dispose();
  }
}

/** Withholds until every need is met and every union safe; false where that takes what may not be withheld. [DC6] */
function settle(pattern: Pattern, table: Table, { pPercent }: DisclosureParameters): boolean {
  const columnOf = ({ place }: Cell) => pattern.programme.columnOf.get(place) ?? -1;
  for (;;) {
    if (!pattern.settle()) return false;
    let [isWider, isStuck] = [false, false];
    for (const union of listUnsafeUnions(table, (cell) => pattern.isFree[columnOf(cell)] === 1, pPercent)) {
      const wider = widen(union, pPercent ?? 0, (cell) => pattern.mayMove[columnOf(cell)] === 1);
      if (wider) pattern.withhold(columnOf(wider));
      if (wider) isWider = true;
      else isStuck = true;
    }
    if (!isWider) return !isStuck;
  }
}

function toAnswer(
  solver: Solver,
  table: Table,
  pattern: Pattern,
  judgements: readonly CellJudgement[],
): readonly ProtectedCell[] {
  const { columns, columnOf } = pattern.programme;
  const boundsOf = printReach(solver, table, pattern, judgements);
  const answer: ProtectedCell[] = [];
  for (const cell of table.cells) {
    const column = columnOf.get(cell.place) ?? -1;
    const isUnsafe = judgements[column]?.unsafe ?? false;
    if (columns[column]?.kind === "hidden") continue;
    if (pattern.isFree[column] !== 1 && !isUnsafe)
      answer.push({ cell, status: "published", value: cell.total });
    else
      answer.push({
        cell,
        status: "withheld",
        why: isUnsafe ? "primary" : "secondary",
        isExposed: pattern.exposed.has(column) || pattern.isFree[column] !== 1,
        ...boundsOf(column),
      });
  }
  return answer;
}
