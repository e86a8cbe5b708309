import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditChange } from "../../testing/audit-change.ts";
import { loadSolver } from "../optimise/highs.ts";
import { judgeShares } from "./judge-cell.ts";
import type { Release, ReleaseInput } from "./release.ts";
import { releaseTable } from "./release-table.ts";
import type { Contribution } from "./table.ts";

const solver = await loadSolver();
const province = { id: "province", tree: { all: ["36", "51"] } };
const product = { id: "product", tree: { all: ["lce", "lioh"] } };
const parameters = { minContributors: 3, pPercent: 10, signedPPercent: 5 };

/** Four firms of about the same size in every cell: nothing is unsafe. */
const even = ["36", "51"].flatMap((one) =>
  ["lce", "lioh"].flatMap((other) =>
    [1, 2, 3, 4].map((firm) => ({
      group: `${one}${other}${firm}`,
      at: [one, other],
      value: `${100 + firm}.5`,
    })),
  ),
);
const release = (input: Partial<ReleaseInput>) =>
  releaseTable(solver, { dimensions: [province, product], contributions: even, parameters, ...input });
const cellOf = ({ cells }: Release, ...at: readonly string[]) =>
  cells.find((cell) => cell.at.join() === at.join());
const late = (firm: number): Contribution => ({ group: `late${firm}`, at: ["36", "lce"], value: "50" });
const asEarlier = (contributions: readonly Contribution[], { cells }: Release) => ({
  contributions,
  published: cells.flatMap((cell) => (cell.status === "published" ? [cell] : [])),
});

describe("releases", () => {
  it("[DC1] totals are exact to the last digit", () => {
    const contributions = [
      { group: "A", at: ["36"], value: "99999999999999999999.01" },
      { group: "B", at: ["36"], value: "0.1" },
      { group: "C", at: ["51"], value: "0.000000000000000000001" },
    ];
    const answer = releaseTable(solver, { dimensions: [province], contributions, parameters: {} });
    expect(answer.cells.map((cell) => cell.status === "published" && cell.value)).toEqual([
      "99999999999999999999.110000000000000000001",
      "99999999999999999999.11",
      "0.000000000000000000001",
    ]);
  });

  it("[DC8] no two releases reveal the late return of one firm", () => {
    const first = release({});
    expect(first.report.withheld).toBe(0);
    const contributions = [...even, late(1)];
    const second = release({ contributions, earlier: [asEarlier(even, first)] });
    for (const at of [
      ["all", "all"],
      ["36", "all"],
      ["all", "lce"],
      ["36", "lce"],
    ])
      expect(cellOf(second, ...at)?.status, at.join()).toBe("withheld");
    expect(cellOf(second, "51", "lioh")).toEqual(cellOf(first, "51", "lioh"));
  });

  it("[DC8] together with enough others it is published", () => {
    const contributions = [...even, late(1), late(2), late(3)];
    const second = release({ contributions, earlier: [asEarlier(even, release({}))] });
    expect(second.report.withheld).toBe(0);
  });

  it("[DC8] the release before it stays as it was, whatever comes later", () => {
    const frozen = release({});
    release({ contributions: [...even, late(1)], earlier: [asEarlier(even, frozen)] });
    expect(release({})).toEqual(frozen);
  });

  it("[DC8] a published cell is no secret any more, but is withheld and counted", () => {
    const solo: Contribution = { group: "solo", at: ["36", "lce"], value: "7", waived: true };
    const others = even.filter(({ at }) => at.join() !== "36,lce");
    const first = release({ contributions: [...others, solo] });
    expect(cellOf(first, "36", "lce")?.status).toBe("published");
    const contributions = [...others, { ...solo, waived: false }];
    const second = release({ contributions, earlier: [asEarlier([...others, solo], first)] });
    expect(cellOf(second, "36", "lce")).toMatchObject({ status: "withheld", why: "primary" });
    expect(second.report.exposed).toBe(1);
    expect(cellOf(release({ contributions }), "36", "lce")?.status).toBe("withheld");
  });

  it("[DC8] an earlier figure that its contributions do not add up to is refused", () => {
    const earlier = [{ contributions: even, published: [{ at: ["all", "all"], value: "1" }] }];
    expect(() => release({ earlier })).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ field: "earlier.0.published.0.value" })],
      }),
    );
  });

  it("[DC9] what is in no breakdown is not shown and not withheld, and still protected", () => {
    const solo: Contribution = { group: "solo", at: ["36", "lce"], value: "500" };
    const contributions = [...even.filter(({ at }) => at.join() !== "36,lce"), solo];
    const { cells } = release({ contributions, breakdowns: [["province"], ["product"]] });
    expect(cells.map(({ at }) => at.join()).sort()).toEqual([
      "36,all",
      "51,all",
      "all,all",
      "all,lce",
      "all,lioh",
    ]);
    expect(() => release({ breakdowns: [["colour"]] })).toThrow();
  });

  it("[DC2] a negative value passes no rule by its sign", () => {
    const stock = (values: readonly number[]) => ({
      sums: new Map(values.map((value, group) => [group, BigInt(value)])),
    });
    expect(judgeShares(stock([-900, 10, 10, 10]), parameters, true).unsafe).toBe(true);
    expect(judgeShares(stock([-900, 10, 10, 10]), { minContributors: 3, pPercent: 10 }, true).unsafe).toBe(
      false,
    );
    const contributions = even.map((one, at) => (at === 0 ? { ...one, value: "-9000" } : one));
    const answer = release({ contributions, signed: true });
    expect(cellOf(answer, "36", "lce")).toMatchObject({ status: "withheld", why: "primary" });
  });

  it("[DC2] who waives is an attacker of the others, and what is public helps to estimate the rest", () => {
    const sums = new Map([
      [0, 900n],
      [1, 100n],
      [2, 1n],
    ]);
    const p = { pPercent: 10 };
    expect(judgeShares({ sums, waived: new Map([[0, 900n]]) }, p).unsafe).toBe(true);
    expect(judgeShares({ sums: new Map([...sums, [3, 50n]]), waived: new Map([[0, 900n]]) }, p).unsafe).toBe(
      false,
    );
    const even4 = new Map([0, 1, 2, 3].map((group) => [group, 100n]));
    expect(judgeShares({ sums: even4 }, p).unsafe).toBe(false);
    expect(judgeShares({ sums: even4, known: new Map([0, 1].map((group) => [group, 100n])) }, p).unsafe).toBe(
      true,
    );
  });

  it("[DC8] no attacker works out a change that too few are behind", () => {
    const parts = ["a", "b", "c", "d"];
    const put = fc.record({
      group: fc.constantFrom("A", "B", "C", "D", "E", "F"),
      at: fc.constantFrom(...parts).map((part) => [part]),
      value: fc.integer({ min: 0, max: 900 }).map(String),
    });
    const dimensions = [{ id: "part", tree: { all: parts } }];
    fc.assert(
      fc.property(
        fc.array(put, { minLength: 8, maxLength: 40 }),
        fc.array(put, { minLength: 1, maxLength: 5 }),
        (before, more) => {
          const first = release({ dimensions, contributions: before });
          const contributions = [...before, ...more];
          const second = release({ dimensions, contributions, earlier: [asEarlier(before, first)] });
          const states = [
            { contributions: before, release: first },
            { contributions, release: second },
          ];
          expect(auditChange(solver, { parts, minContributors: 3, states })).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
