import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditTable } from "../../../testing/audit-table.ts";
import { type DisclosureParameters, judgeCell } from "./judge-cell.ts";
import { printBounds } from "./print-bounds.ts";
import { loadSolver } from "./programme.ts";
import { protectTable } from "./protect-table.ts";
import { type Cell, type Contribution, type Table, toTable } from "./table.ts";

const solver = await loadSolver();
const unsafe = (values: readonly number[], parameters: DisclosureParameters) =>
  judgeCell(
    values.map((value) => new Decimal(value)),
    parameters,
  );

describe("rules of a cell", () => {
  const rest = (total: number, ...largest: number[]) => [
    ...largest,
    total - largest.reduce((sum, value) => sum + value, 0),
  ];

  it("[DC2] V1: the second firm estimates the first to 2 %", () => {
    const cell = rest(100000, 50000, 49000);
    expect(unsafe(cell, { dominance: { n: 1, kPercent: 90 } }).unsafe).toBe(false);
    expect(unsafe(cell, { pPercent: 10 }).unsafe).toBe(true);
  });

  it("[DC2] V2: safe by p-percent, unsafe by (2, 90.9)", () => {
    const cell = rest(110000, 52000, 50000);
    expect(unsafe(cell, { pPercent: 10 }).unsafe).toBe(false);
    expect(unsafe(cell, { dominance: { n: 2, kPercent: 90.9 } }).unsafe).toBe(true);
  });

  it("[DC3] V3: 300 of 330 must be protected up to 352.94", () => {
    const { unsafe: broken, protection } = unsafe([300, 20, 10], { dominance: { n: 1, kPercent: 85 } });
    expect(broken).toBe(true);
    expect(protection.plus(330).toFixed(2)).toBe("352.94");
  });

  it("[DC2] V5 and V7: one group with three plants, and one giant among fifty", () => {
    const table = toTable(
      [{ id: "plant", tree: { all: ["a", "b", "c"] } }],
      ["a", "b", "c"].map((at) => ({ group: "G", at: [at], value: "10" })),
    );
    expect([...table.cellAt([0]).sums.values()]).toHaveLength(1);
    expect(unsafe([30], { minContributors: 3 }).unsafe).toBe(true);
    expect(unsafe([9900, ...Array<number>(50).fill(2)], { pPercent: 10 }).unsafe).toBe(true);
  });

  it("[DC2] a reported 0 counts as a contributor, nobody at all is no secret", () => {
    expect(unsafe([0, 0], { minContributors: 3 }).unsafe).toBe(true);
    expect(unsafe([], { minContributors: 3 }).unsafe).toBe(false);
  });
});

describe("patterns", () => {
  const rows = { id: "row", tree: { all: ["a", "b", "c"] } };
  const columns = { id: "column", tree: { all: ["x", "y", "z"] } };
  const put = (group: string, row: string, column: string, value: number): Contribution => ({
    group,
    at: [row, column],
    value: String(value),
  });

  it("[DC4] V6: two single firms in one row never shield each other", () => {
    const many = ["a", "b", "c"].flatMap((row) =>
      ["x", "y", "z"].flatMap((column) =>
        row === "a" && column !== "z"
          ? []
          : [1, 2, 3, 4].map((firm) => put(`${row}${column}${firm}`, row, column, 100)),
      ),
    );
    const table = toTable(
      [rows, columns],
      [...many, put("solo1", "a", "x", 100), put("solo2", "a", "y", 100)],
    );
    const answer = protectTable(solver, table, { minContributors: 3, pPercent: 10 });
    expect(auditOf(table, answer, { minContributors: 3, pPercent: 10 })).toEqual([]);
    const inRow = answer.filter(({ cell, status }) => cell.nodes[0] === 1 && status === "withheld");
    expect(inRow.length).toBeGreaterThan(2);
  });

  it("[DC6] what a published total less its published parts implies is safe too", () => {
    const table = toTable(
      [rows],
      [
        { group: "G", at: ["a"], value: "50" },
        { group: "G", at: ["b"], value: "60" },
        ...[1, 2, 3, 4].map((firm) => ({ group: `c${firm}`, at: ["c"], value: "100" })),
      ],
    );
    const answer = protectTable(solver, table, { minContributors: 3, pPercent: 10 });
    const published = answer.filter(({ status }) => status === "published").map(({ cell }) => cell.place);
    expect(published.includes(0) && published.includes(3)).toBe(false);
  });

  it("[DC1] a code that is not in the hierarchy and a value below 0 are refused by place", () => {
    const refuse = (one: Contribution) => () => toTable([rows], [one]);
    expect(refuse({ group: "G", at: ["d"], value: "1" })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ field: "contributions.0.row" })] }),
    );
    expect(refuse({ group: "G", at: ["a"], value: "-1" })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ rule: "tooSmall" })] }),
    );
    expect(() => toTable([{ id: "row", tree: { a: ["b"], b: ["a"] } }], [])).toThrow();
  });

  it("[DC7] bounds are rounded outward to two figures", () => {
    const print = (low: number, high: number | null) =>
      printBounds(new Decimal(low), high === null ? null : new Decimal(high));
    expect(print(4130, 39870)).toEqual({ low: "4100", high: "40000" });
    expect(print(0, 12)).toEqual({ low: "0", high: "12" });
    expect(print(99.95, null)).toEqual({ low: "99" });
  });
});

