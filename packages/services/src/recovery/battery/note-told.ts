import { jobPayloads } from "@lilink/contract";
import { groupEvents } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace, findByKeys, isApart } from "./act-in-trace.ts";
import { judgeTold } from "./judge-told.ts";
import { findItems, keepItems } from "./keep-items.ts";
import { listOf } from "./list-of.ts";
import { readLives } from "./read-lives.ts";
import { readWorld } from "./read-world.ts";

type News = {
  readonly id: string;
  readonly body: string;
  readonly codes: readonly string[];
  readonly asMaker: boolean;
};

/** So many pieces of news are heard at once, and so many codes of them are judged. */
const most = { news: 50, codes: 5000 };

/**
 * Tells the product's database what was told on the server of batteries: the lists of bodies, and what their desks have to look into. The
 * news is taken away when that is kept; a crash between the two leaves it there, and it is heard again. [TR26]
 */
export const noteTold = defineMutation({
  name: "battery.note",
  input: jobPayloads["battery.note"],
  authorize: { action: "battery.take" },
  run: async (ctx) => {
    if (!isApart(ctx)) return 0;
    ctx.commitTraceLast();
    // One after the other: what is judged later is kept.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('battery.note', 0))`);
    await actInTrace(ctx);
    await findByKeys(ctx);
    const waiting = await readNews(ctx);
    const news = firstOf(waiting);
    if (news.length === 0) return 0;
    for (const { body, codes, asMaker } of news)
      await ctx.db.execute(
        sql`insert into battery_of (org_id, code, as_maker, since)
          select ${body}::uuid, c, ${asMaker}, ${ctx.now.toISOString()}::timestamptz from unnest(${listOf(codes)}::text[]) c on conflict do nothing`,
      );
    const told = new Set(news.flatMap(({ asMaker, codes }) => (asMaker ? [] : codes)));
    if (told.size > 0) await noteItems(ctx, told);
    await ctx.trace.execute(
      sql`delete from trace.outbox where id = any (${listOf(news.map(({ id }) => id))}::bigint[])`,
    );
    if (waiting.length > news.length) await ctx.enqueue("battery.note", {});
    return news.length;
  },
  audit: () => null,
});

async function readNews(ctx: Context): Promise<readonly News[]> {
  const { rows } = await ctx.trace.execute<News>(
    sql`select id::text, org_id as body, codes, as_maker as "asMaker" from trace.outbox order by id limit ${most.news + 1}`,
  );
  return rows;
}

/** The first piece, and those after it as long as they are few. */
function firstOf(waiting: readonly News[]): readonly News[] {
  let sum = 0;
  return waiting.slice(0, most.news).filter(({ codes }, at) => {
    sum += codes.length;
    return at === 0 || sum <= most.codes;
  });
}

async function noteItems(ctx: Context, codes: ReadonlySet<string>): Promise<void> {
  const told = await readLives(ctx, [...codes]);
  const world = await readWorld(ctx, { codes: [...codes], bodies: [], events: told });
  const judgements = groupEvents(told, ({ event }) => event).map((entries) => ({
    judged: judgeTold(entries, world),
    entries,
  }));
  await keepItems(ctx, (await findItems(ctx, judgements, world)).flat(), codes);
}
