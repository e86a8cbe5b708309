import { keepChainHealthSchema, loadChainHealthSchema } from "@lilink/contract";
import { chainHealth, chainHealthKeep, chainHealthNode, meeting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, desc, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

export type ChainHealthRow = Omit<typeof chainHealthNode.$inferSelect, "runId"> & {
  /** The middle rank in the last run of an earlier month. */
  readonly rankBefore: number | null;
};

const head = {
  id: chainHealth.id,
  publicId: chainHealth.publicId,
  period: chainHealth.period,
  judgedOn: chainHealth.judgedOn,
  rules: chainHealth.rules,
  effort: chainHealth.effort,
  madeAt: chainHealth.madeAt,
} as const;

/** The latest run or a kept one: every node of which something is known, weakest first, with what it was judged by. [WL10] */
export const loadChainHealth = defineQuery({
  name: "chainHealth.load",
  input: loadChainHealthSchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { run: wanted, concept }) => {
    const [found] = await ctx.db
      .select(head)
      .from(chainHealth)
      .where(wanted === undefined ? undefined : eq(chainHealth.publicId, wanted))
      .orderBy(desc(chainHealth.madeAt), desc(chainHealth.id))
      .limit(1);
    if (!found && wanted !== undefined) throw new LilinkError("NOT_FOUND");
    if (!found) return null;
    const { id, ...run } = found;
    const before = await readRanksBefore(ctx, run.period);
    const rows = await ctx.db
      .select()
      .from(chainHealthNode)
      .where(
        and(
          eq(chainHealthNode.runId, id),
          concept === undefined ? gt(chainHealthNode.known, 0) : eq(chainHealthNode.concept, concept),
        ),
      )
      .orderBy(chainHealthNode.rankMid, desc(chainHealthNode.geometricHigh), chainHealthNode.concept);
    return {
      run,
      nodes: rows.map(
        ({ runId: _run, ...row }): ChainHealthRow => ({
          ...row,
          rankBefore: before?.ranks.get(row.concept) ?? null,
        }),
      ),
      /** How many nodes have a rank. */
      of: await countRanked(ctx, id),
      /** The earlier month that ranks are compared with. */
      before: before?.period ?? null,
      sample: rows.some(({ factors }) => factors.some(({ fact }) => fact?.sample)),
      kept: await readKept(ctx, id),
    };
  },
});

async function countRanked(ctx: Context, runId: string): Promise<number> {
  return ctx.db.$count(chainHealthNode, and(eq(chainHealthNode.runId, runId), gt(chainHealthNode.known, 0)));
}

async function readRanksBefore(ctx: Context, period: string) {
  const [earlier] = await ctx.db
    .select({ id: chainHealth.id, period: chainHealth.period })
    .from(chainHealth)
    .where(lt(chainHealth.period, period))
    .orderBy(desc(chainHealth.madeAt), desc(chainHealth.id))
    .limit(1);
  if (!earlier) return null;
  const rows = await ctx.db
    .select({ concept: chainHealthNode.concept, rank: chainHealthNode.rankMid })
    .from(chainHealthNode)
    .where(eq(chainHealthNode.runId, earlier.id));
  return { period: earlier.period, ranks: new Map(rows.map(({ concept, rank }) => [concept, rank])) };
}

/** The meetings that look at this run and whom the reader may know of. */
async function readKept(ctx: Context, runId: string) {
  return ctx.db
    .select({ meeting: meeting.publicId, title: meeting.title, keptAt: chainHealthKeep.keptAt })
    .from(chainHealthKeep)
    .innerJoin(meeting, eq(meeting.id, chainHealthKeep.meetingId))
    .where(eq(chainHealthKeep.runId, runId))
    .orderBy(desc(chainHealthKeep.keptAt));
}

/** Asks that the chain be judged now, not first tonight. */
export const askChainHealth = defineMutation({
  name: "chainHealth.ask",
  input: z.object({}).default({}),
  authorize: { action: "series.adopt" },
  run: async (ctx) => {
    await ctx.enqueue("chainHealth.judge", {});
    return { asked: true };
  },
  audit: () => ({ subjectKind: "chain_health", subjectId: null }),
});

/** Keeps a run for a meeting, once: what it shows does not change when figures do. [WL10] */
export const keepChainHealth = defineMutation({
  name: "chainHealth.keep",
  input: keepChainHealthSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { run, meeting: forMeeting }) => {
    const [given] = await ctx.db
      .select({ run: chainHealth.id, meeting: meeting.id })
      .from(chainHealth)
      .innerJoin(meeting, eq(meeting.publicId, forMeeting))
      .where(eq(chainHealth.publicId, run));
    if (!given) throw new LilinkError("NOT_FOUND");
    const kept = await ctx.db
      .insert(chainHealthKeep)
      .values({ meetingId: given.meeting, runId: given.run, keptBy: personOf(ctx.actor), keptAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: chainHealthKeep.meetingId });
    if (kept.length === 0) throw new LilinkError("WRONG_STATE", { state: "frozen" });
    return { id: given.run };
  },
  audit: ({ meeting: forMeeting }, { id }) => ({
    subjectKind: "chain_health",
    subjectId: id,
    detail: { meeting: forMeeting },
  }),
});
