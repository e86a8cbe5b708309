import { pageInput } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { figureRelease } from "@lilink/db/schema";
import { desc, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { headColumns, toHead } from "./read-head.ts";

/** The release day; of one in the making, when it was asked for. */
const releasedAt = sql`coalesce(${figureRelease.frozenAt}, ${figureRelease.createdAt})`;

/** The releases that the reader may see, the latest release day first; officers see those in the making too ([RL8]). */
export const listReleases = defineQuery({
  name: "release.list",
  input: pageInput,
  rest: {
    tag: "goals",
    method: "GET",
    path: "/releases",
    open: true,
    output: shape.pageOf(shape.releaseItem),
  },
  authorize: { action: "release.browse" },
  run: async (ctx, { cursor, limit }) => {
    const after = cursor ? readKeyCursor(cursor) : null;
    const rows = await ctx.db
      .select(headColumns)
      .from(figureRelease)
      .where(
        after
          ? sql`(${releasedAt}, ${figureRelease.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      )
      .orderBy(desc(releasedAt), desc(figureRelease.id))
      .limit(limit + 1);
    return toPage(rows, limit, (row) => [(row.frozenAt ?? row.askedAt).toISOString(), row.id], toHead);
  },
});
