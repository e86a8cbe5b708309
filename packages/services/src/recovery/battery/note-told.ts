import { jobPayloads } from "@lilink/contract";
import { groupEvents } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace, isApart } from "./act-in-trace.ts";
import { judgeTold } from "./judge-told.ts";
import { keepItems } from "./keep-items.ts";
import { listOf } from "./list-of.ts";
import { readLives } from "./read-lives.ts";
import { readWorld } from "./read-world.ts";

type News = {
  readonly id: string;
  readonly body: string;
  readonly codes: readonly string[];
  readonly asMaker: boolean;
};

/** So many pieces of news are read at once, and so many codes of them are judged. */
const most = { news: 50, codes: 5000 };

/**
 * Tells the product's database what was told on the server of batteries: the lists of bodies, and what their desks have to look into. The
 * news is taken away by the next run of this job, which is written in the transaction of the lists: so a crash between the two servers
 * leaves it there, and it is heard again. [TR26]
 */
export const noteTold = defineMutation({
  name: "battery.note",
  input: jobPayloads["battery.note"],
  authorize: { action: "battery.take" },
  run: async (ctx, { done = [] }) => {
    if (!isApart(ctx)) return 0;
    // One after the other: what is judged later is kept.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('battery.note', 0))`);
    await actInTrace(ctx);
    await ctx.trace.execute(sql`delete from trace.outbox where id = any (${listOf(done)}::bigint[])`);
    const news = await readNews(ctx);
    if (news.length === 0) return 0;
    for (const { body, codes, asMaker } of news)
      await ctx.db.execute(
        sql`insert into battery_of (org_id, code, as_maker, since)
          select ${body}::uuid, c, ${asMaker}, ${ctx.now.toISOString()}::timestamptz from unnest(${listOf(codes)}::text[]) c on conflict do nothing`,
      );
    const told = new Set(news.flatMap(({ asMaker, codes }) => (asMaker ? [] : codes)));
    if (told.size > 0) await noteItems(ctx, told);
    await ctx.enqueue("battery.note", { done: news.map(({ id }) => id) });
    return news.length;
  },
  audit: () => null,
});

async function readNews(ctx: Context): Promise<readonly News[]> {
  const { rows } = await ctx.trace.execute<News>(
    sql`select id::text, org_id as body, codes, as_maker as "asMaker" from trace.outbox order by id limit ${most.news}`,
  );
  let sum = 0;
  return rows.filter(({ codes }, at) => {
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
  await keepItems(ctx, judgements, codes, world);
}
