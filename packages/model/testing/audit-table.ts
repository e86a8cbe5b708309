import type { Highs } from "highs";

/** A table in the plainest form, told apart from the code under test: leaves with sums per group, cells as lists of leaves. */
export type AuditCell = {
  readonly leaves: readonly number[];
  readonly published: boolean;
  readonly unsafe: boolean;
  readonly protection: number;
};
export type AuditTable = {
  /** Per leaf what each group put in; empty where nobody reported. */
  readonly leaves: readonly ReadonlyMap<string, number>[];
  readonly cells: readonly AuditCell[];
};

/**
 * Every way in which an attacker comes nearer than allowed, each by a linear programme written out anew: an outsider and
 * each group, minimum and maximum of each withheld cell over all tables that fit what is published.
 */
export function auditTable(highs: Highs, { leaves, cells }: AuditTable): readonly string[] {
  const groups = [...new Set(leaves.flatMap((sums) => [...sums.keys()]))];
  const totals = leaves.map((sums) => [...sums.values()].reduce((sum, value) => sum + value, 0));
  const totalOf = ({ leaves: list }: AuditCell) => list.reduce((sum, leaf) => sum + (totals[leaf] ?? 0), 0);
  const published = cells.filter((cell) => cell.published);
  const faults: string[] = [];
  for (const attacker of [null, ...groups]) {
    const own = leaves.map((sums) => (attacker === null ? 0 : (sums.get(attacker) ?? 0)));
    const rows = published.map((cell, row) => ` r${row}: ${sumOf(cell.leaves)} = ${totalOf(cell)}`);
    const bounds = leaves.map((sums, leaf) =>
      sums.size === 0 ? ` x${leaf} = 0` : ` ${own[leaf]} <= x${leaf} <= 1e7`,
    );
    const reach = (cell: AuditCell, sense: "Minimize" | "Maximize") =>
      highs.solve(
        [sense, ` obj: ${sumOf(cell.leaves)}`, "Subject To", ...rows, "Bounds", ...bounds, "End"].join("\n"),
      ).ObjectiveValue;
    for (const [place, cell] of cells.entries()) {
      if (cell.published) continue;
      const total = totalOf(cell);
      const mine = cell.leaves.reduce((sum, leaf) => sum + (own[leaf] ?? 0), 0);
      const [low, high] = [reach(cell, "Minimize"), reach(cell, "Maximize")];
      const slack = 1e-5 * Math.max(1, total);
      const who = `cell ${place}, attacker ${attacker ?? "outsider"}: ${low}..${high} of ${total}`;
      if (high - low <= slack / 100 && mine < total) faults.push(`determined: ${who}`);
      if (!cell.unsafe) continue;
      if (high < total + cell.protection - slack) faults.push(`too low above: ${who}`);
      if (low > Math.max(total - cell.protection, mine, 0) + slack) faults.push(`too high below: ${who}`);
    }
  }
  return faults;
}

function sumOf(leaves: readonly number[]): string {
  return leaves.map((leaf) => `x${leaf}`).join(" + ");
}
