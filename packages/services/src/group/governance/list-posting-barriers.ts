import { postingRefSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { patentNodesOf } from "@lilink/model/governance";
import { sql } from "drizzle-orm";
import { loadOwnRow, ownPosting } from "../../exchange/posting/load-posting-row.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type BarrierPatent, readPatents } from "./load-barriers.ts";

/** Patents that stand in the way of an own posting, with route and advice; for its owner alone, as everybody else has no such posting. [PT5] */
export const listPostingBarriers = defineQuery({
  name: "barrier.ofPosting",
  input: postingRefSchema,
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, { publicId }): Promise<{ readonly patents: readonly BarrierPatent[] }> => {
    const { id } = await loadOwnRow(ctx, publicId);
    // What the owner writes now is the subject; what others read may still be of the one before it.
    const { rows } = await ctx.db.execute<{ concept: string | null }>(
      sql`select coalesce(
          (select d.content ->> 'concept' from posting_draft d where d.posting_id = ${id}),
          (select x.concept from posting_part x where x.posting_id = ${id} and x.concept is not null limit 1)
        ) as concept`,
    );
    const nodes = new Set(rows.flatMap(({ concept }) => (concept ? patentNodesOf(concept) : [])));
    if (nodes.size === 0) return { patents: [] };
    const patents = await readPatents(ctx, toShanghaiDate(ctx.now));
    return { patents: patents.filter(({ node, standing }) => nodes.has(node) && standing !== "over") };
  },
});
