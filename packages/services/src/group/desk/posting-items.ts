import { posting } from "@lilink/db/schema";
import { expiryHorizon } from "@lilink/model/notice";
import { and, asc, eq, gt, inArray, lte, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

/** The organization's own postings that wait for it: returned, unfinished, or about to run out. */
export async function listPostingItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: posting.publicId,
      state: posting.state,
      title: posting.title,
      concept: posting.concept,
      validUntil: posting.validUntil,
      updatedAt: posting.updatedAt,
    })
    .from(posting)
    .where(
      and(
        eq(posting.organizationId, organizationId),
        or(
          inArray(posting.state, ["draft", "returned"]),
          and(
            eq(posting.state, "published"),
            gt(posting.validUntil, ctx.now),
            lte(posting.validUntil, expiryHorizon(ctx.now)),
          ),
        ),
      ),
    )
    .orderBy(asc(posting.updatedAt))
    .limit(most);
  return rows.map((row) => {
    const shared = { title: row.title || null, concept: row.concept, count: 1, since: row.updatedAt };
    if (row.state === "published")
      return { ...shared, kind: "expiring", path: `/postings/${row.publicId}`, due: row.validUntil };
    const kind = row.state === "returned" ? "returned" : "draft";
    return { ...shared, kind, path: `/postings/${row.publicId}/edit`, due: null };
  });
}
