import { loadSolver, releaseTable } from "@lilink/engine/disclosure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DemandFiling,
  type PostedDemand,
  type RolledCell,
  type RollUp,
  toRolledCells,
  toRolledTables,
} from "./index.ts";

const solver = await loadSolver();
const parameters = { minContributors: 3, pPercent: 10 };
const places = ["36", "51", "44"] as const;

let made = 0;
const filing = (given: Partial<DemandFiling> & { readonly firm: string }): DemandFiling => ({
  filing: `filing ${++made}`,
  group: given.firm,
  skill: "residual-value-testing",
  province: "36",
  year: 2026,
  quarter: 1,
  wanted: 10,
  employed: 20,
  statedOn: "2026-02-01",
  ...given,
});
/** Five firms in each of three provinces: enough for every sum to be told. */
const chain = places.flatMap((province) =>
  ["a", "b", "c", "d", "e"].map((firm) => filing({ firm, province })),
);

function rollUp(
  asOf: string,
  filings: readonly DemandFiling[],
  known: readonly RollUp[] = [],
  posted: readonly PostedDemand[] = [],
): RollUp {
  const tables = toRolledTables(filings, posted, asOf, known);
  return {
    asOf,
    cells: tables.flatMap((table) =>
      toRolledCells(table, releaseTable(solver, { ...table.input, parameters })),
    ),
    sources: tables.map(({ component, year, contributions }) => ({ component, year, contributions })),
  };
}
const told = ({ cells }: RollUp, component: RolledCell["component"], year: number) =>
  new Map(
    cells
      .filter((cell) => cell.component === component && cell.year === year && !cell.withheld)
      .map(({ skill, province, low }) => [`${skill} ${province}`, low]),
  );

/** The changes that two tables tell: of each cell that both of them publish. */
function changesOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
  return [...after].flatMap(([key, value]) => {
    const old = before.get(key);
    return old === undefined || old === value ? [] : [value - old];
  });
}

describe("differences of roll-ups", () => {
  it("[SK4] those employed are one stock: the turn of a year tells nothing of the one firm that changed", () => {
    const first = rollUp("2026-10-01", chain);
    expect(told(first, "employed", 2026).size).toBeGreaterThan(3);
    const more = filing({ firm: "b", employed: 33, statedOn: "2026-11-01" });
    const next = rollUp("2027-01-01", [...chain, more], [first]);
    expect(changesOf(told(first, "employed", 2026), told(next, "employed", 2027))).toEqual([]);
  });

  it("[SK4] a roll-up as of an earlier day that is made later knows what is out already", () => {
    const late = filing({ firm: "b", quarter: 2, wanted: 7, statedOn: "2026-08-01" });
    const first = rollUp("2026-10-01", [...chain, late]);
    const past = rollUp("2026-07-01", [...chain, late], [first]);
    expect(told(first, "wanted", 2026).size).toBeGreaterThan(3);
    expect(changesOf(told(past, "wanted", 2026), told(first, "wanted", 2026))).toEqual([]);
  });

  it("[SK4] whatever one firm states between two quarters, no two published sums tell it", () => {
    const change = fc.record({
      firm: fc.constantFrom("a", "c", "f"),
      province: fc.constantFrom(...places, "63"),
      quarter: fc.constantFrom<1 | 2>(1, 2),
      wanted: fc.integer({ min: 0, max: 30 }),
      employed: fc.integer({ min: 0, max: 60 }),
    });
    const first = rollUp("2026-10-01", chain);
    fc.assert(
      fc.property(change, (given) => {
        const next = rollUp("2027-01-01", [...chain, filing({ ...given, statedOn: "2026-11-01" })], [first]);
        expect(changesOf(told(first, "wanted", 2026), told(next, "wanted", 2026))).toEqual([]);
        expect(changesOf(told(first, "employed", 2026), told(next, "employed", 2027))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("sums of filings and of live needs", () => {
  const need = (firm: string): PostedDemand => ({
    firm,
    group: firm,
    skill: "hydrometallurgy",
    province: "36",
    year: 2026,
    wanted: 40,
    statedOn: "2026-03-01",
  });

  it("[SK4] a filing among needs that everybody reads is withheld: what is public hides nobody", () => {
    const own = filing({ firm: "z", skill: "hydrometallurgy", wanted: 12 });
    const sums = told(rollUp("2026-10-01", [...chain, own], [], ["x", "y", "w"].map(need)), "wanted", 2026);
    expect([...sums.keys()].filter((key) => key.startsWith("hydrometallurgy"))).toEqual([]);
  });

  it("[SK4] a nought that several firms state is told, and a place where nobody said anything is no cell", () => {
    const none = ["a", "b", "c", "d"].map((firm) => filing({ firm, province: "63", wanted: 0 }));
    const { cells } = rollUp("2026-10-01", [...chain, ...none, filing({ firm: "a", skill: "ore-dressing" })]);
    const at = (skill: string, province: string) =>
      cells.find((cell) => cell.component === "wanted" && cell.skill === skill && cell.province === province);
    expect(at("residual-value-testing", "63")).toMatchObject({ low: 0, high: 0, withheld: false });
    expect(at("ore-dressing", "63")).toBeUndefined();
  });
});
