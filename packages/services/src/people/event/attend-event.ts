import { eventAttendSchema, eventRefSchema } from "@lilink/contract";
import { eventBadge, eventDelegate, eventGuest } from "@lilink/db/schema";
import { concepts } from "@lilink/model/chain";
import { type FieldFault, LilinkError, toInputError } from "@lilink/model/error";
import { guestMachine, listSlots } from "@lilink/model/event";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import {
  countSaid,
  type EventHead,
  interestQuota,
  requireEvent,
  requireState,
  withdrawStates,
} from "./find-event.ts";

/** Registers a firm with its people, or says anew who comes; it closes with the registration. [EV2] */
export const attendEvent = defineMutation({
  name: "event.attend",
  input: eventAttendSchema,
  authorize: { action: "event.attend", resource: ownOrganization },
  run: async (ctx, input) => {
    const event = await requireEvent(ctx, input.publicId);
    requireState(event, "registration");
    requireRoom(event, input);
    const own = requireOwn(ctx);
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${event.id}, 20))`);
    const topics = [...new Set(input.delegates.flatMap((one) => one.topics))].toSorted();
    const languages = [...new Set(input.delegates.flatMap((one) => one.languages))].toSorted();
    const said = { most: input.most, topics, languages };
    const [known] = await ctx.db
      .select({ id: eventGuest.id, state: eventGuest.state })
      .from(eventGuest)
      .where(and(eq(eventGuest.eventId, event.id), eq(eventGuest.organizationId, own)));
    if (!known || known.state === "withdrawn") await requirePlace(ctx, event);
    const id = known?.id ?? (await register(ctx, event, said));
    if (known) {
      await requireQuota(ctx, event, said.most);
      await ctx.db
        .update(eventGuest)
        .set({ ...said, state: "registered" })
        .where(eq(eventGuest.id, id));
      await ctx.db.delete(eventDelegate).where(eq(eventDelegate.guestId, id));
    }
    await ctx.db.insert(eventDelegate).values(
      input.delegates.map(({ slots, ...one }, position) => ({
        ...one,
        guestId: id,
        organizationId: own,
        position,
        slots: slots ? [...new Set(slots)].toSorted((a, b) => a - b) : null,
      })),
    );
    return { id, isNew: !known };
  },
  audit: ({ delegates }, { id }) => ({
    subjectKind: "event_guest",
    subjectId: id,
    detail: { delegates: delegates.length },
  }),
});

/** Nobody takes more meetings than the event allows or is there longer, and a topic is a product of the chain. */
function requireRoom(event: EventHead, { most, delegates }: z.output<typeof eventAttendSchema>): void {
  const last = listSlots(event).length - 1;
  const known = new Set<string>(concepts.map(({ id }) => id));
  const faults = delegates.flatMap(({ slots, topics }, at): FieldFault[] => [
    ...(slots?.some((slot) => slot > last)
      ? [{ field: `delegates.${at}.slots`, rule: "tooLarge" as const, params: { max: last + 1 } }]
      : []),
    ...(slots?.length === 0 ? [{ field: `delegates.${at}.slots`, rule: "required" as const }] : []),
    ...(topics.some((topic) => !known.has(topic))
      ? [{ field: `delegates.${at}.topics`, rule: "unknownConcept" as const }]
      : []),
  ]);
  if (most > event.mostMeetings)
    faults.push({ field: "most", rule: "tooLarge", params: { max: event.mostMeetings } });
  if (faults.length > 0) throw toInputError(faults);
}

async function requirePlace(ctx: Context, event: EventHead): Promise<void> {
  const { rows } = await ctx.db.execute<{ taken: number }>(
    sql`select app.event_guests(${event.id}::uuid) as taken`,
  );
  if ((rows[0]?.taken ?? 0) >= event.capacity)
    throw new LilinkError("LIMIT_REACHED", { max: event.capacity });
}

/** Fewer meetings allow fewer names: what is said already is not cut off in silence. */
async function requireQuota(ctx: Context, event: EventHead, most: number): Promise<void> {
  const said = await countSaid(ctx, event.id);
  if (said > interestQuota(most))
    throw toInputError([{ field: "most", rule: "tooSmall", params: { min: Math.ceil(said / 2) } }]);
}

async function register(
  ctx: Context,
  event: EventHead,
  said: Pick<typeof eventGuest.$inferInsert, "most" | "topics" | "languages">,
): Promise<string> {
  const [id, own] = [ctx.newId(), requireOwn(ctx)];
  await ctx.db.insert(eventGuest).values({
    ...said,
    id,
    publicId: ctx.newPublicId(),
    eventId: event.id,
    organizationId: own,
    state: guestMachine.start,
    registeredAt: ctx.now,
  });
  await ctx.db.insert(eventBadge).values({
    guestId: id,
    eventId: event.id,
    organizationId: own,
    code: toBadge(ctx.newPublicId()),
  });
  return id;
}

/** Six signs that are read aloud and typed without a doubt. */
function toBadge(random: string): string {
  const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return [...random.slice(0, 6)].map((sign) => signs[sign.charCodeAt(0) % signs.length]).join("");
}

/** Takes the registration back; the host repairs a timetable that stands like after a no-show. [EV2] */
export const withdrawFromEvent = defineMutation({
  name: "event.withdraw",
  input: eventRefSchema,
  authorize: { action: "event.attend", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, ...withdrawStates);
    const [gone] = await ctx.db
      .update(eventGuest)
      .set({ state: guestMachine.steps.withdraw.to })
      .where(
        and(
          eq(eventGuest.eventId, event.id),
          eq(eventGuest.organizationId, requireOwn(ctx)),
          standsFor(eventGuest.state, guestMachine, "withdraw"),
        ),
      )
      .returning({ id: eventGuest.id });
    if (!gone) throw new LilinkError("NOT_FOUND");
    return { id: gone.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "event_guest", subjectId: id }),
});
