import { jobPayloads } from "@lilink/contract";
import { expiryHorizon, expiryNoticeDays } from "@lilink/model/notice";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

type Ending = { readonly id: string; readonly public_id: string; readonly cause: string };

/**
 * Tells owners which of their postings run out soon ([NO4]). The end of validity is the cause, so that a renewal
 * is told of anew; whoever has been told is looked up by the notice itself.
 */
export const warnOfExpiry = defineMutation({
  name: "posting.warn",
  input: jobPayloads["posting.warn"],
  authorize: { action: "posting.warn" },
  run: async (ctx) => {
    const { rows } = await ctx.db.execute<Ending>(sql`
      with ending as (
        select p.id, p.public_id, p.organization_id,
          p.id || '/' || to_char(p.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as cause
        from posting p join posting_head h on h.posting_id = p.id and h.state = 'published'
        where p.live_version is not null and p.valid_days > ${expiryNoticeDays}
          and p.valid_until > ${ctx.now.toISOString()}::timestamptz
          and p.valid_until <= ${expiryHorizon(ctx.now).toISOString()}::timestamptz
      )
      select e.id, e.public_id, e.cause from ending e
      where not exists (
        select 1 from membership m
        join notice n on n.person_id = m.person_id and n.kind = 'posting.expiring' and n.cause_key = e.cause
        where m.organization_id = e.organization_id
      )`);
    for (const row of rows) {
      await ctx.enqueue("notice.deliver", {
        kind: "posting.expiring",
        causeKey: row.cause,
        path: `/postings/${row.public_id}?renew=1`,
        params: {},
        postingId: row.id,
      });
    }
    return { warned: rows.length };
  },
  audit: () => null,
});
