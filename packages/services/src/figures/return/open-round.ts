import { openRoundSchema, roundRefSchema } from "@lilink/contract";
import { returnRound } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { parsePeriod, returnDueAt } from "@lilink/model/return";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { giveForms } from "./give-forms.ts";

/** Opens a period: every verified organization gets the sheets that it owes, and is told once ([RT5]). */
export const openRound = defineMutation({
  name: "return.openRound",
  input: openRoundSchema,
  authorize: { action: "return.open" },
  run: async (ctx, input) => {
    const period = parsePeriod(input.period);
    if (!period) throw new LilinkError("INVALID_INPUT", {}, [{ field: "period", rule: "badFormat" }]);
    const today = toShanghaiDate(ctx.now);
    if (period.firstDay > today)
      throw new LilinkError("INVALID_INPUT", {}, [
        { field: "period", rule: "dateTooFar", params: { max: today } },
      ]);
    await requireUnopened(ctx, period.id);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const dueAt = returnDueAt(period, ctx.now, input.workingDays);
    await ctx.db.insert(returnRound).values({
      id,
      publicId,
      period: period.id,
      frequency: period.frequency,
      opensAt: ctx.now,
      dueAt,
      openedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    const forms = await giveForms(ctx, { id, period });
    return { id, publicId, dueAt, forms };
  },
  audit: (input, output) => ({
    subjectKind: "return_round",
    subjectId: output.id,
    detail: { period: input.period, forms: output.forms },
  }),
});

/** @throws LilinkError INVALID_INPUT with the day on which the period was opened, and is due */
async function requireUnopened(ctx: Context, period: string): Promise<void> {
  const [round] = await ctx.db
    .select({ opensAt: returnRound.opensAt, dueAt: returnRound.dueAt })
    .from(returnRound)
    .where(eq(returnRound.period, period));
  if (!round) return;
  const params = { opened: toShanghaiDate(round.opensAt), due: toShanghaiDate(round.dueAt) };
  throw toInputError([{ field: "period", rule: "openedAlready", params }]);
}

/** Ends a round: what comes later still counts, as late, in the next release. */
export const closeRound = defineMutation({
  name: "return.closeRound",
  input: roundRefSchema,
  authorize: { action: "return.open" },
  run: async (ctx, input) => {
    const [closed] = await ctx.db
      .update(returnRound)
      .set({ closedAt: ctx.now })
      .where(and(eq(returnRound.publicId, input.round), isNull(returnRound.closedAt)))
      .returning({ id: returnRound.id });
    if (closed) return { id: closed.id };
    const [known] = await ctx.db
      .select({ id: returnRound.id })
      .from(returnRound)
      .where(eq(returnRound.publicId, input.round));
    throw new LilinkError(known ? "WRONG_STATE" : "NOT_FOUND", known ? { state: "closed" } : {});
  },
  audit: (_input, output) => ({ subjectKind: "return_round", subjectId: output.id }),
});
