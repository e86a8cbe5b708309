import type { DeclineReason } from "@lilink/model/introduction";
import { type AnswerCell, declineEvidence, leastOrganizations } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { answerFacts } from "./answer-fact.ts";
import { describePairs } from "./describe-pairs.ts";

/** Voices are counted in so many, so that one more answer does not show as the difference of two counts. */
const roundedTo = 5;

export type CountedAnswers = {
  readonly cells: readonly AnswerCell[];
  /** Kinds of pair to which too few organizations have answered. */
  readonly cellsLeftOut: number;
  /** Why pairs of the counted kinds were turned down; a reason of too few organizations is not named. */
  readonly reasons: Readonly<Partial<Record<DeclineReason, number>>>;
};

/**
 * Answers to alike pairs, counted in the database. Only counts over enough organizations leave it, in voices: each has one
 * among alike pairs, whatever number of answers it gave ([MT46]). A decline counts as much as its reason says of the match ([MT50]).
 */
export async function countAnswers(ctx: Context): Promise<CountedAnswers> {
  const pairs = await describePairs(ctx);
  const evidence = sql`coalesce((${JSON.stringify(declineEvidence)}::jsonb ->> reason)::numeric, 1)`;
  const { rows } = await ctx.db.execute<{
    cells: { key: string; organizations: number; accepted: number; declined: number }[];
    left_out: number;
    reasons: CountedAnswers["reasons"];
  }>(sql`
    with ${answerFacts}, told as (
      select f.voice, f.yes, f.reason, k.key from fact f
      join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
        as k(own uuid, own_version integer, other uuid, other_version integer, key text)
        using (own, own_version, other, other_version)
    ), voice as (
      select key, voice, avg(yes::integer) as yes, avg(case when yes then 0 else ${evidence} end) as no
      from told group by key, voice
    ), kind as (
      select key, count(*)::integer as organizations, ${inFives(sql`sum(yes)`)} as accepted,
        ${inFives(sql`sum(no)`)} as declined
      from voice group by key
    ), cell as (
      select * from kind where organizations >= ${leastOrganizations}
    ), reason as (
      select t.reason, ${inFives(sql`count(distinct t.voice)`)} as voices from told t join cell using (key)
      where not t.yes and t.reason is not null group by t.reason having count(distinct t.voice) >= ${leastOrganizations}
    )
    select (select coalesce(json_agg(cell order by key), '[]') from cell) as cells,
      (select count(*)::integer from kind) - (select count(*)::integer from cell) as left_out,
      (select coalesce(json_object_agg(reason, voices order by reason), '{}') from reason) as reasons`);
  const [found] = rows;
  return {
    cells: (found?.cells ?? []).map(({ key, ...cell }) => ({
      ...cell,
      features: key.split(",").map(Number),
    })),
    cellsLeftOut: found?.left_out ?? 0,
    reasons: found?.reasons ?? {},
  };
}

function inFives(sum: ReturnType<typeof sql>) {
  return sql`(round((${sum})::numeric / ${roundedTo}) * ${roundedTo})::integer`;
}
