import { eventOutcomeSchema } from "@lilink/contract";
import { eventGuest, eventMeeting, eventOutcome, eventSeat } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { ledgerStepOf, listSlots, type MeetingOutcome } from "@lilink/model/event";
import { personOf } from "@lilink/model/policy";
import { and, eq, inArray } from "drizzle-orm";
import { noteStep } from "../../exchange/introduction/note-step.ts";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { requireEventOf } from "./find-event.ts";
import { dueOf } from "./load-day.ts";

/**
 * Says what came of a meeting, one, thirty or ninety days after it. A step of the ledger of introductions is proposed by whoever tells it
 * first and confirmed when the other side tells the same. [EV11]
 */
export const tellOutcome = defineMutation({
  name: "event.tellOutcome",
  input: eventOutcomeSchema,
  authorize: { action: "event.attend", resource: ownOrganization },
  run: async (ctx, { meeting: publicId, afterDays, outcome, reason }) => {
    const own = requireOwn(ctx);
    const meeting = await requireMeeting(ctx, publicId);
    const event = await requireEventOf(ctx, meeting.eventId);
    const day = listSlots(event)[meeting.slot]?.day ?? event.startsOn;
    if (!dueOf(day, ctx.now).includes(afterDays))
      throw toInputError([{ field: "afterDays", rule: "impossible" }]);
    if (outcome === "irrelevant" && !reason?.trim())
      throw toInputError([{ field: "reason", rule: "required" }]);
    await requireBothThere(ctx, meeting);
    const said = { outcome, reason: reason?.trim() || null, saidBy: personOf(ctx.actor), saidAt: ctx.now };
    const agreed = await noteOutcome(ctx, meeting, outcome);
    await ctx.db
      .insert(eventOutcome)
      .values({ meetingId: meeting.id, organizationId: own, afterDays, ...said, agreed })
      .onConflictDoUpdate({
        target: [eventOutcome.meetingId, eventOutcome.organizationId, eventOutcome.afterDays],
        set: { ...said, agreed },
      });
    return { id: meeting.id, agreed };
  },
  audit: ({ afterDays, outcome }, { id }) => ({
    subjectKind: "event_meeting",
    subjectId: id,
    detail: { afterDays, outcome },
  }),
});

type Meeting = {
  readonly id: string;
  readonly eventId: string;
  readonly firstId: string;
  readonly secondId: string;
};

async function requireMeeting(ctx: Context, publicId: string) {
  const [row] = await ctx.db
    .select({
      id: eventMeeting.id,
      eventId: eventMeeting.eventId,
      firstId: eventMeeting.firstId,
      secondId: eventMeeting.secondId,
      slot: eventSeat.slot,
    })
    .from(eventMeeting)
    .innerJoin(eventSeat, eq(eventSeat.meetingId, eventMeeting.id))
    .where(eq(eventMeeting.publicId, publicId));
  const own = requireOwn(ctx);
  if (!row || (row.firstId !== own && row.secondId !== own)) throw new LilinkError("NOT_FOUND");
  return row;
}

/** A meeting was held where both firms were let in. */
async function requireBothThere(ctx: Context, { eventId, firstId, secondId }: Meeting): Promise<void> {
  const there = await ctx.db.$count(
    eventGuest,
    and(
      eq(eventGuest.eventId, eventId),
      inArray(eventGuest.organizationId, [firstId, secondId]),
      eq(eventGuest.state, "checked_in"),
    ),
  );
  if (there < 2) throw new LilinkError("WRONG_STATE");
}

/** True once both sides told the step. */
async function noteOutcome(ctx: Context, meeting: Meeting, outcome: MeetingOutcome): Promise<boolean> {
  const step = ledgerStepOf[outcome];
  const side = meeting.firstId === requireOwn(ctx) ? "asking" : "asked";
  const occurredOn = toShanghaiDate(ctx.now);
  return step !== null && (await noteStep(ctx, { eventMeetingId: meeting.id }, { side, step, occurredOn }));
}
