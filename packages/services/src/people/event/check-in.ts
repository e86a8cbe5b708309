import { eventCheckInSchema, eventMissSchema } from "@lilink/contract";
import { eventBadge, eventGuest, organization } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { guestMachine } from "@lilink/model/event";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { impartialHost, requireEvent, requireState } from "./find-event.ts";

/** Lets a firm in by its code. Who was let in was there: nobody's word alone makes a no-show. [EV10] */
export const checkIn = defineMutation({
  name: "event.checkIn",
  input: eventCheckInSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId, code }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, "published", "running");
    const [badge] = await ctx.db
      .select({ id: eventGuest.id, nameZh: organization.nameZh, nameEn: organization.nameEn })
      .from(eventBadge)
      .innerJoin(eventGuest, eq(eventGuest.id, eventBadge.guestId))
      .innerJoin(organization, eq(organization.id, eventGuest.organizationId))
      .where(and(eq(eventBadge.eventId, event.id), eq(eventBadge.code, code)));
    if (!badge) throw toInputError([{ field: "code", rule: "notInList" }]);
    const [here] = await ctx.db
      .update(eventGuest)
      .set({ state: guestMachine.steps.arrive.to, seenAt: ctx.now })
      .where(and(eq(eventGuest.id, badge.id), standsFor(eventGuest.state, guestMachine, "arrive")))
      .returning({ id: eventGuest.id });
    // Scanned twice is here once.
    return { ...badge, isNew: here !== undefined };
  },
  audit: (_input, { id, isNew }) => (isNew ? { subjectKind: "event_guest", subjectId: id } : null),
});

/** Marks a firm as absent from now on; its meetings fall away with the next repair. [EV10] */
export const missGuest = defineMutation({
  name: "event.miss",
  input: eventMissSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId, guest }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, "published", "running");
    const [gone] = await ctx.db
      .update(eventGuest)
      .set({ state: guestMachine.steps.miss.to, seenAt: ctx.now })
      .where(
        and(
          eq(eventGuest.eventId, event.id),
          eq(eventGuest.publicId, guest),
          standsFor(eventGuest.state, guestMachine, "miss"),
        ),
      )
      .returning({ id: eventGuest.id });
    if (!gone) throw new LilinkError("NOT_FOUND");
    return { id: gone.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "event_guest", subjectId: id }),
});
