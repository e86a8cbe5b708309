import { acceptIntroductionSchema, declineIntroductionSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { introduction, introductionParty } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { introductionMachine, mayAct } from "@lilink/model/introduction";
import { personOf } from "@lilink/model/policy";
import { and, eq, gte, sql } from "drizzle-orm";
import { ofOneBody } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { askerCompetes } from "./asker-competes.ts";
import { loadOwnSide, type OwnSide, wrongState } from "./load-own-side.ts";
import { snapshotContact } from "./own-contact.ts";
import { announceOwn, tellSide } from "./tell-side.ts";

/** Accepts: identity and contact open on both sides, and each side reads the other's posting as a partner ([IN4], [IN7], [IN8]). */
export const acceptIntroduction = defineMutation({
  name: "introduction.accept",
  input: acceptIntroductionSchema,
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/introductions/{publicId}/accept",
    output: shape.done,
  },
  authorize: { action: "introduction.answer", resource: ofOneBody },
  run: async (ctx, input) => {
    const own = await loadOwnSide(ctx, input.publicId);
    await answer(ctx, own, { state: introductionMachine.steps.accept.to, answerNote: input.note ?? null });
    const rival = (await askerCompetes(ctx, own.row.id)) === true;
    if (rival && input.acknowledge !== true)
      throw toInputError([{ field: "acknowledge", rule: "notAcknowledged" }]);
    const contact = await snapshotContact(ctx, input.contact);
    await ctx.db
      .update(introductionParty)
      .set({
        contactPersonId: personOf(ctx.actor),
        contactName: contact.name,
        contactEmail: contact.email,
        contactPhone: contact.phone,
      })
      .where(and(eq(introductionParty.introductionId, own.row.id), eq(introductionParty.side, "asked")));
    await ctx.db.execute(
      sql`select app.open_consent(${own.row.id}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
    );
    await rematch(ctx, own);
    await tellSide(ctx, own.row, "asking", "introduction.accepted");
    await announceOwn(ctx, own.row.id);
    return { id: own.row.id, rival };
  },
  audit: (_input, output) => ({
    subjectKind: "introduction",
    subjectId: output.id,
    detail: { rival: output.rival },
  }),
});

/** Declines with one of the eight reasons; nothing of either side opens. */
export const declineIntroduction = defineMutation({
  name: "introduction.decline",
  input: declineIntroductionSchema,
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/introductions/{publicId}/decline",
    output: shape.done,
  },
  authorize: { action: "introduction.answer", resource: ofOneBody },
  run: async (ctx, input) => {
    const own = await loadOwnSide(ctx, input.publicId);
    await answer(ctx, own, {
      state: introductionMachine.steps.decline.to,
      declineReason: input.reason,
      answerNote: input.note ?? null,
    });
    await tellSide(ctx, own.row, "asking", "introduction.declined");
    await announceOwn(ctx, own.row.id);
    return { id: own.row.id };
  },
  audit: (input, output) => ({
    subjectKind: "introduction",
    subjectId: output.id,
    detail: { reason: input.reason },
  }),
});

type Answer = Pick<Partial<typeof introduction.$inferInsert>, "state" | "declineReason" | "answerNote">;

/** The conditional update settles every race: an answer, a withdrawal and the due date cannot all win ([IN1]). */
async function answer(ctx: Context, { row, side }: OwnSide, set: Answer): Promise<void> {
  if (!mayAct("accept", side)) throw new LilinkError("FORBIDDEN", { action: "introduction.answer" });
  const answered = await ctx.db
    .update(introduction)
    .set({ ...set, answeredAt: ctx.now })
    .where(
      and(
        eq(introduction.id, row.id),
        standsFor(introduction.state, introductionMachine, "accept"),
        gte(introduction.dueAt, ctx.now),
      ),
    )
    .returning({ id: introduction.id });
  if (answered.length === 0) throw wrongState(row);
}

/** What a partner may read feeds both sides' matches, so both are made anew when consent opens or closes. */
export async function rematch(ctx: Context, { row }: Pick<OwnSide, "row">): Promise<void> {
  for (const postingId of [row.askedPostingId, row.askingPostingId])
    if (postingId) await ctx.enqueue("posting.match", { postingId });
}
