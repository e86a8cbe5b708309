import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditTable } from "../../testing/audit-table.ts";
import {
  auditAnswer,
  disclosureSample,
  listDisclosureSamples,
  toAuditTable,
  withholdGreedily,
} from "../../testing/disclosure-sample.ts";
import { loadSolver } from "../optimise/highs.ts";
import { type DisclosureParameters, judgeShares } from "./judge-cell.ts";
import { printBounds } from "./print-bounds.ts";
import { protectTable } from "./protect-table.ts";
import { releaseTable } from "./release-table.ts";
import { type Cell, type Contribution, toTable } from "./table.ts";
import { maximise, toTableau } from "./tableau.ts";

const solver = await loadSolver();
const unsafe = (values: readonly number[], parameters: DisclosureParameters) =>
  judgeShares({ sums: new Map(values.map((value, group) => [group, BigInt(value)])) }, parameters);

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
    expect((330 + protection).toFixed(2)).toBe("352.94");
  });

  it("[DC2] V5 and V7: one group with three plants, and one giant among fifty", () => {
    const table = toTable(
      [{ id: "plant", tree: { all: ["a", "b", "c"] } }],
      ["a", "b", "c"].map((at) => ({ group: "G", at: [at], value: "10" })),
    );
    expect(table.cellAt([0]).sums.size).toBe(1);
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
        row === "a" && column !== "z" ? [] : [1, 2, 3].map((firm) => put(`firm${firm}`, row, column, 100)),
      ),
    );
    const table = toTable(
      [rows, columns],
      [...many, put("solo1", "a", "x", 100), put("solo2", "a", "y", 100)],
    );
    const answer = protectTable(solver, table, { minContributors: 3, pPercent: 10 });
    expect(auditAnswer(solver, table, answer, { minContributors: 3, pPercent: 10 })).toEqual([]);
    const inRow = answer.filter(({ cell, status }) => cell.nodes[0] === 1 && status === "withheld");
    expect(inRow.length).toBeGreaterThan(2);
  });

  it("[DC4] who is alone in a cell knows it above too: one more cell hides the other from it", () => {
    const table = toTable(
      [rows],
      [
        { group: "solo", at: ["a"], value: "100" },
        ...["b", "c"].flatMap((row) =>
          [1, 2, 3].map((firm) => ({ group: `${row}${firm}`, at: [row], value: "90" })),
        ),
      ],
    );
    const answer = protectTable(solver, table, { minContributors: 3 });
    expect(auditAnswer(solver, table, answer, { minContributors: 3 })).toEqual([]);
    const two = answer.map(
      (one) =>
        ({
          ...one,
          status: one.cell.place === 1 || one.cell.place === 2 ? "withheld" : "published",
        }) as const,
    );
    expect(auditTable(solver, toAuditTable(table, two, { minContributors: 3 }))).toEqual([
      "determined: cell 2, attacker 6: 270..270 of 270",
    ]);
  });

  it("[DC4] what is public of a listed firm tells its only neighbour the rest", () => {
    const table = toTable(
      [rows],
      [
        { group: "listed", at: ["a"], value: "60", known: true },
        { group: "other", at: ["a"], value: "40" },
        ...["b", "c"].flatMap((row) =>
          [1, 2, 3].map((firm) => ({ group: `${row}${firm}`, at: [row], value: "90" })),
        ),
      ],
    );
    const answer = protectTable(solver, table, { minContributors: 3 });
    expect(answer.filter(({ status }) => status === "withheld").length).toBe(3);
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

describe("equations", () => {
  it("[DC4] a movement is made up for within the room, and ends where it is enough", () => {
    const free = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const solve = (rooms: readonly (readonly number[])[], enough: number) =>
      maximise(
        toTableau([Float64Array.of(1, 1, 0), Float64Array.of(2, 2, 0), Float64Array.of(0, 1, 1)], 3),
        Float64Array.of(1, 0, 0),
        {
          low: Float64Array.from(rooms, ([low]) => low ?? 0),
          high: Float64Array.from(rooms, ([, high]) => high ?? 0),
        },
        enough,
      );
    expect(solve([free, free, free], 3)).toEqual(Float64Array.of(3, -3, 3));
    expect(solve([free, [-2, 0], free], 3)).toBe(null);
    expect(solve([free, [-2, 0], [0, 2]], 2)).toEqual(Float64Array.of(2, -2, 2));
  });
});

describe("random tables", () => {
  it("[DC2] [DC3] [DC4] [DC7] no attacker comes nearer than allowed, and what is published is true", () => {
    fc.assert(
      fc.property(disclosureSample, (one) => {
        const table = toTable(one.dimensions, one.contributions);
        const answer = protectTable(solver, table, one.parameters);
        expect(auditAnswer(solver, table, answer, one.parameters)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it("[DC5] no more is withheld, in number and in value, than by a plain greedy method", () => {
    let [cells, value] = [0, 0n];
    const count = (list: Iterable<Cell>, sign: 1 | -1) => {
      for (const { total } of list) {
        cells += sign;
        value += total * BigInt(sign);
      }
    };
    for (const { dimensions, contributions, parameters } of listDisclosureSamples(20261128, 20)) {
      const table = toTable(dimensions, contributions);
      const answer = protectTable(solver, table, parameters);
      const withheld = answer.filter(({ status }) => status === "withheld");
      count(
        withheld.map(({ cell }) => cell),
        1,
      );
      count(withholdGreedily(solver, table, parameters), -1);
    }
    expect(cells).toBeLessThanOrEqual(0);
    expect(value <= 0n).toBe(true);
  }, 60_000);

  it("[DC2] the same table has the same answer, in whatever order its firms reported", () => {
    fc.assert(
      fc.property(disclosureSample, ({ dimensions, contributions, parameters }) => {
        const releaseOf = (list: readonly Contribution[]) =>
          releaseTable(solver, { dimensions, contributions: list, parameters });
        expect(releaseOf([...contributions].reverse())).toEqual(releaseOf(contributions));
      }),
      { numRuns: 10 },
    );
  });
});
