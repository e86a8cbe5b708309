import { endIntroductionSchema, introductionRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { introduction } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { introductionMachine, mayAct } from "@lilink/model/introduction";
import { and, eq, sql } from "drizzle-orm";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { rematch } from "./answer.ts";
import { loadOwnSide, wrongState } from "./load-own-side.ts";
import { findRelayOf } from "./read-achievement.ts";
import { announceOwn, otherSide, tellSide } from "./tell-side.ts";

/** Takes interest back before it is answered. */
export const withdrawIntroduction = defineMutation({
  name: "introduction.withdraw",
  input: introductionRefSchema,
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/introductions/{publicId}/withdraw",
    output: shape.done,
  },
  authorize: { action: "introduction.ask", resource: ofOneBody },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.publicId);
    if (!mayAct("withdraw", side)) throw new LilinkError("FORBIDDEN", { action: "introduction.ask" });
    const withdrawn = await ctx.db
      .update(introduction)
      .set({ state: introductionMachine.steps.withdraw.to, answeredAt: ctx.now })
      .where(and(eq(introduction.id, row.id), standsFor(introduction.state, introductionMachine, "withdraw")))
      .returning({ id: introduction.id });
    if (withdrawn.length === 0) throw wrongState(row);
    await tellSide(ctx, row, "asked", "introduction.withdrawn");
    await announceOwn(ctx, row.id);
    return { id: row.id };
  },
  audit: (_input, output) => ({ subjectKind: "introduction", subjectId: output.id }),
});

/** Ends an accepted introduction: consent closes, what was read as a partner is closed again ([IN7]). */
export const endIntroduction = defineMutation({
  name: "introduction.end",
  input: endIntroductionSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const own = await loadOwnSide(ctx, input.publicId);
    // The end tells the relay that the result goes back, and a return has its reason. [AC9]
    const relay = own.row.achievementId ? await findRelayOf(ctx, own.row.id) : null;
    if (relay?.state === "claimed" && !input.note) throw toInputError([{ field: "note", rule: "required" }]);
    const ended = await ctx.db
      .update(introduction)
      .set({ state: introductionMachine.steps.end.to, endedAt: ctx.now, endNote: input.note ?? null })
      .where(and(eq(introduction.id, own.row.id), standsFor(introduction.state, introductionMachine, "end")))
      .returning({ id: introduction.id });
    if (ended.length === 0) throw wrongState(own.row);
    await ctx.db.execute(
      sql`select app.close_consent(${own.row.id}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
    );
    await rematch(ctx, own);
    await tellSide(ctx, own.row, otherSide(own.side), "introduction.ended");
    await announceOwn(ctx, own.row.id);
    return { id: own.row.id };
  },
  audit: (_input, output) => ({ subjectKind: "introduction", subjectId: output.id }),
});
