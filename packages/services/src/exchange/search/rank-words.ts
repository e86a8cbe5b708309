import { postingChange } from "@lilink/db/schema";
import type { TextHit } from "@lilink/engine/text-index";
import type { TextSearch } from "@lilink/engine/text-search";
import { sql } from "drizzle-orm";
import { remember } from "../../ground/search/remember.ts";
import type { Context } from "../../kernel/context.ts";
import { readQuery } from "./read-query.ts";
import { Shelf, type ShelfLevel, type TextChange, type Turn } from "./shelf.ts";

/** What is worth ordering: nobody leafs through more, and what is beyond follows by the database's own rank. */
const depth = 200;
/** How much of a query a text must hold to be found by it: each of two words, two of three where the third is common. */
const leastShare = 0.7;

const createShelves = () => ({ everyone: new Shelf("everyone"), member: new Shelf("member") });

/** What the engine says of a query: its order of the open texts, and which of them it finds. */
export type Ranking = { readonly hits: readonly TextHit[]; readonly found: readonly string[] };

/**
 * The open texts that answer a query best, best first, and those that hold its words in any sense; null while the process has
 * not read them in yet. [SE12] [SE13]
 * @param level of whom to search for; the reader's own where it is not given
 */
export async function rankWords(ctx: Context, text: string, level?: ShelfLevel): Promise<Ranking | null> {
  if (text.trim() === "") return null;
  const search = await openShelf(ctx, level);
  if (!search) return null;
  return rank(search, text);
}

const rank = rememberOn(100, (search, text): Ranking => {
  const hits = search.search(text, { k: depth, lends: false });
  const { words } = readQuery(text);
  return {
    hits,
    found: search.listHolding(
      words,
      hits.map(({ id }) => id),
      leastShare,
    ),
  };
});

/** What was made of the last texts asked of a search, until one of its own texts changes. */
export function rememberOn<T>(
  most: number,
  make: (search: TextSearch, text: string) => T,
): (search: TextSearch, text: string) => T {
  const kept = new WeakMap<TextSearch, { readonly version: number; readonly ask: (text: string) => T }>();
  return (search, text) => {
    const known = kept.get(search);
    if (known?.version === search.version) return known.ask(text);
    const ask = remember(most, (asked) => make(search, asked));
    kept.set(search, { version: search.version, ask });
    return ask(text);
  };
}

/** What a text that finds nothing may have meant, by words that any reader of this class may read. [SE15] */
export async function correctWords(ctx: Context, text: string): Promise<string | null> {
  return (await openShelf(ctx))?.correct(text) ?? null;
}

/** The texts that this reader's class reads, as they stand now; the worker says for which class it looks. */
export async function openShelf(ctx: Context, level?: ShelfLevel): Promise<TextSearch | null> {
  const shelves = ctx.recall(createShelves);
  const readTurn = () => (level ? readLevel(ctx, shelves[level].since, level) : readOwn(ctx, shelves));
  const turn = await readTurn();
  return shelves[turn.level].follow(ctx, turn, readTurn);
}

type LevelTurn = Turn & { readonly level: ShelfLevel };

async function readOwn(ctx: Context, shelves: ReturnType<typeof createShelves>): Promise<LevelTurn> {
  const { rows } = await ctx.db.execute<{ turn: Turn & { readonly trades: boolean } }>(
    sql`select app.search_turn(${String(shelves.everyone.since)}::bigint, ${String(shelves.member.since)}::bigint) as turn`,
  );
  const { trades = false, until = "0", changed = [] } = rows[0]?.turn ?? {};
  return { level: trades ? "member" : "everyone", until, changed };
}

/** The same for the worker, which reads what changed at all levels. */
async function readLevel(ctx: Context, since: bigint, level: ShelfLevel): Promise<LevelTurn> {
  const { rows } = await ctx.db.execute<{ until: string; changed: TextChange[] }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as until, coalesce(jsonb_agg(jsonb_build_array(
        c.posting_id, c.level, c.changed_in::text)), '[]') as changed from ${postingChange} c
      where c.changed_in >= ${String(since)}::bigint and c.level in ('everyone', ${level})`,
  );
  return { level, until: rows[0]?.until ?? "0", changed: rows[0]?.changed ?? [] };
}
