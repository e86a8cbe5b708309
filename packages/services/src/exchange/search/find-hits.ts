import type { PostingFilter } from "@lilink/contract";
import { placesWithin } from "@lilink/model/codes";
import { analyzeText } from "@lilink/model/matching";
import { type SQL, sql } from "drizzle-orm";
import { remember } from "../../ground/search/remember.ts";
import {
  asksForNothing,
  type QueryGroup,
  spellOut,
  toQueryGroups,
} from "../../ground/search/to-query-groups.ts";
import { conceptsAsked } from "./count-facets.ts";
import type { Cursor } from "./cursor.ts";
import type { Ranking } from "./rank-words.ts";
import { type AskedFigure, readQuery } from "./read-query.ts";
import type { SearchScope } from "./scope.ts";
import { weighFigure } from "./weigh-figure.ts";

export type HitQuery = {
  readonly base: SQL;
  readonly ranked: boolean;
  /** What the text asks for in figures. */
  readonly figures: readonly AskedFigure[];
  /** The text asks for what cannot be found, so that nothing is ([SE9]). */
  readonly isLost: boolean;
};

/** What a stated figure of an attribute that is asked for by name is worth, about as much as a word of a text. */
const stated = sql.raw("0.1");

/** The engine's score, kept below what a figure that is met has before one that is only stated ([SE8]). */
const toWorth = (score: number) => (0.49 * score) / (score + 0.5);

const levelled = ["region", "maturity", "cooperation"] as const;

/** What answers a facet: China as a whole is answered by each province. [PO24] */
const valuesOf = (filter: PostingFilter, facet: (typeof levelled)[number]): readonly string[] =>
  facet === "region" ? filter.region.flatMap(placesWithin) : filter[facet];

/** Whether the filter needs more than the columns that every part carries. */
export function isPlain(filter: PostingFilter): boolean {
  return (
    filter.q.trim() === "" &&
    [...levelled, "organization" as const].every((facet) => filter[facet].length === 0)
  );
}

/** The definition `base`, and `hit` before it where it is needed: the postings that answer the text and the levelled facets. */
export function toBase(filter: PostingFilter, scope: SearchScope, ranking: Ranking | null = null): HitQuery {
  const { words, figures } = readQuery(filter.q);
  const groups = toQueryGroups(words);
  const says = (what: SQL) =>
    sql`and exists (select 1 from posting_part f where f.posting_id = p.posting_id and ${scope("f")} and ${what})`;
  const facets = sql.join(
    [
      ...levelled
        .filter((facet) => filter[facet].length > 0)
        .map((facet) => textArray(valuesOf(filter, facet).map((value) => `${facet}:${value}`)))
        .map((values) => says(sql`f.facets && ${values}`)),
      ...(filter.organization.length > 0 ? [says(isNamed("f", filter.organization))] : []),
    ],
    sql` `,
  );
  const isLost = asksForNothing(words);
  if (groups.length === 0 || isLost) {
    return {
      base: sql`base as materialized (select ${columns}, null::numeric as rank from posting_part p
        where ${scope("p")} and p.level = 'everyone' and not p.walled ${isLost ? sql`and false` : facets})`,
      ranked: false,
      figures,
      isLost,
    };
  }
  const asked = { text: filter.q, groups, figures, ranking, strict: filter.meets === "1" };
  const base = toRanked(asked, scope, facets);
  return { base, ranked: true, figures, isLost };
}

/** Every part carries these, each the same for one posting: what answers is read once and joined with nothing. */
const columns = sql`p.posting_id, p.public_id, p.kind, p.link, p.concept, p.published_at, p.valid_until`;

const conceptsMeant = remember(200, (text) => [
  ...new Set(analyzeText(spellOut(text)).mentions.map(({ concept }) => concept)),
]);

type Asked = {
  readonly text: string;
  readonly groups: readonly QueryGroup[];
  readonly figures: readonly AskedFigure[];
  /** What the engine finds among the open texts and its order; without it the database finds and ranks alone ([SE12]). */
  readonly ranking: Ranking | null;
  /** Whether a posting must meet every figure. */
  readonly strict: boolean;
};

