import { publicIdSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { MatchResult } from "@lilink/model/matching";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { readKeyCursor, toKeyCursor } from "../kernel/key-cursor.ts";

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
  readonly place: number | null;
  readonly computed_at: string;
};

export type Picked = { readonly rows: readonly PickedMatch[]; readonly counts: PerSection<number> };

export type MatchCursor = Pick<PickedMatch, "section" | "pinned" | "score" | "public_id">;

type Own = { readonly id: string; readonly liveVersion: number | null };

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
    readonly after: MatchCursor | null;
    readonly limit: number;
    /** Only what the allocation of the market shows. */
    readonly suggested?: boolean;
    /** Without what the allocation shows, which stands apart; it is still counted. */
    readonly apart?: boolean;
  },
): Promise<Picked> {
  const { rows } = await ctx.db.execute<{ rows: PickedMatch[]; counts: Partial<PerSection<number>> }>(sql`
    with stand as (${standOf(ctx, own)}
        and ${asked.suggested ? isShownTo(own.id, sql`m.other_posting_id`) : sql`true`}
    ), place as (
      select *, row_number() over (partition by section order by pinned desc, score desc, public_id) as at
      from stand where ${asked.section ? sql`section = ${asked.section}` : sql`true`} and ${toAfter(asked.after)}
        and ${asked.apart ? sql`(section <> 'matches' or not ${isShownTo(own.id, sql`posting_id`)})` : sql`true`}
    ), page as (
      select place.*, ${marketColumns} from place ${joinMarket(own.id, sql`place.posting_id`)}
      where at <= ${asked.limit + 1} order by section, at)
    select (select coalesce(json_agg(page), '[]') from page) as rows,
      (select coalesce(json_object_agg(section, n), '{}') from (select section, count(*) as n from stand group by section) c) as counts`);
  const found = rows[0] ?? { rows: [], counts: {} };
  return { rows: found.rows, counts: { matches: 0, nearMisses: 0, dismissed: 0, ...found.counts } };
}

/** Every match of a posting that still stands, with its section; what ended or was made from another version is none. */
export function standOf(ctx: Context, own: Own): SQL {
  return sql`
      select m.other_posting_id as posting_id, e.public_id, m.score, m.result, m.computed_at, k.mark, k.reason,
        coalesce(k.mark = 'pinned', false) as pinned,
        case when k.mark = 'dismissed' then 'dismissed'
          when (m.result ->> 'breaksHard')::boolean then 'nearMisses' else 'matches' end as section
      from match m
      join posting_part e on e.posting_id = m.other_posting_id and e.version = m.other_version and e.state = 'live'
        and e.level = 'everyone' and not e.walled
        and (e.valid_until is null or e.valid_until > ${ctx.now.toISOString()}::timestamptz)
      left join match_mark k on k.own_posting_id = m.own_posting_id and k.other_posting_id = m.other_posting_id
      where m.own_posting_id = ${own.id} and m.own_version = ${own.liveVersion}`;
}

/** What the market says of the pair, on whichever side one's own posting stands. */
export function joinMarket(own: string, row: SQL): SQL {
  return sql`
      left join market_pair d on d.demand_posting_id = ${own} and d.offer_posting_id = ${row} and d.fits
      left join market_pair o on o.offer_posting_id = ${own} and o.demand_posting_id = ${row} and o.fits`;
}
export const marketColumns = sql`coalesce(d.shown, o.shown, false) as suggested, coalesce(d.demand_place, o.offer_place) as place`;

/** What the allocation shows to a posting, on whichever side it stands. */
function isShownTo(own: string, other: SQL): SQL {
  return sql`${other} in (
    select p.offer_posting_id from market_pair p where p.demand_posting_id = ${own} and p.shown
    union all select p.demand_posting_id from market_pair p where p.offer_posting_id = ${own} and p.shown)`;
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
