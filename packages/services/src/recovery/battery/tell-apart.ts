import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "./act-in-trace.ts";
import { listOf } from "./list-of.ts";

type News = { readonly body: string; readonly codes: readonly string[]; readonly asMaker: boolean };

/**
 * Where batteries stand on a server of their own: notes beside what was told that the product's database has to hear of it, and wakes
 * the worker. On one server everything is written at once and there is nothing to note. [TR26]
 */
export async function tellApart(ctx: Context, { body, codes, asMaker }: News): Promise<void> {
  if (!isApart(ctx) || codes.length === 0) return;
  await ctx.trace.execute(
    sql`insert into trace.outbox (org_id, codes, as_maker) values (${body}::uuid, ${listOf(codes)}::text[], ${asMaker})`,
  );
  await ctx.enqueue("battery.note", {});
}
