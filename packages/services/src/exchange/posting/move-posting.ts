import { posting, postingHead, postingPart } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { type PostingAction, type PostingState, postingMachine } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import type { PostingRow } from "./load-posting-row.ts";

/** Settles an action by one conditional update; whoever comes second hears that the state has moved on. */
export async function movePosting(
  ctx: Context,
  row: PostingRow,
  action: PostingAction,
  {
    to = postingMachine.steps[action].to,
    endedAt = row.endedAt,
  }: { readonly to?: PostingState; readonly endedAt?: Date | null } = {},
): Promise<void> {
  const moved = await ctx.db
    .update(posting)
    .set({ state: to, endedAt, updatedAt: ctx.now })
    .where(
      and(
        eq(posting.id, row.id),
        eq(posting.version, row.version),
        standsFor(posting.state, postingMachine, action),
      ),
    )
    .returning({ id: posting.id });
  if (moved.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
}

/** Takes the live version out of sight; partners and officers keep what they may read of an ended one. */
export async function endLiveParts(ctx: Context, row: PostingRow): Promise<void> {
  await ctx.db
    .update(postingPart)
    .set({ state: "ended" })
    .where(and(eq(postingPart.postingId, row.id), eq(postingPart.state, "live")));
  await ctx.db
    .update(postingHead)
    .set({ state: postingMachine.steps.close.to, endedAt: ctx.now })
    .where(and(eq(postingHead.postingId, row.id), standsFor(postingHead.state, postingMachine, "renew")));
}

/** Takes the version out of review; the parts stay with their owner alone. */
export async function dropReviewParts(ctx: Context, row: PostingRow): Promise<void> {
  await ctx.db
    .update(postingPart)
    .set({ state: "returned" })
    .where(and(eq(postingPart.postingId, row.id), eq(postingPart.state, "review")));
}
