import { letInSchema } from "@lilink/contract";
import { introductionAdviser } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull, sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnSide, requireOpen } from "../introduction/load-own-side.ts";
import { announceOwn, otherSide, tellSide } from "../introduction/tell-side.ts";
import { loadEngagement } from "./read-engagements.ts";

/** Lets an adviser into the thread of an introduction. The other side is told who takes part and for whom, before a word is written. [AV6] */
export const letIn = defineMutation({
  name: "engagement.letIn",
  input: letInSchema,
  authorize: { action: "engagement.letIn" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.publicId);
    requireOpen(row);
    const engaged = await loadEngagement(ctx, input.engagement);
    if (engaged.organizationId !== requireOwn(ctx)) throw new LilinkError("NOT_FOUND");
    const { rows } = await ctx.db.execute<{ why: string }>(
      sql`select app.may_let_in(${engaged.id}::uuid, ${row.id}::uuid) as why`,
    );
    if (rows[0]?.why === "CONFLICT_OF_INTEREST")
      throw toInputError([{ field: "engagement", rule: "tornAdviser" }]);
    if (rows[0]?.why) throw new LilinkError("WRONG_STATE", { state: engaged.state });
    const id = ctx.newId();
    const made = await ctx.db
      .insert(introductionAdviser)
      .values({
        id,
        introductionId: row.id,
        engagementId: engaged.id,
        organizationId: engaged.organizationId,
        adviserOrg: engaged.adviserOrg,
        adviserId: engaged.adviserId,
        adviserName: engaged.adviserName ?? "",
        letInBy: personOf(ctx.actor),
        letInAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: introductionAdviser.id });
    if (made.length === 0) throw new LilinkError("WRONG_STATE", { state: "letIn" });
    await tellSide(ctx, row, otherSide(side), "engagement.letIn", id);
    if (engaged.adviserId)
      await ctx.enqueue("notice.deliver", {
        kind: "engagement.letIn",
        causeKey: id,
        path: `/clients/introductions/${row.publicId}`,
        params: {},
        introductionId: row.id,
        personId: engaged.adviserId,
      });
    await announceOwn(ctx, row.id);
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "introduction", subjectId: id }),
});

/** Takes an adviser out of a thread again, at once. [AV6] */
export const letOut = defineMutation({
  name: "engagement.letOut",
  input: letInSchema,
  authorize: { action: "engagement.letIn" },
  run: async (ctx, input) => {
    const { row } = await loadOwnSide(ctx, input.publicId);
    const engaged = await loadEngagement(ctx, input.engagement);
    const done = await ctx.db
      .update(introductionAdviser)
      .set({ letOutAt: ctx.now })
      .where(
        and(
          eq(introductionAdviser.introductionId, row.id),
          eq(introductionAdviser.engagementId, engaged.id),
          eq(introductionAdviser.organizationId, requireOwn(ctx)),
          isNull(introductionAdviser.letOutAt),
        ),
      )
      .returning({ id: introductionAdviser.id });
    if (done.length === 0) throw new LilinkError("NOT_FOUND");
    await announceOwn(ctx, row.id);
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "introduction", subjectId: id }),
});
