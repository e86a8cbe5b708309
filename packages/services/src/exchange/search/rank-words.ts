import type { TextHit } from "@lilink/engine/text-index";
import type { TextSearch } from "@lilink/engine/text-search";
import { sql } from "drizzle-orm";
import { spellOut } from "../../ground/search/to-query-groups.ts";
import type { Context } from "../../kernel/context.ts";
import { Shelf, type Turn } from "./shelf.ts";

/** What is worth ordering: nobody leafs through more, and what is beyond follows by the database's own rank. */
const depth = 200;

const createShelves = () => ({ everyone: new Shelf("everyone"), member: new Shelf("member") });

/** The open texts that answer a query best, best first; null while the process has not read them in yet. [SE12] */
export async function rankWords(ctx: Context, text: string): Promise<readonly TextHit[] | null> {
  if (text.trim() === "") return null;
  const search = await openShelf(ctx);
  return search?.search(spellOut(text), { k: depth, lends: false }) ?? null;
}

/** The texts that this reader's class reads, as they stand now. */
export async function openShelf(ctx: Context): Promise<TextSearch | null> {
  const shelves = ctx.recall(createShelves);
  const readTurn = async () => {
    const { rows } = await ctx.db.execute<{ turn: Turn & { readonly trades: boolean } }>(
      sql`select app.search_turn(${String(shelves.everyone.until)}::bigint, ${String(shelves.member.until)}::bigint) as turn`,
    );
    return rows[0]?.turn ?? { trades: false, until: "0", changed: [] };
  };
  const turn = await readTurn();
  return shelves[turn.trades ? "member" : "everyone"].follow(ctx, turn, readTurn);
}
