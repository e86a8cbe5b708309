import type { Context } from "../../kernel/context.ts";
import { readAchievementTitles } from "./read-achievement.ts";
import { readTitles } from "./read-titles.ts";

type About = { readonly askedPostingId: string | null; readonly achievementId: string | null };

/** What introductions are about, for lists that name them: the posting, else the achievement, as every member may read it. */
export async function readSubjects(ctx: Context, rows: readonly About[]) {
  const titles = await readTitles(
    ctx,
    rows.map(({ askedPostingId }) => askedPostingId),
  );
  const achievements = await readAchievementTitles(
    ctx,
    rows.map(({ achievementId }) => achievementId),
  );
  return ({ askedPostingId, achievementId }: About) => {
    const asked = titles.get(askedPostingId);
    const achievement = askedPostingId ? undefined : achievements.get(achievementId);
    return {
      title: asked?.title ?? achievement?.titleZh ?? achievement?.titleEn ?? null,
      concept: asked?.concept ?? null,
    };
  };
}
