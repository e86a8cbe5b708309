import { relayClaim, relayResult } from "@lilink/db/schema";
import { registerOf } from "@lilink/model/register";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf } from "../../record/record-tables.ts";

const register = registerOf("achievement");

/** An achievement that an introduction is about, as everyone reads it. */
export type AchievementTitle = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly state: string;
};

/** Names achievements by id. What its owner shelved is named to nobody else. */
export async function readAchievementTitles(
  ctx: Context,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, AchievementTitle>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await ctx.db.execute<AchievementTitle & { id: string }>(
    sql`select id, public_id as "publicId", title_zh as "titleZh", title_en as "titleEn", state from ${headOf(register)}
      where id = any (${sql.param(wanted)}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...title }) => [id, title]));
}

/** The achievement of a public id with its owner and where it stands; null where there is none for this reader. [AC8] */
export async function findAchievement(
  ctx: Context,
  publicId: string,
): Promise<{
  readonly id: string;
  readonly organizationId: string;
  readonly title: AchievementTitle;
} | null> {
  const { rows } = await ctx.db.execute<AchievementTitle & { id: string; organizationId: string }>(
    sql`select id, organization_id as "organizationId", public_id as "publicId", title_zh as "titleZh", title_en as "titleEn", state
      from ${headOf(register)} where public_id = ${publicId}`,
  );
  if (!rows[0]) return null;
  const { id, organizationId, ...title } = rows[0];
  return { id, organizationId, title };
}

/** Where the claim of an introduction stands on the relay, for its two sides. [AC9] */
export async function findRelayOf(ctx: Context, introductionId: string) {
  const [row] = await ctx.db
    .select({ publicId: relayResult.publicId, state: relayClaim.state })
    .from(relayClaim)
    .innerJoin(relayResult, eq(relayResult.id, relayClaim.resultId))
    .where(eq(relayClaim.introductionId, introductionId))
    .orderBy(desc(relayClaim.createdAt))
    .limit(1);
  return row ?? null;
}
