import { chainHealth, chainHealthKeep, stressScenario } from "@lilink/db/schema";
import type { LinkResult } from "@lilink/model/supply";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** What was frozen for a meeting: the judgement of the chain, and to the secretariat its scenarios of supply. [ME8] */
export async function readKept(ctx: Context, meetingId: string) {
  const [health] = await ctx.db
    .select({ run: chainHealth.publicId, period: chainHealth.period })
    .from(chainHealthKeep)
    .innerJoin(chainHealth, eq(chainHealth.id, chainHealthKeep.runId))
    .where(eq(chainHealthKeep.meetingId, meetingId));
  const scenarios = await ctx.db
    .select({
      publicId: stressScenario.publicId,
      name: stressScenario.name,
      keptAt: stressScenario.keptAt,
      result: sql<readonly Omit<LinkResult, "weeks">[]>`${stressScenario.result}`,
    })
    .from(stressScenario)
    .where(eq(stressScenario.meetingId, meetingId))
    .orderBy(asc(stressScenario.keptAt));
  return { health: health ?? null, scenarios };
}
