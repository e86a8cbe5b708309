import { toShanghaiDate } from "@lilink/model/calendar";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

type Ended = {
  readonly id: string;
  readonly public_id: string;
  readonly version: number;
  readonly title: string;
};

/**
 * Ends every live posting whose validity is over. A version in review or returned stays in that state; only what
 * everyone sees ends. The update is conditional, so a renewal that came first wins.
 */
export const expirePostings = defineMutation({
  name: "posting.expire",
  input: z.object({}),
  authorize: { action: "posting.expire" },
  run: async (ctx) => {
    const now = ctx.now.toISOString();
    const { rows } = await ctx.db.execute<Ended>(sql`
      update posting p
      set state = case when p.state = 'published' then 'expired' else p.state end, ended_at = ${now}, updated_at = ${now}
      where p.live_version is not null and p.valid_until < ${now}
        and exists (select 1 from posting_head h where h.posting_id = p.id and h.state = 'published')
      returning p.id, p.public_id, p.live_version as version, p.title`);
    for (const row of rows) {
      await ctx.db.execute(
        sql`update posting_part set state = 'ended' where posting_id = ${row.id}::uuid and state = 'live'`,
      );
      await ctx.db.execute(
        sql`update posting_head set state = 'expired', ended_at = ${now} where posting_id = ${row.id}::uuid`,
      );
      await ctx.enqueue("posting.match", { postingId: row.id });
      await ctx.enqueue("notice.deliver", {
        kind: "posting.expired",
        causeKey: `${row.id}/${now}`,
        path: `/postings/${row.public_id}`,
        params: { title: row.title },
        postingId: row.id,
      });
    }
    await rankLapsed(ctx);
    return { expired: rows.length };
  },
  audit: (_input, output) =>
    output.expired === 0 ? null : { subjectKind: "posting", subjectId: null, detail: { ...output } },
});

/** Terms whose last day has passed close what they opened: who matched by it is matched anew, by what is left to read. [US3] */
async function rankLapsed(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select p.id from posting p join posting_use u on u.posting_id = p.id and u.version = p.use_version
    where p.live_version is not null and u.until < ${toShanghaiDate(ctx.now)}::date and exists (select 1 from match m
      where m.other_posting_id = p.id and m.computed_at < (u.until + 1)::timestamp at time zone 'Asia/Shanghai')
    order by p.id limit 1000`);
  for (const { id } of rows) await ctx.enqueue("posting.match", { postingId: id });
}
