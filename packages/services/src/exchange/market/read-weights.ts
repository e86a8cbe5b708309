import { type Answered, handWeights, type MatchWeights } from "@lilink/model/matching";
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

/** What came of the answers that a version learned from; nothing of the weights set by hand ([MT71]). */
export async function readAnswered(ctx: Context, version: string): Promise<readonly Answered[]> {
  if (version === handWeights.version) return [];
  const { rows } = await ctx.db.execute<{ answered: readonly Answered[] | null }>(sql`
    select report -> 'answered' as answered from engine_version where version = ${version}`);
  return rows[0]?.answered ?? [];
}