function toRanked(asked: Asked, scope: SearchScope, facets: SQL): SQL {
  const { text, groups, figures, ranking, strict } = asked;
  const toAny = (all: readonly QueryGroup[]) =>
    sql`to_tsquery('simple', ${all.map(({ query }) => `(${query})`).join(" | ")})`;
  // A part that states a figure of an attribute answers the attribute's name ([SE10]), and a posting on a concept its names ([SE11]).
  const states = (all: readonly QueryGroup[]) => {
    const figured = all.flatMap(({ attributes }) => attributes.map((id) => `figure:${id}`));
    return figured.length > 0 ? sql`p.facets && ${textArray([...new Set(figured)])}` : sql`false`;
  };
  const isOn = (all: readonly QueryGroup[]) => {
    const named = all.flatMap(({ concepts }) => concepts);
    return named.length > 0 ? sql`p.concept = any (${textArray([...new Set(named)])})` : sql`false`;
  };
  const answers = (all: readonly QueryGroup[]) =>
    sql`(p.search @@ ${toAny(all)} or ${states(all)} or ${isOn(all)})`;
  const told = toAny([...groups, ...figures.flatMap((figure) => toQueryGroups(figure.text))]);
  const weighed = figures.flatMap(({ figure }) => (figure ? [weighFigure(figure, scope)] : []));
  const met = weighed.map((weight) => sql` + ${weight}`);
  const only = strict ? weighed.map((weight) => sql` and ${weight} = 1`) : [];
  const meant = conceptsMeant(text);
  const near = textArray(meant.map((concept) => `concept:${concept}`));
  const bonus = sql`case when p.concept = any (${textArray(meant)}) then 1 when p.facets && ${near} then 0.25 else 0 end`;
  const holds = (group: QueryGroup) =>
    sql`select p.posting_id from posting_part p where ${scope("p")} and ${answers([group])}`;
  // Each word in some part, or what the engine found: the scope holds for both ([SE13]).
  const found = sql`select unnest(${sql.param([...(ranking?.found ?? [])])}::uuid[])`;
  const hit = sql`hit as materialized ((${sql.join(groups.map(holds), sql` intersect `)}) union ${found}), `;
  // Looked up and not joined, so that no plan goes wrong; what the index did not score comes after what it did.
  const scores = Object.fromEntries((ranking?.hits ?? []).map(({ id, score }) => [id, toWorth(score)]));
  const worded = ranking?.hits.length
    ? sql`coalesce((${JSON.stringify(scores)}::jsonb ->> p.posting_id::text)::float8, 0)`
    : sql`sum(ts_rank(p.search, ${told}))`;
  return sql`${hit}base as materialized (
    select ${columns}, round((${worded} + sum(case when ${states(groups)} then ${stated} else 0 end) + max(${bonus})${sql.join(met)})::numeric, 6) as rank
    from posting_part p join hit on hit.posting_id = p.posting_id where ${scope("p")} ${facets}${sql.join(only)} group by ${columns})`;
}

/** Whether a part shows the name of one of these organizations. [SE18] */
export function isNamed(alias: string, organizations: readonly string[]): SQL {
  return sql`${sql.identifier(alias)}.fields #>> '{identity,publicId}' = any (${textArray(organizations)})`;
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

/** What each order goes by, and from which end. */
const orders = {
  newest: { column: "published_at", isDown: true },
  oldest: { column: "published_at", isDown: false },
  ending: { column: "valid_until", isDown: false },
  lasting: { column: "valid_until", isDown: true },
  best: { column: "rank", isDown: true },
} as const satisfies Record<Cursor["by"], object>;

export function toOrder(by: Cursor["by"], alias: string): SQL {
  const { column, isDown } = orders[by];
  const part = sql.identifier(alias);
  return sql`${part}.${sql.identifier(column)} ${isDown ? sql`desc nulls last` : sql`asc`}, ${part}.public_id`;
}

/** The value of a row that its cursor keeps, as text. */
export function toPlace(by: Cursor["by"], alias: string): SQL {
  const value = sql`${sql.identifier(alias)}.${sql.identifier(orders[by].column)}`;
  return by === "best"
    ? sql`${value}::text`
    : sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function toAfter(cursor: Cursor | null, alias: string): SQL {
  if (!cursor) return sql`true`;
  const part = sql.identifier(alias);
  const { column: name, isDown } = orders[cursor.by];
  const column = sql`${part}.${sql.identifier(name)}`;
  const value = cursor.by === "best" ? sql`${cursor.value}::numeric` : sql`${cursor.value}::timestamptz`;
  const [within, beyond] = isDown ? [sql`<=`, sql`<`] : [sql`>=`, sql`>`];
  return sql`${column} ${within} ${value} and (${column} ${beyond} ${value} or ${part}.public_id > ${cursor.id})`;
}

function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`;
}
