import { LinearModel, type Solver, type Term } from "../src/optimise/highs.ts";
import type { AuditCell, AuditTable } from "./audit-table.ts";

export type SparseAudit = {
  readonly attackers: number;
  /** Linear programmes that were solved. */
  readonly programmes: number;
  readonly breaches: readonly { readonly cell: number; readonly attacker: string; readonly fault: string }[];
};

/** A table that fits what is published, by how far its leaves and cells lie from the truth. */
type Witness = { readonly leaves: ReadonlyMap<number, number>; readonly cells: Float64Array };
type Room = { readonly low: Float64Array; readonly high: Float64Array };

/**
 * The attacks of `auditTable` on a large table, one attacker after the other: only leaves that are withheld are columns,
 * only what is published of them rows. Each table that is found shows how far all cells reach, for the next attackers as
 * far as it fits what they know; a programme is solved only where no such table is far enough.
 */
export function auditSparsely(highs: Solver, table: AuditTable): SparseAudit {
  const { leaves, cells } = table;
  const totals = leaves.map((sums) => [...sums.values()].reduce((sum, value) => sum + value, 0));
  const totalOf = ({ leaves: list }: AuditCell) => list.reduce((sum, leaf) => sum + (totals[leaf] ?? 0), 0);
  const farthest = 10 * (1 + totals.reduce((sum, one) => sum + one, 0));
  const attackers = [null, ...new Set(leaves.flatMap((sums) => [...sums.keys()]))];
  const model = new LinearModel(highs, leaves.length, rowsOf(table));
  model.keepBounds();
  const witnesses: Witness[] = [];
  const breaches: SparseAudit["breaches"][number][] = [];
  let programmes = 0;
  for (const attacker of attackers) {
    const isSole = (leaf: number) =>
      attacker !== null && leaves[leaf]?.size === 1 && leaves[leaf]?.has(attacker) === true;
    const ownOf = (leaf: number) => (attacker === null ? 0 : (leaves[leaf]?.get(attacker) ?? 0));
    const room: Room = {
      low: Float64Array.from(leaves, (_, leaf) => ownOf(leaf) - (totals[leaf] ?? 0)),
      high: Float64Array.from(leaves, (sums, leaf) => (sums.size === 0 || isSole(leaf) ? 0 : farthest)),
    };
    const reach: Room = { low: new Float64Array(cells.length), high: new Float64Array(cells.length) };
    for (const one of witnesses) widen(reach, one, shareWithin(one, room));
    for (const [place, cell] of cells.entries()) {
      const filled = cell.leaves.filter((leaf) => (leaves[leaf]?.size ?? 0) > 0);
      if (cell.published || filled.every(isSole)) continue;
      const mine = cell.leaves.reduce((sum, leaf) => sum + ownOf(leaf), 0);
      const judge = () => faultOf(cell, totalOf(cell), mine, reach.low[place] ?? 0, reach.high[place] ?? 0);
      for (const sense of [1, -1]) {
        if (judge() === null) break;
        const cost = new Float64Array(leaves.length);
        for (const leaf of cell.leaves) cost[leaf] = -sense;
        programmes += 1;
        const found = model.solve(cost, room.low, room.high);
        if (!found) throw new Error(`not solved: cell ${place}, attacker ${attacker ?? "outsider"}`);
        const witness = toWitness(cells, found);
        witnesses.push(witness);
        widen(reach, witness, 1);
      }
      const fault = judge();
      if (fault) breaches.push({ cell: place, attacker: attacker ?? "outsider", fault });
    }
  }
  model.dispose();
  return { attackers: attackers.length, programmes, breaches };
}

/** What is published, each set of leaves once; a leaf by itself is fixed by its own row. */
function rowsOf({ leaves, cells }: AuditTable): readonly (readonly Term[])[] {
  const rows = new Map<string, readonly Term[]>();
  for (const cell of cells) {
    const filled = cell.leaves.filter((leaf) => (leaves[leaf]?.size ?? 0) > 0);
    if (cell.published && filled.length > 0)
      rows.set(
        filled.join(),
        filled.map((leaf) => [leaf, 1]),
      );
  }
  return [...rows.values()];
}

function toWitness(cells: readonly AuditCell[], found: Float64Array): Witness {
  const leaves = new Map([...found.entries()].filter(([, by]) => Math.abs(by) > 1e-7));
  const sums = cells.map((cell) => cell.leaves.reduce((sum, leaf) => sum + (leaves.get(leaf) ?? 0), 0));
  return { leaves, cells: Float64Array.from(sums) };
}

/** How much of the way from the truth to it fits what is known. */
function shareWithin({ leaves }: Witness, { low, high }: Room): number {
  let share = 1;
  for (const [leaf, by] of leaves) share = Math.min(share, ((by < 0 ? low[leaf] : high[leaf]) ?? 0) / by);
  return Math.max(0, share);
}

function widen({ low, high }: Room, { cells }: Witness, share: number): void {
  for (const [place, by] of cells.entries()) {
    low[place] = Math.min(low[place] ?? 0, share * by);
    high[place] = Math.max(high[place] ?? 0, share * by);
  }
}

function faultOf(cell: AuditCell, total: number, mine: number, low: number, high: number): string | null {
  const slack = 1e-5 * Math.max(1, total);
  if (high - low <= slack / 100) return "determined";
  if (!cell.unsafe) return null;
  if (high < cell.protection - slack) return "too low above";
  return total + low > Math.max(total - cell.protection, mine, 0) + slack ? "too high below" : null;
}
