import { jobPayloads } from "@lilink/contract";
import { introduction } from "@lilink/db/schema";
import { introductionMachine, remindAt } from "@lilink/model/introduction";
import { and, inArray, isNull, lt, lte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { tellSide } from "./tell-side.ts";

/** No holiday of the calendar is longer, so a due date further away needs no reminder yet. */
const lookAheadMilliseconds = 20 * 86_400_000;

/** Expires what was not answered in time and reminds, once, of what is due on the next working day ([IN2]). */
export const tickIntroductions = defineMutation({
  name: "introduction.tick",
  input: jobPayloads["introduction.tick"],
  authorize: { action: "introduction.tick" },
  run: async (ctx) => {
    const expired = await ctx.db
      .update(introduction)
      .set({ state: introductionMachine.steps.expire.to })
      .where(
        and(standsFor(introduction.state, introductionMachine, "expire"), lt(introduction.dueAt, ctx.now)),
      )
      .returning({ id: introduction.id, publicId: introduction.publicId });
    for (const row of expired) {
      await tellSide(ctx, row, "asking", "introduction.expired");
      await tellSide(ctx, row, "asked", "introduction.expired");
    }
    const reminded = await remind(ctx);
    return { expired: expired.length, reminded };
  },
  audit: () => null,
});

async function remind(ctx: Context): Promise<number> {
  const waiting = and(
    standsFor(introduction.state, introductionMachine, "expire"),
    isNull(introduction.remindedAt),
  );
  const candidates = await ctx.db
    .select({ id: introduction.id, dueAt: introduction.dueAt })
    .from(introduction)
    .where(and(waiting, lte(introduction.dueAt, new Date(ctx.now.getTime() + lookAheadMilliseconds))));
  const due = candidates.filter((row) => remindAt(row.dueAt) <= ctx.now).map((row) => row.id);
  if (due.length === 0) return 0;
  const reminded = await ctx.db
    .update(introduction)
    .set({ remindedAt: ctx.now })
    .where(and(waiting, inArray(introduction.id, due)))
    .returning({ id: introduction.id, publicId: introduction.publicId });
  for (const row of reminded) await tellSide(ctx, row, "asked", "introduction.reminder");
  return reminded.length;
}
