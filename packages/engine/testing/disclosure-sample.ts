import fc from "fast-check";
import {
  type Cell,
  type Contribution,
  type Dimension,
  type DisclosureParameters,
  judgeShares,
  type ProtectedCell,
  type Table,
} from "../src/disclosure/index.ts";
import { listUnsafeUnions } from "../src/disclosure/union.ts";
import type { Solver } from "../src/optimise/highs.ts";
import { type AuditTable, auditTable } from "./audit-table.ts";

export type DisclosureSample = {
  readonly dimensions: readonly Dimension[];
  readonly contributions: readonly Contribution[];
  readonly parameters: DisclosureParameters;
};

const row: Dimension = { id: "row", tree: { all: ["a", "b", "c"], c: ["c1", "c2"] } };
const column: Dimension = { id: "column", tree: { all: ["x", "y", "z"] } };
const layer: Dimension = { id: "layer", tree: { all: ["p", "q"] } };

/** Small tables of firms by cells, of one to three dimensions: small and large figures, zeros, giants, several places of one group. */
export const disclosureSample: fc.Arbitrary<DisclosureSample> = fc
  .record({
    dimensions: fc.constantFrom([row], [row, column], [column, row], [column, layer], [row, column, layer]),
    puts: fc.array(
      fc.record({
        group: fc.integer({ min: 0, max: 9 }),
        at: fc.record({
          row: fc.constantFrom("a", "b", "c1", "c2"),
          column: fc.constantFrom("x", "y", "z"),
          layer: fc.constantFrom("p", "q"),
        }),
        value: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4000 })),
      }),
      { minLength: 1, maxLength: 36 },
    ),
    parameters: fc.constantFrom<DisclosureParameters>(
      { minContributors: 3, dominance: { n: 2, kPercent: 85 }, pPercent: 10 },
      { minContributors: 4 },
      { pPercent: 15 },
      { dominance: { n: 1, kPercent: 70 } },
      { minContributors: 5, dominance: { n: 1, kPercent: 75.5 }, pPercent: 12.5 },
    ),
  })
  .map(({ dimensions, puts, parameters }) => ({
    dimensions,
    parameters,
    contributions: puts.map(({ group, at, value }) => ({
      group: `G${group}`,
      at: dimensions.map(({ id }) => at[id as keyof typeof at]),
      value: String(value),
    })),
  }));

/**
 * Every way in which an answer breaks its promises: an unsafe cell that is published, a figure that is not the truth, bounds
 * that leave out the truth or lie inside what must be protected, an attacker that comes too near (see `auditTable`).
 */
export function auditAnswer(
  highs: Solver,
  table: Table,
  answer: readonly ProtectedCell[],
  parameters: DisclosureParameters,
): readonly string[] {
  const faults = answer.flatMap(({ cell, ...rest }) => {
    const { unsafe, protection } = judgeShares(cell, parameters);
    const place = `cell ${cell.place}`;
    if (rest.status === "published")
      return [
        ...(unsafe ? [`${place} is unsafe`] : []),
        ...(rest.value === cell.total ? [] : [`${place} is false`]),
      ];
    const total = Number(cell.total);
    const [low, high] = [Number(rest.low ?? -Infinity), Number(rest.high ?? Infinity)];
    const reach = unsafe ? protection : 0;
    return [
      ...((rest.why === "primary") === unsafe ? [] : [`${place} is withheld for another reason`]),
      ...(low <= Math.max(0, total - reach) && high >= total + reach ? [] : [`${place} has narrow bounds`]),
    ];
  });
  return [...faults, ...auditTable(highs, toAuditTable(table, answer, parameters))];
}

/** A table and what is published of it, in the oracle's own form. */
export function toAuditTable(
  table: Table,
  answer: readonly Pick<ProtectedCell, "cell" | "status">[],
  parameters: DisclosureParameters,
): AuditTable {
  const leaves = table.cells.filter(({ isLeaf }) => isLeaf);
  return {
    leaves: leaves.map(({ sums }) => new Map([...sums].map(([group, sum]) => [`${group}`, Number(sum)]))),
    cells: answer.map(({ cell, status }) => {
      const { unsafe, protection } = judgeShares(cell, parameters);
      const inside = [...leaves.keys()].filter((leaf) => isWithin(table, leaves[leaf] as Cell, cell));
      return { leaves: inside, published: status === "published", unsafe, protection };
    }),
  };
}

/**
 * What a plain greedy method withholds under the same standard: everything first, then one cell after the other published,
 * the largest first, wherever the audit and the rule for unions stay clean. No cell of the rest can be published alone.
 */
export function withholdGreedily(
  highs: Solver,
  table: Table,
  parameters: DisclosureParameters,
): ReadonlySet<Cell> {
  const cells = table.cells.filter(({ sums }) => sums.size > 0);
  const withheld = new Set(cells);
  const isClean = () =>
    listUnsafeUnions(table, (cell) => withheld.has(cell), parameters.pPercent).next().done === true &&
    auditTable(
      highs,
      toAuditTable(
        table,
        table.cells.map((cell) => ({ cell, status: withheld.has(cell) ? "withheld" : "published" })),
        parameters,
      ),
      { isFirstEnough: true },
    ).length === 0;
  const safe = cells.filter((cell) => !judgeShares(cell, parameters).unsafe);
  safe.sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : a.place - b.place));
  for (const cell of safe) {
    withheld.delete(cell);
    if (!isClean()) withheld.add(cell);
  }
  return withheld;
}

function isWithin(table: Table, leaf: Cell, cell: Cell): boolean {
  return leaf.nodes.every((node, at) => {
    for (let above = node; above >= 0; above = table.axes[at]?.parents[above] ?? -1)
      if (above === cell.nodes[at]) return true;
    return false;
  });
}

/** The same samples for the same seed. */
export function listDisclosureSamples(seed: number, numRuns: number): readonly DisclosureSample[] {
  return fc.sample(disclosureSample, { seed, numRuns });
}
