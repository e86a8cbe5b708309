import type { PostingFilter } from "@lilink/contract";
import { analyzeText } from "@lilink/model/matching";
import { type SQL, sql } from "drizzle-orm";
import { conceptsAsked } from "./count-facets.ts";
import type { Cursor } from "./cursor.ts";
import { toQueryGroups } from "./to-query-groups.ts";

/** Which parts take part in a search; row security narrows them to what the reader may read. */
export type SearchScope = (alias: string) => SQL;

/**
 * Live parts at the levels of everyone and of members. Partner parts stay out even for partners: reading them is
 * logged one by one, and a search would be a reading without a log ([SE3]).
 */
export const readerScope =
  (now: Date): SearchScope =>
  (alias) => {
    const part = sql.identifier(alias);
    return sql`${part}.state = 'live' and ${part}.level in ('everyone', 'member') and ${part}.valid_until > ${now.toISOString()}::timestamptz`;
  };

export type HitQuery = { readonly base: SQL; readonly ranked: boolean };

const levelled = ["region", "maturity", "cooperation"] as const;

/** Whether the filter needs more than the columns that every part carries. */
export function isPlain(filter: PostingFilter): boolean {
  return toQueryGroups(filter.q).length === 0 && levelled.every((facet) => filter[facet].length === 0);
}

/** Definitions `hit`, `ranked` and `base`: the postings that answer the text and the levelled facets. */
export function toBase(filter: PostingFilter, scope: SearchScope): HitQuery {
  const groups = toQueryGroups(filter.q);
  const wanted = levelled
    .filter((facet) => filter[facet].length > 0)
    .map((facet) => textArray(filter[facet].map((value) => `${facet}:${value}`)));
  const facets = wanted.map(
    (values) =>
      sql`and exists (select 1 from posting_part f where f.posting_id = e.posting_id and ${scope("f")} and f.facets && ${values})`,
  );
  const everyone = sql`${scope("e")} and e.level = 'everyone' and not e.walled ${sql.join(facets, sql` `)}`;
  const columns = sql`e.posting_id, e.public_id, e.kind, e.link, e.concept, e.published_at`;
  if (groups.length === 0) {
    return {
      base: sql`base as materialized (select ${columns}, null::numeric as rank from posting_part e where ${everyone})`,
      ranked: false,
    };
  }
  return {
    base: sql`${toRanked(filter.q, groups, scope)},
      base as materialized (select ${columns}, r.rank from ranked r join posting_part e on e.posting_id = r.posting_id where ${everyone})`,
    ranked: true,
  };
}

function toRanked(text: string, groups: readonly string[], scope: SearchScope): SQL {
  const any = sql`to_tsquery('simple', ${groups.map((group) => `(${group})`).join(" | ")})`;
  const meant = [...new Set(analyzeText(text).mentions.map(({ concept }) => concept))];
  const near = textArray(meant.map((concept) => `concept:${concept}`));
  const bonus = sql`case when p.concept = any (${textArray(meant)}) then 1 when p.facets && ${near} then 0.25 else 0 end`;
  const holds = (group: string) =>
    sql`select p.posting_id from posting_part p where ${scope("p")} and p.search @@ to_tsquery('simple', ${group})`;
  const several = groups.length > 1;
  const hit = several ? sql`hit as materialized (${sql.join(groups.map(holds), sql` intersect `)}), ` : sql``;
  const join = several ? sql`join hit on hit.posting_id = p.posting_id` : sql``;
  return sql`${hit}ranked as materialized (
    select p.posting_id, round((sum(ts_rank(p.search, ${any})) + max(${bonus}))::numeric, 6) as rank
    from posting_part p ${join} where ${scope("p")} and p.search @@ ${any} group by p.posting_id)`;
}

/** Conditions on the columns that every part carries, of a relation named so. */
export function toColumnFilter(filter: PostingFilter, alias: string): SQL {
  const part = sql.identifier(alias);
  const concepts = conceptsAsked(filter);
  const conditions = [
    ...(filter.kind.length > 0 ? [sql`${part}.kind = any (${textArray(filter.kind)}::posting_kind[])`] : []),
    ...(filter.link.length > 0 ? [sql`${part}.link = any (${textArray(filter.link)})`] : []),
    ...(concepts.size > 0 ? [sql`${part}.concept = any (${textArray([...concepts])})`] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

export function toOrder(by: Cursor["by"], alias: string): SQL {
  const part = sql.identifier(alias);
  return by === "best"
    ? sql`${part}.rank desc, ${part}.public_id`
    : sql`${part}.published_at desc nulls last, ${part}.public_id`;
}

export function toAfter(cursor: Cursor | null, alias: string): SQL {
  if (!cursor) return sql`true`;
  const part = sql.identifier(alias);
  const [column, value] =
    cursor.by === "best"
      ? [sql`${part}.rank`, sql`${cursor.value}::numeric`]
      : [sql`${part}.published_at`, sql`${cursor.value}::timestamptz`];
  return sql`${column} <= ${value} and (${column} < ${value} or ${part}.public_id > ${cursor.id})`;
}

function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`;
}