const sample = fc.record({
  tall: fc.boolean(),
  cells: fc.array(
    fc.record({
      group: fc.integer({ min: 0, max: 9 }),
      row: fc.constantFrom("a", "b", "c1", "c2"),
      column: fc.constantFrom("x", "y", "z"),
      value: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4000 })),
    }),
    { minLength: 1, maxLength: 30 },
  ),
  parameters: fc.constantFrom<DisclosureParameters>(
    { minContributors: 3, dominance: { n: 2, kPercent: 85 }, pPercent: 10 },
    { minContributors: 4 },
    { pPercent: 15 },
    { dominance: { n: 1, kPercent: 70 } },
  ),
});

function tableOf({
  cells,
}: {
  cells: readonly { group: number; row: string; column: string; value: number }[];
}) {
  return toTable(
    [
      { id: "row", tree: { all: ["a", "b", "c"], c: ["c1", "c2"] } },
      { id: "column", tree: { all: ["x", "y", "z"] } },
    ],
    cells.map(({ group, row, column, value }) => ({
      group: `G${group}`,
      at: [row, column],
      value: String(value),
    })),
  );
}

function auditOf(table: Table, answer: ReturnType<typeof protectTable>, parameters: DisclosureParameters) {
  const leaves = table.cells.filter(({ isLeaf }) => isLeaf);
  return auditTable(solver, {
    leaves: leaves.map(({ sums }) => new Map([...sums].map(([group, sum]) => [`${group}`, sum.toNumber()]))),
    cells: answer.map(({ cell, status }) => {
      const { unsafe: broken, protection } = judgeCell([...cell.sums.values()], parameters);
      return {
        leaves: [...leaves.keys()].filter((leaf) => isWithin(table, leaves[leaf] as Cell, cell)),
        published: status === "published",
        unsafe: broken,
        protection: protection.toNumber(),
      };
    }),
  });
}

function isWithin(table: Table, leaf: Cell, cell: Cell): boolean {
  return leaf.nodes.every((node, at) => {
    for (let above = node; above >= 0; above = table.axes[at]?.parents[above] ?? -1)
      if (above === cell.nodes[at]) return true;
    return false;
  });
}

describe("random tables", () => {
  it("[DC2] [DC3] [DC4] no attacker comes nearer than allowed, and what is published is true", () => {
    fc.assert(
      fc.property(sample, (one) => {
        const table = tableOf(one);
        const answer = protectTable(solver, table, one.parameters);
        expect(auditOf(table, answer, one.parameters)).toEqual([]);
        for (const { cell, ...rest } of answer) {
          const isUnsafe = judgeCell([...cell.sums.values()], one.parameters).unsafe;
          if (rest.status === "published") {
            expect(isUnsafe).toBe(false);
            expect(rest.value.eq(cell.total)).toBe(true);
            continue;
          }
          expect(rest.why).toBe(isUnsafe ? "primary" : "secondary");
          expect(cell.total.gte(rest.low)).toBe(true);
          expect(rest.high === undefined || cell.total.lte(rest.high)).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it("[DC2] the same table has the same answer, in whatever order its firms reported", () => {
    fc.assert(
      fc.property(sample, (one) => {
        const marksOf = (cells: typeof one.cells) =>
          protectTable(solver, tableOf({ cells }), one.parameters).map(({ status }) => status);
        expect(marksOf([...one.cells].reverse())).toEqual(marksOf([...one.cells]));
      }),
      { numRuns: 10 },
    );
  });
});
