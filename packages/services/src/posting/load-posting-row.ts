import { posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

export type PostingRow = typeof posting.$inferSelect;

/** A posting whose own row the actor may see (owner, or officer while in review); else NOT_FOUND. */
export async function loadPostingRow(ctx: Context, publicId: string): Promise<PostingRow> {
  const [row] = await ctx.db.select().from(posting).where(eq(posting.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** For `authorize.resource`: whether the posting is the actor's own. */
export async function ownPosting(ctx: Context, { publicId }: { readonly publicId: string }) {
  const row = await loadPostingRow(ctx, publicId);
  return { owner: row.organizationId === organizationOf(ctx.actor) };
}

/** The actor's organization, for verbs that the policy has already let through. */
export function requireOrganization(ctx: Context): string {
  const id = organizationOf(ctx.actor);
  if (!id) throw new LilinkError("NOT_SIGNED_IN");
  return id;
}
