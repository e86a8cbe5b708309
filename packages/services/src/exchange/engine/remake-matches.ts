import { jobPayloads } from "@lilink/contract";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/** So many postings are asked for at a time, and the next so much later: what is published meanwhile hardly waits. */
const batch = 200;
const pauseMilliseconds = 10_000;

/** Asks for the matches of every live posting anew, by the version now in use, some at a time until all are done ([MT47]). */
export const remakeMatches = defineMutation({
  name: "engine.remake",
  input: jobPayloads["engine.remake"],
  authorize: { action: "engine.remake" },
  run: async (ctx, { after }) => {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`
      select posting_id as id from posting_head
      where state = 'published' and ${after === undefined ? sql`true` : sql`posting_id > ${after}::uuid`}
      order by posting_id limit ${batch}`);
    await ctx.enqueueAll(
      "posting.match",
      rows.map(({ id }) => ({ postingId: id })),
    );
    const last = rows.at(-1);
    if (last && rows.length === batch)
      await ctx.enqueue("engine.remake", { after: last.id }, new Date(ctx.now.getTime() + pauseMilliseconds));
    return { asked: rows.length };
  },
  audit: () => null,
});
