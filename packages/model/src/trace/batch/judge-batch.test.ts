import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRecovery } from "../../recovery/index.ts";
import {
  type BatchRow,
  batchElements,
  factsOf,
  inputKinds,
  judgeBatch,
  lotsOf,
  neededStreams,
  outcomesOf,
  wasteStreams,
} from "./index.ts";

const day = { on: "2026-03-01", until: "2026-03-20" };
const assay = fc
  .dictionary(fc.constantFrom(...batchElements), fc.double({ min: 0, max: 0.1, noNaN: true }))
  .map((one) => ({ ...one }));
const kg = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e5, noNaN: true }));
const row: fc.Arbitrary<BatchRow> = fc.oneof(
  fc.record({
    side: fc.constant("input" as const),
    kind: fc.constantFrom(...inputKinds),
    name: fc.constantFrom("A", "B", "C"),
    kg,
    assay,
    channel: fc.constantFrom("formal" as const, "informal" as const, "unknown" as const, undefined),
  }),
  fc.record({
    side: fc.constant("product" as const),
    kind: fc.constant("product" as const),
    name: fc.constant("P"),
    kg,
    assay,
  }),
  fc.record({
    side: fc.constant("waste" as const),
    kind: fc.constantFrom(...wasteStreams),
    name: fc.constant("W"),
    kg,
    assay,
    treatment: fc.constantFrom("own_plant" as const, "handed_over" as const),
    licence: fc.constantFrom("L", undefined),
    licenceUntil: fc.constantFrom("2026-01-01", "2026-04-01", "2030-01-01", undefined),
  }),
);

/** The rules of [TR42] to [TR45] said once more, row by row. */
function naive(rows: readonly BatchRow[]) {
  const sum = (side: string, of: (one: BatchRow) => number) => {
    let all = 0;
    for (const one of rows) if (one.side === side) all += of(one);
    return all;
  };
  const found: string[] = [];
  const [into, out, lost] = ["input", "product", "waste"].map((side) => sum(side, (one) => one.kg)) as [
    number,
    number,
    number,
  ];
  if (into === 0) found.push("noInput");
  if (out === 0) found.push("noProduct");
  for (const stream of neededStreams)
    if (!rows.some((one) => one.side === "waste" && one.kind === stream))
      found.push(`streamMissing ${stream}`);
  for (const element of batchElements) {
    const of = (one: BatchRow) => one.kg * (one.assay[element] ?? 0);
    const inKg = sum("input", of);
    if (inKg <= 0) continue;
    if (sum("product", of) / inKg > 1) found.push(`overOne ${element}`);
    else if (Math.abs((sum("product", of) + sum("waste", of)) / inKg - 1) > 0.02)
      found.push(`notClosed ${element}`);
  }
  if (into > 0 && Math.abs((out + lost) / into - 1) > 0.02) found.push("massNotClosed");
  for (const one of rows) {
    if (one.side !== "waste" || one.treatment !== "handed_over" || one.kg === 0) continue;
    if (!one.licence || !one.licenceUntil) found.push(`licenceMissing ${one.kind}`);
    else if (one.licenceUntil < day.until) found.push(`licenceExpired ${one.kind}`);
  }
  return found.sort();
}

const say = (fault: object) => Object.values(fault).join(" ");

describe("a batch that is judged", () => {
  it("[TR42] [TR43] has the faults that a plain reading of its rows finds", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(
          judgeBatch({ rows, ...day })
            .faults.map(say)
            .sort(),
        ).toEqual(naive(rows));
      }),
    );
  });

  it("[TR45] tells the licensed channel as a range of what is known and what might be", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { formal } = judgeBatch({ rows, ...day });
        const spent = rows.filter(({ side, kind }) => side === "input" && kind !== "reagent");
        const all = spent.reduce((sum, one) => sum + one.kg, 0);
        if (all === 0) {
          expect(formal).toBeNull();
          return;
        }
        const formalKg = spent
          .filter(({ channel }) => channel === "formal")
          .reduce((sum, one) => sum + one.kg, 0);
        const informal = spent
          .filter(({ channel }) => channel === "informal")
          .reduce((sum, one) => sum + one.kg, 0);
        expect(formal?.low).toBeCloseTo(formalKg / all, 9);
        expect(formal?.high).toBeCloseTo(1 - informal / all, 9);
      }),
    );
  });

  it("[TR44] names each lot and battery once, and no reagent", () => {
    const lot = { side: "input", kind: "lot", name: "A", kg: 1, assay: {} } as const;
    expect(
      lotsOf([lot, lot, { ...lot, kind: "reagent", name: "water" }, { ...lot, kind: "code", name: "Z" }]),
    ).toEqual(["A", "Z"]);
    expect(judgeBatch({ rows: [lot], ...day, spentElsewhere: ["A"] }).faults).toContainEqual({
      rule: "lotElsewhere",
      name: "A",
    });
  });

  it("[TR45] the day of opening chooses the set: 85 % in 2024, 90 % in 2026", () => {
    const rows: BatchRow[] = [
      { side: "input", kind: "lot", name: "A", kg: 100, assay: { Li: 0.05 } },
      { side: "product", kind: "product", name: "P", kg: 22, assay: { Li: 0.2 } },
    ];
    const chance = (on: string) => judgeBatch({ rows, ...day, on, uIn: 0.02, uOut: 0.01 }).elements[0];
    expect([chance("2024-06-30")?.threshold, chance("2026-06-30")?.threshold]).toEqual([0.85, 0.9]);
    expect(chance("2024-06-30")?.probability).toBeGreaterThan(chance("2026-06-30")?.probability ?? 1);
  });

  it("[TR41] the twenty outcomes lie around the figure as the normal law says", () => {
    const found = outcomesOf({ recovery: 0.9, u: 0.02 });
    expect(found).toHaveLength(20);
    expect(found[0]).toBeCloseTo(0.9 - 0.02 * 1.959964, 6);
    expect(found.reduce((sum, one) => sum + one, 0) / 20).toBeCloseTo(0.9, 9);
    expect(outcomesOf({ recovery: 0.9, u: null })).toEqual([]);
  });
});

describe("the clauses that a batch is judged by", () => {
  const judged = (on: string) =>
    judgeBatch({
      rows: [
        { side: "input", kind: "lot", name: "A", kg: 1000, assay: { Li: 0.04 } },
        { side: "product", kind: "product", name: "P", kg: 200, assay: { Li: 0.19 } },
      ],
      on,
      until: on,
    });

  it("what the rows do not say is unknown, the set of the day decides, and before the first there is none", () => {
    const verdictsOn = (on: string) =>
      judgeRecovery(factsOf(judged(on)), on)?.rules.map(({ id, verdict }) => [id, verdict]) ?? null;
    const clauses = verdictsOn("2026-03-01") ?? [];
    expect(clauses).toHaveLength(8);
    expect(clauses[0]).toEqual(["Li_recovery", "met"]);
    expect(clauses.slice(1).every(([, verdict]) => verdict === "unknown")).toBe(true);
    expect(verdictsOn("2023-03-01")).not.toHaveLength(8);
    expect(verdictsOn("2019-03-01")).toBeNull();
  });
});
