import type { JobPayload } from "@lilink/contract";
import { introduction, posting, postingPart } from "@lilink/db/schema";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { readAchievementTitles } from "../../exchange/introduction/read-achievement.ts";
import type { Context } from "../../kernel/context.ts";

/**
 * The title that a notice names: the owner's own of a posting, and of an introduction the asked posting's public one,
 * which both sides may read, or the achievement that is asked for.
 */
export async function findTitle(ctx: Context, delivery: JobPayload<"notice.deliver">): Promise<string> {
  if (delivery.introductionId) {
    const [part] = await ctx.db
      .select({ fields: postingPart.fields })
      .from(introduction)
      .innerJoin(postingPart, eq(postingPart.postingId, introduction.askedPostingId))
      .where(
        and(
          eq(introduction.id, delivery.introductionId),
          eq(postingPart.level, "everyone"),
          eq(postingPart.walled, false),
          inArray(postingPart.state, ["live", "ended"]),
        ),
      )
      .orderBy(desc(postingPart.version))
      .limit(1);
    return part?.fields.title ?? (await findAchievementTitle(ctx, delivery.introductionId));
  }
  if (!delivery.postingId) return "";
  const [own] = await ctx.db
    .select({ title: posting.title })
    .from(posting)
    .where(eq(posting.id, delivery.postingId));
  return own?.title ?? "";
}

async function findAchievementTitle(ctx: Context, introductionId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ achievementId: introduction.achievementId })
    .from(introduction)
    .where(and(eq(introduction.id, introductionId), isNull(introduction.askedPostingId)));
  const title = row && (await readAchievementTitles(ctx, [row.achievementId])).get(row.achievementId);
  return title?.titleZh ?? title?.titleEn ?? "";
}
