import { releaseRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { figureCell, figureRelease } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headColumns, type ReleaseHead, toHead } from "./read-head.ts";

/** What a release holds of one indicator and measure: its breakdowns, and how many figures of each kind. */
export type ReleasedMeasure = {
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly published: number;
  readonly withheld: number;
  readonly absent: number;
};

/** One release with the tables in it, without their figures ([RL8]). */
export const loadRelease = defineQuery({
  name: "release.load",
  input: releaseRefSchema,
  rest: { tag: "goals", method: "GET", path: "/releases/{publicId}", open: true, output: shape.release },
  authorize: { action: "release.browse" },
  run: async (ctx, { publicId }): Promise<ReleaseHead & { readonly tables: readonly ReleasedMeasure[] }> => {
    const { id, head } = await findHead(ctx, publicId);
    const count = (status: string) =>
      sql<number>`count(*) filter (where ${figureCell.status} = ${status})::int`;
    const tables = await ctx.db
      .select({
        indicator: figureCell.indicator,
        measure: figureCell.measure,
        unit: figureCell.unit,
        dimensions: figureCell.dimensions,
        published: count("published"),
        withheld: count("withheld"),
        absent: count("absent"),
      })
      .from(figureCell)
      .where(eq(figureCell.releaseId, id))
      .groupBy(figureCell.indicator, figureCell.measure, figureCell.unit, figureCell.dimensions)
      .orderBy(figureCell.indicator, sql`min(${figureCell.id}::text)`);
    return { ...head, tables };
  },
});

/** @throws LilinkError NOT_FOUND where the reader may not see it, or there is none */
export async function findHead(
  ctx: Context,
  publicId: string,
): Promise<{ readonly id: string; readonly head: ReleaseHead }> {
  const [row] = await ctx.db
    .select(headColumns)
    .from(figureRelease)
    .where(eq(figureRelease.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return { id: row.id, head: toHead(row) };
}
