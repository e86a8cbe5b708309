import { answerEngagementSchema, endEngagementSchema } from "@lilink/contract";
import { engagement } from "@lilink/db/schema";
import { engagementMachine } from "@lilink/model/engagement";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { findOwnContact } from "../introduction/own-contact.ts";
import { type EngagementRow, loadEngagement, ownEngagement, sideOf } from "./read-engagements.ts";

/** The adviser takes the engagement on, or not. Whoever competes with the client by any of their bodies cannot. [AV2] [AV3] */
export const answerEngagement = defineMutation({
  name: "engagement.answer",
  input: answerEngagementSchema,
  authorize: { action: "engagement.advise", resource: ownEngagement },
  run: async (ctx, { publicId, accept }) => {
    const row = await loadEngagement(ctx, publicId);
    const self = await findOwnContact(ctx);
    if (accept && row.state === engagementMachine.start) {
      const { rows } = await ctx.db.execute<{ torn: boolean }>(
        sql`select app.advises_rival(${row.organizationId}::uuid) as torn`,
      );
      if (rows[0]?.torn) throw new LilinkError("CONFLICT_OF_INTEREST", { action: "engagement.advise" });
    }
    const done = await ctx.db
      .update(engagement)
      .set({
        state: engagementMachine.steps[accept ? "accept" : "decline"].to,
        adviserId: personOf(ctx.actor),
        adviserName: self?.name ?? null,
        answeredAt: ctx.now,
      })
      .where(and(eq(engagement.id, row.id), standsFor(engagement.state, engagementMachine, "accept")))
      .returning({ id: engagement.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    await tellClient(ctx, row, "engagement.answered");
    return { id: row.id, client: row.organizationId };
  },
  audit: ({ accept }, { id, client }) => ({
    subjectKind: "engagement",
    subjectId: id,
    detail: { yes: accept },
    forBody: client,
  }),
});

/** Either side ends the engagement at once: what the adviser asks for next is refused. [AV2] */
export const endEngagement = defineMutation({
  name: "engagement.end",
  input: endEngagementSchema,
  authorize: {
    action: "engagement.end",
    resource: async (ctx, { publicId }) => {
      if (ctx.actor.kind !== "member")
        throw new LilinkError(ctx.actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "FORBIDDEN");
      const side = sideOf(ctx, await loadEngagement(ctx, publicId));
      return { owner: side === "adviser" || ctx.actor.role === "admin" };
    },
  },
  run: async (ctx, { publicId, reason }) => {
    const row = await loadEngagement(ctx, publicId);
    const side = sideOf(ctx, row);
    // Whoever has not accepted declines.
    if (side === "adviser" && row.adviserId === null)
      throw new LilinkError("WRONG_STATE", { state: row.state });
    const done = await ctx.db
      .update(engagement)
      .set({
        state: engagementMachine.steps.end.to,
        endedAt: ctx.now,
        endedSide: side,
        endReason: reason ?? null,
      })
      .where(and(eq(engagement.id, row.id), standsFor(engagement.state, engagementMachine, "end")))
      .returning({ id: engagement.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    if (side === "adviser") await tellClient(ctx, row, "engagement.ended");
    else if (row.adviserId)
      await ctx.enqueue("notice.deliver", {
        kind: "engagement.ended",
        causeKey: row.id,
        path: "/clients",
        params: {},
        personId: row.adviserId,
      });
    return { id: row.id, client: side === "adviser" ? row.organizationId : null };
  },
  audit: (_input, { id, client }) => ({
    subjectKind: "engagement",
    subjectId: id,
    ...(client ? { forBody: client } : {}),
  }),
});

function tellClient(
  ctx: Context,
  row: EngagementRow,
  kind: "engagement.answered" | "engagement.ended",
): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind,
    causeKey: row.id,
    path: "/settings/advisers",
    params: {},
    organizationId: row.organizationId,
    adminsOnly: true,
  });
}
