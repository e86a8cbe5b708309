import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** From here on the owner is told at once; below, the match waits on its page. */
export const noticeableScore = 0.5;

type Fresh = { readonly own: string; readonly other: string; readonly publicId: string };

/**
 * Tells the owner of each posting of counterparts that the allocation newly shows to it: one notice a posting and run, of
 * those that its own reading finds good and that it has not put aside ([MK3]). Nobody is told of a pair twice.
 */
export async function tellShown(ctx: Context): Promise<void> {
  for (const side of ["demand", "offer"] as const) {
    const [own, other] = side === "demand" ? ["demand", "offer"] : ["offer", "demand"];
    const column = (name: string) => sql.identifier(`${name}_posting_id`);
    const told = sql.identifier(`${side}_told`);
    const { rows } = await ctx.db.execute<Fresh>(sql`
      with fresh as (
        update market_pair p set ${told} = true from match m
        where p.shown and not p.${told} and m.own_posting_id = p.${column(own)} and m.other_posting_id = p.${column(other)}
          and m.score >= ${noticeableScore} and not (m.result ->> 'breaksHard')::boolean
          and not exists (select 1 from match_mark k where k.mark = 'dismissed'
            and k.own_posting_id = m.own_posting_id and k.other_posting_id = m.other_posting_id)
        returning m.own_posting_id, m.other_posting_id, m.score)
      select distinct on (own_posting_id) own_posting_id as own, other_posting_id as other, p.public_id as "publicId"
      from fresh join posting p on p.id = own_posting_id order by own_posting_id, score desc, other_posting_id`);
    await ctx.enqueueAll(
      "notice.deliver",
      rows.map((row) => ({
        kind: "match.found" as const,
        causeKey: `${row.own}/${row.other}`,
        path: `/postings/${row.publicId}/matches`,
        params: {},
        postingId: row.own,
      })),
    );
  }
}
