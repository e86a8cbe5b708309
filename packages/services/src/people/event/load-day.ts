import { eventRefSchema } from "@lilink/contract";
import {
  eventBadge,
  eventDelegate,
  eventGuest,
  eventMeeting,
  eventOutcome,
  eventSeat,
  ledgerEntry,
  organization,
} from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { listSlots, type MeetingOutcome, type OutcomeDay, outcomeDays, zoneOf } from "@lilink/model/event";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type EventHead, requireEvent } from "./find-event.ts";

/** The day of one firm: its meetings with table, partner and people, the code that lets it in, and what it has to say afterwards. [EV10] */
export const loadEventDay = defineQuery({
  name: "event.day",
  input: eventRefSchema,
  authorize: { action: "event.read" },
  run: async (ctx, { publicId }) => {
    const event = await requireEvent(ctx, publicId);
    const own = requireOwn(ctx);
    const [guest] = await ctx.db
      .select({ state: eventGuest.state, code: eventBadge.code })
      .from(eventGuest)
      .leftJoin(eventBadge, eq(eventBadge.guestId, eventGuest.id))
      .where(and(eq(eventGuest.eventId, event.id), eq(eventGuest.organizationId, own)));
    if (!guest || guest.state === "withdrawn") throw new LilinkError("NOT_FOUND");
    const meetings = await readMeetings(ctx, event, own, guest.state);
    const { id: _id, ...head } = event;
    return { event: head, slots: listSlots(event), ...guest, meetings };
  },
});

async function readMeetings(ctx: Context, event: EventHead, own: string, ownState: string) {
  const rows = await ctx.db
    .select({
      id: eventMeeting.id,
      publicId: eventMeeting.publicId,
      firstId: eventMeeting.firstId,
      secondId: eventMeeting.secondId,
      slot: eventSeat.slot,
      table: eventSeat.hallTable,
      firstPerson: eventSeat.firstPerson,
      secondPerson: eventSeat.secondPerson,
    })
    .from(eventMeeting)
    .innerJoin(eventSeat, eq(eventSeat.meetingId, eventMeeting.id))
    .where(
      and(
        eq(eventMeeting.eventId, event.id),
        or(eq(eventMeeting.firstId, own), eq(eventMeeting.secondId, own)),
      ),
    )
    .orderBy(asc(eventSeat.slot));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const partners = rows.map(({ firstId, secondId }) => (firstId === own ? secondId : firstId));
  const bodies = await ctx.db
    .select({
      id: organization.id,
      publicId: organization.publicId,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
      topics: eventGuest.topics,
      state: eventGuest.state,
    })
    .from(organization)
    // Nobody else reads a guest that withdrew; its name stands at the meeting until a repair takes it away.
    .leftJoin(
      eventGuest,
      and(eq(eventGuest.organizationId, organization.id), eq(eventGuest.eventId, event.id)),
    )
    .where(inArray(organization.id, partners));
  const people = await ctx.db
    .select({
      organizationId: eventDelegate.organizationId,
      position: eventDelegate.position,
      name: eventDelegate.name,
    })
    .from(eventDelegate)
    .innerJoin(eventGuest, eq(eventGuest.id, eventDelegate.guestId))
    .where(eq(eventGuest.eventId, event.id));
  const told = await ctx.db
    .select({
      meetingId: eventOutcome.meetingId,
      afterDays: eventOutcome.afterDays,
      outcome: eventOutcome.outcome,
    })
    .from(eventOutcome)
    .where(and(inArray(eventOutcome.meetingId, ids), eq(eventOutcome.organizationId, own)));
  const entries = await ctx.db
    .select({
      meetingId: ledgerEntry.eventMeetingId,
      step: ledgerEntry.step,
      state: ledgerEntry.state,
      side: ledgerEntry.proposedSide,
    })
    .from(ledgerEntry)
    .where(inArray(ledgerEntry.eventMeetingId, ids));
  const slots = listSlots(event);
  const partnerOf = (id: string) => {
    const found = bodies.find((one) => one.id === id);
    if (!found) return null;
    const { id: _id, topics, state, ...names } = found;
    return { ...names, topics: topics ?? [], state: state ?? "withdrawn" };
  };
  const nameOf = (organizationId: string, position: number) =>
    people.find((one) => one.organizationId === organizationId && one.position === position)?.name ?? null;
  return rows.map(({ id, publicId, firstId, secondId, slot, table, firstPerson, secondPerson }) => {
    const isFirst = firstId === own;
    const partnerId = isFirst ? secondId : firstId;
    const partner = partnerOf(partnerId);
    const isHeld = ownState === "checked_in" && partner?.state === "checked_in";
    const said = told.filter(({ meetingId }) => meetingId === id);
    return {
      publicId,
      slot,
      table: table + 1,
      zone: zoneOf(event, table) + 1,
      partner,
      person: nameOf(partnerId, isFirst ? secondPerson : firstPerson),
      ownPerson: nameOf(own, isFirst ? firstPerson : secondPerson),
      due: dueOf(slots[slot]?.day ?? event.startsOn, ctx.now).filter(
        (day) => isHeld && !said.some(({ afterDays }) => afterDays === day),
      ),
      said: said.map(({ afterDays, outcome }) => ({
        afterDays: afterDays as OutcomeDay,
        outcome: outcome as MeetingOutcome,
      })),
      steps: entries
        .filter(({ meetingId }) => meetingId === id)
        .map(({ step, state, side }) => ({ step, state, own: (side === "asking") === isFirst })),
    };
  });
}

/** The days after a meeting that have come. @example dueOf("2026-10-01", new Date("2026-11-05")) // [1, 30] */
export function dueOf(day: string, now: Date): readonly OutcomeDay[] {
  const today = toShanghaiDate(now);
  return outcomeDays.filter((after) => shiftDate(day, after) <= today);
}
