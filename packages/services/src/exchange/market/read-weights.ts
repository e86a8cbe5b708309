import { handWeights, type MatchWeights } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The version of the weights that readWeights answers, as a column of another statement. */
export const versionInUse = sql<string>`coalesce((select v.version from engine_version v
  where v.version = app.adopted_version() and v.rules = ${handWeights.version}), ${handWeights.version})`;

/**
 * The weights that matches are ranked with now: of the version adopted last, if it was learned under the rules of this
 * build, else those set by hand ([MT47]).
 */
export async function readWeights(ctx: Context): Promise<MatchWeights> {
  const { rows } = await ctx.db.execute<{ weights: MatchWeights }>(sql`
    select weights from engine_version where version = app.adopted_version() and rules = ${handWeights.version}`);
  return rows[0]?.weights ?? handWeights;
}
