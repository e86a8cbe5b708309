import { Decimal } from "decimal.js";
import { isBoundless } from "./attack.ts";
import { type CellJudgement, type DisclosureParameters, judgeCell } from "./judge-cell.ts";
import { type Need, needsOf } from "./need.ts";
import { Pattern } from "./pattern.ts";
import { type Bounds, printBounds } from "./print-bounds.ts";
import { type Solver, toProgramme } from "./programme.ts";
import { aboveOf, type Cell, type Table } from "./table.ts";
import { findUnsafeUnion, widen } from "./union.ts";

/** `why` stays inside the server: a reader sees W and the bounds. */
export type ProtectedCell = { readonly cell: Cell } & (
  | { readonly status: "published"; readonly value: Decimal }
  | ({ readonly status: "withheld"; readonly why: "primary" | "secondary" } & Bounds)
);

/** Proofs that a small table may ask for while it is thinned, whatever its pattern took. */
const leastThinning = 2000;

type Proven = { readonly need: Need; readonly moved: ReadonlySet<number> };

/**
 * Decides which cells of a table are published, so that no attacker, outsider or contributor, comes nearer to an unsafe
 * cell than its protection, and determines no other withheld cell. Same table, same answer. [DC2]–[DC7]
 * @param solver from loadSolver
 * @example protectTable(await loadSolver(), toTable(dimensions, contributions), { minContributors: 3, pPercent: 10 })
 */
export function protectTable(
  solver: Solver,
  table: Table,
  parameters: DisclosureParameters,
): readonly ProtectedCell[] {
  const programme = toProgramme(table);
  const judgements = programme.columns.map(({ sums }) => judgeCell([...sums.values()], parameters));
  const pattern = new Pattern(solver, table, programme);
  try {
    for (const [column, { unsafe }] of judgements.entries()) if (unsafe) pattern.withhold(column);
    const proven = new Map<number, readonly Proven[]>();
    settle(pattern, table, judgements, parameters, proven);
    thin(pattern, table, judgements, parameters, proven);
    pattern.settle();
    return table.cells.map((cell) => answerOf(cell, pattern, judgements));
  } finally {
    pattern.dispose();
  }
}

/** Withholds more until every need is proven and every union is safe. */
function settle(
  pattern: Pattern,
  table: Table,
  judgements: readonly CellJudgement[],
  parameters: DisclosureParameters,
  proven: Map<number, readonly Proven[]>,
): void {
  const { programme, withheld } = pattern;
  for (;;) {
    const open = [...withheld].filter((column) => !proven.has(column));
    open.sort((a, b) => protectionOf(judgements, b).cmp(protectionOf(judgements, a)) || a - b);
    for (const column of open) {
      const needs = needsOf(programme, column, judgements[column] as CellJudgement);
      proven.set(
        column,
        needs.flatMap((need) => proveOrMend(pattern, need)),
      );
    }
    if (open.length > 0) continue;
    const isWithheld = ({ place }: Cell) => withheld.has(programme.columnOf.get(place) ?? -1);
    const union = findUnsafeUnion(table, isWithheld, parameters.pPercent);
    if (!union) return;
    pattern.withhold(programme.columnOf.get(widen(union, parameters.pPercent ?? 0).place) ?? 0);
  }
}

function proveOrMend(pattern: Pattern, need: Need): readonly Proven[] {
  for (;;) {
    const answer = pattern.prove(need);
    if ("proofs" in answer) return answer.proofs.map((moved) => ({ need, moved: new Set(moved) }));
    if (pattern.mend(need, answer.attacker).length === 0)
      throw new Error(`no pattern protects column ${need.column} from attacker ${answer.attacker}`);
  }
}

/**
 * Publishes again what no proof needs: over-suppression is a defect too. Cells that few proofs lean on come first, and the
 * search ends when it has asked for as many proofs again as the pattern took, so that large tables end too. [DC5]
 */
