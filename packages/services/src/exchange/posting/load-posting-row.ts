import { posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import type { PostingState } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type PostingRow = typeof posting.$inferSelect;

/** A posting whose own row the actor may see (owner, or officer while in review); else NOT_FOUND. */
export async function loadPostingRow(ctx: Context, publicId: string): Promise<PostingRow> {
  const [row] = await ctx.db.select().from(posting).where(eq(posting.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** For `authorize.resource`: whether the posting is the actor's own. Whoever is not signed in hears that first. */
export async function ownPosting(ctx: Context, { publicId }: { readonly publicId: string }) {
  if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
  const row = await loadPostingRow(ctx, publicId);
  return { owner: row.organizationId === organizationOf(ctx.actor) };
}

/** For `authorize.resource` of drafts: whether the posting is the own organization's, or reaches the actor as its adviser. [AV4] */
export async function ownOrAdvised(ctx: Context, { publicId }: { readonly publicId: string }) {
  const resource = await ownPosting(ctx, { publicId });
  if (resource.owner) return resource;
  const { rows } = await ctx.db.execute<{ advised: boolean }>(
    sql`select exists (select 1 from posting where public_id = ${publicId} and id = any (app.advised_drafts())) as advised`,
  );
  return { ...resource, advised: rows[0]?.advised === true };
}

/** An own posting's row; those that an officer merely reviews are NOT_FOUND here. */
export async function loadOwnRow(ctx: Context, publicId: string): Promise<PostingRow> {
  const row = await loadPostingRow(ctx, publicId);
  if (row.organizationId !== organizationOf(ctx.actor)) throw new LilinkError("NOT_FOUND");
  return row;
}

/** What everyone sees of a posting's state, or null where nothing was ever published. */
export async function findHeadState(ctx: Context, postingId: string): Promise<PostingState | null> {
  const [head] = await ctx.db
    .select({ state: postingHead.state })
    .from(postingHead)
    .where(eq(postingHead.postingId, postingId));
  return head?.state ?? null;
}
