import { publicIdSchema } from "@lilink/contract";
import { chooseWord, type MatchResult, type MatchWord } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { isNamed } from "../search/find-hits.ts";
import { readerScope } from "../search/scope.ts";

export type MatchWith = {
  /** The reader's posting. */
  readonly own: string;
  readonly ownTitle: string;
  readonly other: string;
  readonly word: MatchWord;
};

type Row = Omit<MatchWith, "word"> & { readonly result: MatchResult };

const most = 100;

/**
 * The matches of one's own live postings with those of another organization, for each of its postings the best, told by its word
 * alone. Only postings that show its name to the reader count: a match tells nobody whose an unnamed posting is. [OR14]
 */
export const listWithOrganization = defineQuery({
  name: "match.withOrganization",
  input: z.object({ organization: publicIdSchema }),
  authorize: { action: "match.read", resource: ownOrganization },
  run: async (ctx, { organization }): Promise<MatchWith[]> => {
    const scope = readerScope(ctx.now);
    const { rows } = await ctx.db.execute<Row>(sql`
      with named as materialized (
        select distinct p.posting_id, p.public_id, p.version from posting_part p
        where ${scope("p")} and ${isNamed("p", [organization])}
      ), best as (
        select distinct on (m.other_posting_id) o.public_id as own, o.title as "ownTitle", named.public_id as other, m.result, m.score
        from match m
        join named on named.posting_id = m.other_posting_id and named.version = m.other_version
        join posting o on o.id = m.own_posting_id and o.live_version = m.own_version
        left join match_mark k on k.own_posting_id = m.own_posting_id and k.other_posting_id = m.other_posting_id
        where k.mark is distinct from 'dismissed' and not (m.result ->> 'breaksHard')::boolean
        order by m.other_posting_id, m.score desc, o.public_id
      ) select own, "ownTitle", other, result from best order by score desc, other limit ${most}`);
    return rows.map(({ result, ...match }) => ({ ...match, word: chooseWord(result) }));
  },
});