function thin(
  pattern: Pattern,
  table: Table,
  judgements: readonly CellJudgement[],
  parameters: DisclosureParameters,
  proven: Map<number, readonly Proven[]>,
): void {
  const { programme, withheld } = pattern;
  const isWithheld = ({ place }: Cell) => withheld.has(programme.columnOf.get(place) ?? -1);
  const leaning = countLeaning(proven);
  const secondary = [...withheld].filter((column) => !judgements[column]?.unsafe);
  secondary.sort((a, b) => (leaning.get(a) ?? 0) - (leaning.get(b) ?? 0) || a - b);
  const enough = 2 * pattern.asked + leastThinning;
  for (const column of secondary) {
    if (!withheld.has(column)) continue;
    if (pattern.asked > enough) return;
    const release = tryRelease(pattern, column, judgements, proven);
    const above = release?.columns.flatMap((one) => aboveOf(table, programme.columns[one] as Cell)) ?? [];
    if (!release || findUnsafeUnion(table, isWithheld, parameters.pPercent, new Set(above))) {
      for (const one of release?.columns ?? []) pattern.withhold(one);
      continue;
    }
    for (const [other, list] of release.renewed) proven.set(other, list);
    for (const one of release.columns) proven.delete(one);
  }
}

function countLeaning(proven: ReadonlyMap<number, readonly Proven[]>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const list of proven.values())
    for (const { moved } of list)
      for (const column of moved) counts.set(column, 1 + (counts.get(column) ?? 0));
  return counts;
}

/**
 * Publishes a cell and with it every other that would then be determined; new proofs for the needs of the rest. Null, and
 * all withheld as before, where an unsafe cell would lose its protection.
 */
function tryRelease(
  pattern: Pattern,
  column: number,
  judgements: readonly CellJudgement[],
  proven: ReadonlyMap<number, readonly Proven[]>,
) {
  const columns = [column];
  const renewed = new Map<number, readonly Proven[]>();
  for (let at = 0; at < columns.length; at++) {
    const released = columns[at] ?? column;
    pattern.publish(released);
    for (const [other, stored] of proven) {
      if (columns.includes(other)) continue;
      const list = renewProofs(pattern, released, renewed.get(other) ?? stored);
      if (list) renewed.set(other, list);
      else if (!judgements[other]?.unsafe) columns.push(other);
      else {
        for (const one of columns) pattern.withhold(one);
        return null;
      }
    }
  }
  return { columns, renewed };
}

/** New proofs for the needs of one cell whose proofs move the column; null where one has none any more. */
function renewProofs(pattern: Pattern, column: number, list: readonly Proven[]): readonly Proven[] | null {
  const lost = new Set(list.filter(({ moved }) => moved.has(column)).map(({ need }) => need));
  const kept = list.filter(({ need }) => !lost.has(need));
  for (const need of lost) {
    const answer = pattern.prove(need);
    if ("attacker" in answer) return null;
    kept.push(...answer.proofs.map((moved) => ({ need, moved: new Set(moved) })));
  }
  return kept;
}

function answerOf(cell: Cell, pattern: Pattern, judgements: readonly CellJudgement[]): ProtectedCell {
  const column = pattern.programme.columnOf.get(cell.place);
  if (column === undefined || !pattern.withheld.has(column))
    return { cell, status: "published", value: cell.total };
  const [down, up] = pattern.reachOf(column);
  const { scale } = pattern.programme;
  const high = isBoundless(up) ? null : cell.total.plus(up / scale);
  const bounds = printBounds(cell.total.plus(down / scale), high);
  return {
    cell,
    status: "withheld",
    why: judgements[column]?.unsafe ? "primary" : "secondary",
    ...bounds,
  };
}

function protectionOf(judgements: readonly CellJudgement[], column: number): Decimal {
  return judgements[column]?.protection ?? new Decimal(0);
}
