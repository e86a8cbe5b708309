import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosureSample } from "../../testing/disclosure-sample.ts";
import { LinearModel, loadSolver } from "../optimise/highs.ts";
import { toKnowledge } from "./knowledge.ts";
import { farthest, toProgramme } from "./programme.ts";
import { reachOf } from "./reach.ts";
import { toTable } from "./table.ts";

const solver = await loadSolver();

describe("reach of an outsider", () => {
  it("[DC7] what is withheld alone says what the whole table says", () => {
    let limited = 0;
    fc.assert(
      fc.property(disclosureSample, fc.nat(), (one, pick) => {
        const programme = toProgramme(toTable(one.dimensions, one.contributions));
        const isFree = Uint8Array.from(
          programme.columns,
          (_, at) => ((pick >>> (at % 23)) | (pick >>> (at % 7))) & 1,
        );
        const { ofOutsider } = toKnowledge(programme);
        const reach = reachOf(solver, programme, isFree, ofOutsider, () => false);
        const whole = new LinearModel(solver, programme.columns.length, programme.rows);
        const [lower, upper] = [ofOutsider.low, ofOutsider.high].map((ends) =>
          ends.map((end, at) => (isFree[at] === 1 ? Math.max(-farthest, Math.min(farthest, end)) : 0)),
        ) as [Float64Array, Float64Array];
        try {
          for (const column of programme.columns.keys()) {
            if (isFree[column] !== 1) continue;
            for (const side of [1, -1]) {
              const cost = lower.map((_, at) => (at === column ? -side : 0));
              const end = whole.solve(cost, lower, upper)?.[column] ?? Number.NaN;
              const found = (side > 0 ? reach.high : reach.low)[column] ?? 0;
              if (Math.abs(end) > farthest / 10) expect(found).toBe(side * Number.POSITIVE_INFINITY);
              else expect(found).toBeCloseTo(end, 5);
              if (end !== 0 && Number.isFinite(found)) limited += 1;
            }
          }
        } finally {
          whole.dispose();
        }
      }),
      { numRuns: 40 },
    );
    expect(limited).toBeGreaterThan(20);
  }, 60_000);
});
