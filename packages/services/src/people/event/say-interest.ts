import { eventInterestSchema } from "@lilink/contract";
import { eventGuest, eventInterest } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { countSaid, interestQuota, isInterestOpen, requireEvent } from "./find-event.ts";

/**
 * Says how much a firm wants to meet another, 1 to 3, or takes it back. Nobody else reads it, and the answer is the same whatever the other
 * firm said, has said no to, or has no room for. [EV3]
 */
export const sayInterest = defineMutation({
  name: "event.sayInterest",
  input: eventInterestSchema,
  authorize: { action: "event.attend", resource: ownOrganization },
  run: async (ctx, { publicId, towards, strength, reason }) => {
    const event = await requireEvent(ctx, publicId);
    const own = requireOwn(ctx);
    if (!isInterestOpen(event, ctx.now)) throw new LilinkError("WRONG_STATE", { state: event.state });
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${own + event.id}, 21))`);
    const most = await requireGuest(ctx, event.id, own);
    const towardsId = await findGuest(ctx, event.id, towards);
    const pair = and(
      eq(eventInterest.eventId, event.id),
      eq(eventInterest.organizationId, own),
      eq(eventInterest.towardsId, towardsId),
    );
    if (strength === 0) await ctx.db.delete(eventInterest).where(pair);
    else {
      const [known] = await ctx.db.select({ at: eventInterest.saidAt }).from(eventInterest).where(pair);
      if (!known && (await countSaid(ctx, event.id)) >= interestQuota(most))
        throw new LilinkError("LIMIT_REACHED", { max: interestQuota(most) });
      const said = { strength, reason: reason?.trim() || null, saidAt: ctx.now };
      await ctx.db
        .insert(eventInterest)
        .values({ eventId: event.id, organizationId: own, towardsId, ...said })
        .onConflictDoUpdate({
          target: [eventInterest.eventId, eventInterest.organizationId, eventInterest.towardsId],
          set: said,
        });
    }
    return { id: event.id, left: interestQuota(most) - (await countSaid(ctx, event.id)) };
  },
  // Whom it is about stays out of the log: an auditor is no reader of interest.
  audit: (_input, { id }) => ({ subjectKind: "exchangeEvent", subjectId: id }),
});

async function requireGuest(ctx: Context, eventId: string, own: string): Promise<number> {
  const [guest] = await ctx.db
    .select({ most: eventGuest.most, state: eventGuest.state })
    .from(eventGuest)
    .where(and(eq(eventGuest.eventId, eventId), eq(eventGuest.organizationId, own)));
  if (!guest || guest.state === "withdrawn") throw new LilinkError("NOT_FOUND");
  return guest.most;
}

async function findGuest(ctx: Context, eventId: string, publicId: string): Promise<string> {
  const [guest] = await ctx.db
    .select({ organizationId: eventGuest.organizationId })
    .from(eventGuest)
    .where(and(eq(eventGuest.eventId, eventId), eq(eventGuest.publicId, publicId)));
  if (!guest) throw new LilinkError("NOT_FOUND");
  const { rows } = await ctx.db.execute<{ kin: boolean }>(
    sql`select app.of_own_group(${guest.organizationId}::uuid) as kin`,
  );
  if (rows[0]?.kin) throw toInputError([{ field: "towards", rule: "impossible" }]);
  return guest.organizationId;
}
