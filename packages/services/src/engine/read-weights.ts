import { handWeights, type MatchWeights } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/**
 * The weights that matches are ranked with now: of the version adopted last, if it was learned under the rules of this
 * build, else those set by hand ([MT47]).
 */
export async function readWeights(ctx: Context): Promise<MatchWeights> {
  const { rows } = await ctx.db.execute<{ weights: MatchWeights }>(sql`
    select weights from engine_version where version = app.adopted_version() and rules = ${handWeights.version}`);
  return rows[0]?.weights ?? handWeights;
}
