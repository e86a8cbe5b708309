import type { PostingFigure } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { answerFigure, weighFigure } from "./weigh-figure.ts";

const kernel = await createTestKernel();

const units = ["mass %", "ppm", "mg/L"];
const values = ["0", "5", "99.2", "99.9", "9990", "50000"];
const figures = fc.record({
  attribute: fc.constantFrom("purity", "moisture"),
  op: fc.constantFrom("=", ">=", "<=", "range"),
  value: fc.constantFrom(...values),
  high: fc.constantFrom(...values),
  unit: fc.constantFrom(...units),
});

/** A range needs both ends in order, and nothing else has a second one. */
const toFigure = ({
  high,
  ...one
}: { readonly high: string; readonly op: string } & Omit<PostingFigure, "op" | "high">) => {
  const [low = one.value, most = high] = [one.value, high].sort((a, b) => Number(a) - Number(b));
  return (one.op === "range" ? { ...one, value: low, high: most } : one) as PostingFigure;
};
const figure = figures.map((one) => toFigure({ ...one, hard: true }));

it("[SE8] marks each hit by the rule that the database orders by", async () => {
  const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
  const held = fc.sample(fc.array(figure, { maxLength: 3 }), { numRuns: 40, seed: 7 });
  const ids = new Map<string, readonly PostingFigure[]>();
  for (const stated of held) {
    const { id } = await addPosting(kernel, seller, "capability", sampleContent({ figures: [] }));
    await kernel.owner.execute(
      sql`update posting_part set fields = jsonb_set(fields, '{figures}', ${JSON.stringify(stated)}::jsonb) where posting_id = ${id} and level = 'member'`,
    );
    ids.set(id, stated);
  }
  const seen = new Set<string>();
  for (const asked of fc.sample(figure, { numRuns: 60, seed: 8 })) {
    const { rows } = await kernel.owner.execute<{ posting_id: string; weight: string }>(
      sql`select p.posting_id, ${weighFigure(asked, (alias) => sql`${sql.identifier(alias)}.level = 'member'`)} as weight
        from posting_part p where p.level = 'member'`,
    );
    for (const { posting_id, weight } of rows) {
      const { verdict, stated } = answerFigure(asked, ids.get(posting_id) ?? []);
      seen.add(verdict);
      expect([asked, Number(weight) === 1, Number(weight) > 0]).toEqual([
        asked,
        verdict === "pass",
        stated !== null,
      ]);
    }
  }
  expect([...seen].sort()).toEqual(["fail", "pass", "unknown"]);
});
