import { engineDecisionSchema } from "@lilink/contract";
import { engineDecision, engineVersion } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { handWeights } from "@lilink/model/matching";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";

/**
 * The secretary adopts a version, or keeps what is in use instead of it, and says why. An adopted version ranks from now on
 * and all matches are made anew in the background; taking an earlier one back is adopting it again ([MT47]).
 */
export const decideVersion = defineMutation({
  name: "engine.decide",
  input: engineDecisionSchema,
  authorize: { action: "engine.decide" },
  run: async (ctx, { version, decision, reason }) => {
    // Two decisions at once would both start from the same version in use; the second looks again.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('engine.decide'))`);
    const before = (await readWeights(ctx)).version;
    if ((await loadRules(ctx, version)) !== handWeights.version || version === before)
      throw new LilinkError("WRONG_STATE");
    const id = ctx.newId();
    const adopted = decision === "adopt";
    await ctx.db
      .insert(engineDecision)
      .values({ id, version, adopted, reason, decidedBy: personOf(ctx.actor), decidedAt: ctx.now });
    if (adopted) await ctx.enqueue("engine.remake", {});
    return { id, before, inUse: adopted ? version : before };
  },
  audit: ({ version, decision }, { id, before }) => ({
    subjectKind: "engine_decision",
    subjectId: id,
    detail: { version, decision, before },
  }),
});

/** Under which rules a version was made; the set by hand belongs to those of this build. */
async function loadRules(ctx: Context, version: string): Promise<string> {
  if (version === handWeights.version) return version;
  const [row] = await ctx.db
    .select({ rules: engineVersion.rules })
    .from(engineVersion)
    .where(eq(engineVersion.version, version));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row.rules;
}
