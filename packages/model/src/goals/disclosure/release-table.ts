import { Decimal } from "decimal.js";
import type { Solver } from "./programme.ts";
import { type ProtectedCell, protectTable } from "./protect-table.ts";
import type { Release, ReleasedCell, ReleaseInput, ReleaseReport } from "./release.ts";
import { type Table, toTable } from "./table.ts";

/**
 * Adds up one table and decides which of its cells are published: value to the last digit, or W with bounds. Tables are
 * independent of each other, so that a caller may work on many at once. Same input in whatever order, same answer. [DC1]–[DC8]
 * @param solver from loadSolver, one for each thread
 * @throws LilinkError INVALID_INPUT naming the contribution or the earlier cell that is at fault
 * @example releaseTable(await loadSolver(), { dimensions, contributions, parameters: { minContributors: 3, pPercent: 10 } })
 */
export function releaseTable(solver: Solver, input: ReleaseInput): Release {
  const table = toTable(input.dimensions, input.contributions);
  const shown = protectTable(solver, table, input.parameters);
  return { cells: shown.map((one) => toReleased(one, table)), report: toReport(shown) };
}

function toReleased({ cell, ...answer }: ProtectedCell, { axes }: Table): ReleasedCell {
  const at = cell.nodes.map((node, axis) => axes[axis]?.codes[node] ?? "");
  if (answer.status === "published") return { at, status: answer.status, value: answer.value.toFixed() };
  return { at, ...answer };
}

function toReport(shown: readonly ProtectedCell[]): ReleaseReport {
  const withheld = shown.filter(({ status }) => status === "withheld");
  const primary = shown.filter((one) => one.status === "withheld" && one.why === "primary").length;
  const sumOf = (cells: readonly ProtectedCell[]) =>
    cells.reduce((sum, { cell }) => sum.plus(cell.total.abs()), new Decimal(0));
  const all = sumOf(shown);
  return {
    cells: shown.length,
    withheld: withheld.length,
    primary,
    secondary: withheld.length - primary,
    exposed: 0,
    withheldShare: shown.length === 0 ? 0 : withheld.length / shown.length,
    withheldValueShare: all.isZero() ? 0 : sumOf(withheld).div(all).toNumber(),
  };
}
