import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosureSample } from "../../testing/disclosure-sample.ts";
import { loadSolver } from "../optimise/highs.ts";
import { NearCoverFinder } from "./find-near-cover.ts";
import { roomOf, toKnowledge } from "./knowledge.ts";
import { toProgramme } from "./programme.ts";
import { toTable } from "./table.ts";
import { Vicinity } from "./vicinity.ts";

const solver = await loadSolver();

describe("changes nearby", () => {
  it("[DC4] [DC5] what is found among a few finest columns fits the whole table", () => {
    let found = 0;
    fc.assert(
      fc.property(disclosureSample, fc.nat(), fc.constantFrom(1 as const, -1 as const), (one, pick, side) => {
        const programme = toProgramme(toTable(one.dimensions, one.contributions));
        const size = programme.columns.length;
        const isFree = Uint8Array.from(programme.columns, (_, at) => ((pick >>> (at % 20)) & 1 ? 1 : 0));
        const column = pick % size;
        isFree[column] = 1;
        const vicinity = new Vicinity(programme);
        vicinity.count(isFree);
        const knowledge = toKnowledge(programme);
        const room = roomOf(knowledge, [pick % (programme.groups + 1)]);
        const softRoom = roomOf(knowledge, knowledge.byAttacker.keys());
        const mayMove = new Uint8Array(size).fill(1);
        const { moves } = new NearCoverFinder(solver, programme).find(
          { column, side, by: 5, isFree, mayMove, room, softRoom },
          vicinity.around(column, 5, 12, isFree),
        );
        if (!moves) return;
        found += 1;
        expect(moves.get(column)).toBeCloseTo(5 * side);
        for (const row of programme.rows)
          expect(row.reduce((sum, [at, by]) => sum + by * (moves.get(at) ?? 0), 0)).toBeCloseTo(0);
        for (const [at, by] of moves) {
          expect(by).toBeGreaterThan((room.low[at] ?? 0) - 1e-6);
          expect(by).toBeLessThan((room.high[at] ?? 0) + 1e-6);
        }
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
