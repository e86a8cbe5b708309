import { eventRefSchema } from "@lilink/contract";
import { eventBadge, eventDelegate, eventGuest, eventInterest, organization } from "@lilink/db/schema";
import { listSlots } from "@lilink/model/event";
import { can, organizationOf } from "@lilink/model/policy";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type EventHead, interestQuota, isInterestOpen, requireEvent, withdrawStates } from "./find-event.ts";

/** An event as a firm comes to it: its own registration, who else is there, and whom it wants to meet. [EV2] [EV3] */
export const loadEvent = defineQuery({
  name: "event.load",
  input: eventRefSchema,
  authorize: { action: "event.read" },
  run: async (ctx, { publicId }) => {
    const event = await requireEvent(ctx, publicId);
    const own = organizationOf(ctx.actor);
    const registration = await readOwn(ctx, event, own);
    const { rows } = await ctx.db.execute<{ taken: number }>(
      sql`select app.event_guests(${event.id}::uuid) as taken`,
    );
    const said = registration ? await readSaid(ctx, event.id, registration.topics) : [];
    const { id: _id, ...shown } = event;
    const mayAttend = can(ctx.actor, "event.attend", { owner: own !== null });
    return {
      event: shown,
      slots: listSlots(event),
      taken: rows[0]?.taken ?? 0,
      own: registration,
      mayAttend: event.state === "registration" && mayAttend,
      mayWithdraw:
        withdrawStates.some((state) => state === event.state) &&
        registration?.state === "registered" &&
        mayAttend,
      mayKeep: can(ctx.actor, "event.keep"),
      interest: {
        open: isInterestOpen(event, ctx.now),
        quota: interestQuota(registration?.most ?? 0),
        said: said.filter(({ strength }) => strength !== null).length,
      },
      others: said,
    };
  },
});

async function readOwn(ctx: Context, event: EventHead, own: string | null) {
  if (own === null) return null;
  const [guest] = await ctx.db
    .select({
      id: eventGuest.id,
      publicId: eventGuest.publicId,
      state: eventGuest.state,
      most: eventGuest.most,
      topics: eventGuest.topics,
      code: eventBadge.code,
    })
    .from(eventGuest)
    .leftJoin(eventBadge, eq(eventBadge.guestId, eventGuest.id))
    .where(and(eq(eventGuest.eventId, event.id), eq(eventGuest.organizationId, own)));
  if (!guest) return null;
  const delegates = await ctx.db
    .select({
      name: eventDelegate.name,
      topics: eventDelegate.topics,
      languages: eventDelegate.languages,
      slots: eventDelegate.slots,
    })
    .from(eventDelegate)
    .where(eq(eventDelegate.guestId, guest.id))
    .orderBy(asc(eventDelegate.position));
  const { id: _id, ...shown } = guest;
  return { ...shown, delegates };
}

/** The other guests, those with most topics in common first. What they want is not read here, nor anywhere. */
async function readSaid(ctx: Context, eventId: string, topics: readonly string[]) {
  const own = organizationOf(ctx.actor) ?? "";
  const rows = await ctx.db
    .select({
      publicId: eventGuest.publicId,
      organization: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
        kind: organization.kind,
        links: organization.links,
      },
      topics: eventGuest.topics,
      languages: eventGuest.languages,
      strength: eventInterest.strength,
      reason: eventInterest.reason,
      kin: sql<boolean>`app.of_own_group(${eventGuest.organizationId})`,
    })
    .from(eventGuest)
    .innerJoin(organization, eq(organization.id, eventGuest.organizationId))
    .leftJoin(
      eventInterest,
      and(
        eq(eventInterest.eventId, eventGuest.eventId),
        eq(eventInterest.towardsId, eventGuest.organizationId),
        eq(eventInterest.organizationId, own),
      ),
    )
    .where(
      and(
        eq(eventGuest.eventId, eventId),
        ne(eventGuest.organizationId, own),
        ne(eventGuest.state, "withdrawn"),
      ),
    )
    .orderBy(asc(organization.nameZh), asc(eventGuest.publicId))
    .limit(1000);
  const shared = (given: readonly string[]) => given.filter((topic) => topics.includes(topic));
  return rows
    .filter(({ kin }) => !kin)
    .map(({ kin: _kin, ...row }) => ({ ...row, shared: shared(row.topics) }))
    .toSorted((a, b) => b.shared.length - a.shared.length);
}
