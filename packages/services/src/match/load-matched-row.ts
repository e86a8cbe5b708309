import { posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** One's own posting as its matches need it: whether it is live, and whether ranking is still under way. */
export async function loadMatchedRow(ctx: Context, publicId: string) {
  const [own] = await ctx.db
    .select({
      id: posting.id,
      state: posting.state,
      title: posting.title,
      kind: posting.kind,
      concept: posting.concept,
      liveVersion: posting.liveVersion,
      matchedVersion: posting.matchedVersion,
      live: sql<boolean>`exists (select 1 from posting_head h where h.posting_id = ${posting.id} and h.state = 'published')`,
    })
    .from(posting)
    .where(eq(posting.publicId, publicId));
  if (!own) throw new LilinkError("NOT_FOUND");
  return { ...own, running: own.live && own.matchedVersion !== own.liveVersion };
}
