import { publicIdSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { type MatchResult, suggestedScore } from "@lilink/model/matching";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { readKeyCursor, toKeyCursor } from "../../kernel/key-cursor.ts";
import { placesPerPosting } from "../market/read-book.ts";

/** A list of matches has three parts: what fits, what narrowly misses, and what the reader put aside. */
export const matchSections = ["matches", "nearMisses", "dismissed"] as const;
export type MatchSection = (typeof matchSections)[number];
export type PerSection<T> = Readonly<Record<MatchSection, T>>;

export type PickedMatch = {
  readonly section: MatchSection;
  readonly posting_id: string;
  readonly public_id: string;
  readonly pinned: boolean;
  readonly score: number;
  readonly mark: "pinned" | "dismissed" | null;
  readonly reason: string | null;
  readonly result: MatchResult;
  readonly suggested: boolean;
  /** Among what the allocation of the market shows, where that stands apart. */
  readonly apart: boolean;
  readonly place: number | null;
  /** The introduction that is under way between the two. */
  readonly introduction: string | null;
  /** When the own answer to it is due; null where none is. */
  readonly answer_by: string | null;
  readonly computed_at: string;
};

export type Picked = { readonly rows: readonly PickedMatch[]; readonly counts: PerSection<number> };

export type MatchCursor = Pick<PickedMatch, "section" | "pinned" | "score" | "public_id">;

type Own = { readonly id: string; readonly liveVersion: number | null };

/** A project stands on both sides of the market and has places on each. */
const mostSuggested = 2 * placesPerPosting;

/**
 * The places of each section, best first and pinned ahead, one more than asked so that the caller sees whether there
 * are others. Content is left where it is: a list of hundreds costs what it shows. What ended or was made from another
 * version takes no place and is not counted ([MT20]).
 */
export async function pickMatches(
  ctx: Context,
  own: Own,
  asked: {
    readonly section?: MatchSection;
    /** Only these, by public id. */
    readonly others?: readonly string[];
    readonly after: MatchCursor | null;
    readonly limit: number;
    /** Whether what the allocation of the market shows stands among the others, has places of its own, or stands alone. */
    readonly market: "mixed" | "apart" | "alone";
  },
): Promise<Picked> {
  const isApart = asked.market === "mixed" ? sql`false` : sql`(section = 'matches' and suggested)`;
  const { rows } = await ctx.db.execute<{ rows: PickedMatch[]; counts: Partial<PerSection<number>> }>(sql`
    with ${standOf(ctx, own)}, place as (
      select *, ${isApart} as apart,
        row_number() over (partition by section, ${isApart} order by pinned desc, score desc, public_id) as at
      from stand where ${asked.section ? sql`section = ${asked.section}` : sql`true`} and ${toAfter(asked.after)}
        and ${asked.others ? sql`public_id = any (${sql.param([...asked.others])}::text[])` : sql`true`}
        and ${asked.market === "alone" ? isApart : sql`true`}
    ), met as materialized (
      select i.public_id, case when i.asking_posting_id = ${own.id} then i.asked_posting_id else i.asking_posting_id end as other_id,
        case when i.asked_posting_id = ${own.id} and i.state = 'sent' then i.due_at end as answer_by
      from introduction i
      where (i.asking_posting_id = ${own.id} or i.asked_posting_id = ${own.id}) and i.state in ('sent', 'accepted')
    ), page as (
      select place.*, begun.public_id as introduction, begun.answer_by from place
      left join lateral (select met.public_id, met.answer_by from met where met.other_id = place.posting_id
        order by met.answer_by, met.public_id desc limit 1) begun on true
      where at <= case when apart then ${mostSuggested}::int else ${asked.limit + 1}::int end order by section, at)
    select (select coalesce(json_agg(page), '[]') from page) as rows,
      (select coalesce(json_object_agg(section, n), '{}') from (select section, count(*) as n from stand group by section) c) as counts`);
  const found = rows[0] ?? { rows: [], counts: {} };
  return { rows: found.rows, counts: { matches: 0, nearMisses: 0, dismissed: 0, ...found.counts } };
}

/**
 * The definition `stand`: every match of a posting that still stands, with its section and what the market says of the
 * pair; what ended or was made from another version is none. Two postings meet on one side alone, so a pair is one row.
 */
export function standOf(ctx: Context, own: Own): SQL {
  return sql`pair as materialized (
      select case when p.demand_posting_id = ${own.id} then p.offer_posting_id else p.demand_posting_id end as other_id, p.shown,
        case when p.demand_posting_id = ${own.id} then p.demand_place else p.offer_place end as place
      from market_pair p where (p.demand_posting_id = ${own.id} or p.offer_posting_id = ${own.id}) and p.fits
    ), stand as materialized (
      select m.other_posting_id as posting_id, e.public_id, m.score, m.result, m.computed_at, k.mark, k.reason,
        coalesce(k.mark = 'pinned', false) as pinned, coalesce(pair.shown, false) and m.score >= ${suggestedScore} as suggested, pair.place,
        case when k.mark = 'dismissed' then 'dismissed'
          when (m.result ->> 'breaksHard')::boolean then 'nearMisses' else 'matches' end as section
      from match m
      join posting_part e on e.posting_id = m.other_posting_id and e.version = m.other_version and e.state = 'live'
        and e.level = 'everyone' and not e.walled
        and (e.valid_until is null or e.valid_until > ${ctx.now.toISOString()}::timestamptz)
      left join match_mark k on k.own_posting_id = m.own_posting_id and k.other_posting_id = m.other_posting_id
      left join pair on pair.other_id = m.other_posting_id
      where m.own_posting_id = ${own.id} and m.own_version = ${own.liveVersion})`;
}

function toAfter(after: MatchCursor | null): SQL {
  if (!after) return sql`true`;
  return sql`(not pinned, -score, public_id) > (${!after.pinned}::boolean, ${-after.score}::float8, ${after.public_id})`;
}

export function toMatchCursor({ section, pinned, score, public_id }: MatchCursor): string {
  return toKeyCursor(`${section} ${pinned} ${score}`, public_id);
}

const cursorSchema = z.tuple([
  z.enum(matchSections),
  z.enum(["true", "false"]),
  z.coerce.number(),
  publicIdSchema,
]);

/** A cursor names the section that it goes on with. */
export function readMatchCursor(text: string): MatchCursor {
  const [value, id] = readKeyCursor(text);
  const read = cursorSchema.safeParse([...value.split(" "), id]);
  if (!read.success) throw new LilinkError("INVALID_INPUT", {}, [{ field: "cursor", rule: "badFormat" }]);
  const [section, pinned, score, public_id] = read.data;
  return { section, pinned: pinned === "true", score, public_id };
}
