import type { LinkId } from "@lilink/model/chain";
import type { AgreementFact, PostingFact } from "@lilink/model/goals/exchange";
import type { InterestAim } from "@lilink/model/introduction";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { confirmedEntries, type Span } from "./span.ts";

type Row = {
  fact: string;
  aim: InterestAim;
  asking: string;
  asking_links: LinkId[];
  asking_posting: PostingFact | null;
  asked: string;
  asked_links: LinkId[];
  asked_posting: PostingFact | null;
};

/** Contracts of a span that both sides confirmed; one day of one introduction holds one contract. [EX2] */
export async function readAgreements(ctx: Context, span: Span): Promise<readonly AgreementFact[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    with contract as (
      select distinct l.introduction_id, l.occurred_on from ${confirmedEntries(span)} and l.step = 'contract'
        and l.occurred_on between ${span.firstDay} and ${span.lastDay}
    )
    select c.introduction_id || ' ' || c.occurred_on as fact, i.aim, a.organization_id as asking, ao.links as asking_links, ${postingFact(sql`i.asking_posting_id`)} as asking_posting,
      b.organization_id as asked, bo.links as asked_links, ${postingFact(sql`i.asked_posting_id`)} as asked_posting
    from contract c join introduction i on i.id = c.introduction_id
    join introduction_party a on a.introduction_id = i.id and a.side = 'asking'
    join introduction_party b on b.introduction_id = i.id and b.side = 'asked'
    join organization ao on ao.id = a.organization_id join organization bo on bo.id = b.organization_id
    order by c.introduction_id, c.occurred_on`);
  return rows.map(({ fact, aim, ...row }) => ({
    fact,
    aim,
    sides: [
      { organizationId: row.asking, links: row.asking_links, posting: row.asking_posting },
      { organizationId: row.asked, links: row.asked_links, posting: row.asked_posting },
    ],
  }));
}

function postingFact(posting: ReturnType<typeof sql>) {
  return sql`(
    select json_build_object('kind', p.kind, 'concept', coalesce(p.concept, ''), 'cooperation', coalesce(v.content -> 'cooperation', '[]'))
    from posting p left join posting_version v on v.posting_id = p.id and v.version = coalesce(p.live_version, p.version)
    where p.id = ${posting})`;
}
