import { toInputError } from "../error/index.ts";
import type { Solver } from "../optimise/highs.ts";
import { type Layer, toLayeredProgramme } from "./layer.ts";
import { sizeOf } from "./programme.ts";
import { type ProtectedCell, protectTable } from "./protect-table.ts";
import type { EarlierRelease, Release, ReleasedCell, ReleaseInput, ReleaseReport } from "./release.ts";
import { type Cell, decimalsOf, printAmount, readAmount, type Table, toTables } from "./table.ts";

/**
 * Adds up one table and decides which of its cells are published: value to the last digit, or W with bounds. Tables are
 * independent of each other, so that a caller may work on many at once. Same input in whatever order, same answer. [DC1]–[DC9]
 * @param solver from loadSolver, one for each thread
 * @throws InputError naming the contribution or the earlier cell that is at fault
 * @example releaseTable(await loadSolver(), { dimensions, contributions, parameters: { minContributors: 3, pPercent: 10 } })
 */
export function releaseTable(solver: Solver, input: ReleaseInput): Release {
  const { dimensions, contributions, parameters, signed: isSigned = false, earlier = [] } = input;
  const past = earlier.map((one, at) => ({ ...one, field: `earlier.${at}.contributions` }));
  const [table, ...before] = toTables(
    dimensions,
    [{ field: "contributions", contributions }, ...past],
    isSigned,
  );
  if (!table) throw new RangeError("no table");
  const layers = before.map((one, at) =>
    toLayer(one, earlier[at]?.published ?? [], `earlier.${at}.published`),
  );
  const isShown = toShown(table, input.breakdowns);
  const programme = toLayeredProgramme(table, layers, {
    isSigned,
    isShown,
    minContributors: parameters.minContributors ?? 0,
  });
  const cells = protectTable(solver, table, parameters, programme).filter(({ cell }) => isShown(cell));
  return { cells: cells.map((one) => toReleased(one, table)), report: toReport(cells) };
}

/** A cross is shown where some breakdown names all dimensions in which it is not a total of all. [DC9] */
function toShown({ axes }: Table, breakdowns: ReleaseInput["breakdowns"]): (cell: Cell) => boolean {
  if (!breakdowns) return () => true;
  const shown = breakdowns.map((ids) => {
    for (const [at, id] of ids.entries())
      if (!axes.some((axis) => axis.id === id))
        throw toInputError([{ field: `breakdowns.${at}`, rule: "notInList", params: { code: id } }]);
    return axes.map(({ id }) => ids.includes(id));
  });
  return ({ nodes }) =>
    shown.some((isNamed) => nodes.every((node, at) => isNamed[at] || (axes[at]?.parents[node] ?? -1) < 0));
}

function toLayer(table: Table, published: EarlierRelease["published"], field: string): Layer {
  const places = published.map(({ at, value }, row) => {
    const nodes = table.axes.map(({ id, places: codes }, axis) => {
      const node = codes.get(at[axis] ?? "");
      if (node !== undefined) return node;
      throw toInputError([
        { field: `${field}.${row}.${id}`, rule: "notInList", params: { code: at[axis] ?? "" } },
      ]);
    });
    const { place, total } = table.cellAt(nodes);
    const decimals = Math.max(table.decimals, decimalsOf(value));
    const told = readAmount(value, decimals, `${field}.${row}.value`, true);
    if (told !== total * 10n ** BigInt(decimals - table.decimals))
      throw toInputError([{ field: `${field}.${row}.value`, rule: "implausible" }]);
    return place;
  });
  return { table, published: new Set(places) };
}

function toReleased({ cell, ...answer }: ProtectedCell, { axes, decimals }: Table): ReleasedCell {
  const at = cell.nodes.map((node, axis) => axes[axis]?.codes[node] ?? "");
  if (answer.status === "published")
    return { at, status: answer.status, value: printAmount(answer.value, decimals) };
  const { isExposed: _, ...withheld } = answer;
  return { at, ...withheld };
}

function toReport(shown: readonly ProtectedCell[]): ReleaseReport {
  const withheld = shown.filter((one) => one.status === "withheld");
  const primary = withheld.filter(({ why }) => why === "primary").length;
  const sizeOfAll = (cells: readonly ProtectedCell[]) =>
    cells.reduce((sum, { cell }) => sum + sizeOf(cell), 0);
  const all = sizeOfAll(shown);
  return {
    cells: shown.length,
    withheld: withheld.length,
    primary,
    secondary: withheld.length - primary,
    exposed: withheld.filter(({ isExposed }) => isExposed).length,
    withheldShare: shown.length === 0 ? 0 : withheld.length / shown.length,
    withheldValueShare: all === 0 ? 0 : sizeOfAll(withheld) / all,
  };
}
