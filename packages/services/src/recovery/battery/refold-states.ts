import { setImmediate } from "node:timers/promises";
import { groupEvents } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace, inBoth } from "./act-in-trace.ts";
import { judgeTold } from "./judge-told.ts";
import { keepStates } from "./keep-states.ts";
import { readLives } from "./read-lives.ts";
import { readWorld } from "./read-world.ts";

const batch = 5000;

/** Makes every state of every battery again from its events, which is all that a state is. [TR11] */
export const refoldStates = defineMutation({
  name: "battery.refold",
  input: z.object({ after: z.string().max(24).default(""), most: z.number().int().positive().optional() }),
  authorize: { action: "battery.take" },
  run: async (ctx, { after, most }) => {
    await actInTrace(ctx);
    await inBoth(ctx, "set local idle_in_transaction_session_timeout = '600s'");
    let last = after;
    let folded = 0;
    for (;;) {
      const limit = Math.min(batch, most === undefined ? batch : most - folded);
      const codes = limit > 0 ? await nextCodes(ctx, last, limit) : [];
      if (codes.length === 0) return { folded, last };
      await foldCodes(ctx, codes);
      folded += codes.length;
      last = codes.at(-1) ?? last;
      await setImmediate();
    }
  },
  audit: () => null,
});

async function nextCodes(ctx: Context, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select code from trace.battery_state where code > ${after} order by code limit ${limit}`,
  );
  return rows.map(({ code }) => code);
}

async function foldCodes(ctx: Context, codes: readonly string[]): Promise<void> {
  const told = await readLives(ctx, codes);
  const world = await readWorld(ctx, { codes, bodies: [], events: told });
  const judgements = groupEvents(told, ({ event }) => event).map((entries) => ({
    judged: judgeTold(entries, world),
    entries,
  }));
  await keepStates(ctx, judgements, new Set(codes));
}
