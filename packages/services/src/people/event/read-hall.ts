import { eventDelegate, eventGuest, eventMeeting, eventSeat, organization } from "@lilink/db/schema";
import {
  type Guest,
  type HallCase,
  type HallFigures,
  pairKey,
  type Seat,
  type Unseated,
} from "@lilink/model/event";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type EventHead, hallOf } from "./find-event.ts";

export type HallGuest = {
  readonly organizationId: string;
  readonly publicId: string;
  readonly state: string;
  /** When it was last told to be here or away. */
  readonly seenAt: Date | null;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly people: readonly string[];
};

/** The case that a timetable is drawn up for, with who stands behind its numbers. */
export type ReadHall = {
  readonly given: HallCase;
  readonly guests: readonly HallGuest[];
  /** Ids, in the order of the wishes. */
  readonly meetings: readonly string[];
  /** Guests that do not come, or not any more. */
  readonly away: ReadonlySet<number>;
};

/** What a version keeps of how it was drawn up. */
export type PlanResult = HallFigures & {
  readonly unseated: readonly Unseated[];
  readonly lacks?: { readonly tables: number; readonly slots: number };
  readonly moved?: number;
  readonly cancelled?: number;
  readonly added?: number;
  readonly least?: number;
  readonly fewest?: boolean;
  /** Guests that a repair was told to stay away, by their public ids. */
  readonly absent?: readonly string[];
};

export async function readHall(ctx: Context, event: EventHead): Promise<ReadHall> {
  const rows = await ctx.db
    .select({
      id: eventGuest.id,
      organizationId: eventGuest.organizationId,
      publicId: eventGuest.publicId,
      state: eventGuest.state,
      seenAt: eventGuest.seenAt,
      most: eventGuest.most,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
    })
    .from(eventGuest)
    .innerJoin(organization, eq(organization.id, eventGuest.organizationId))
    .where(eq(eventGuest.eventId, event.id))
    .orderBy(asc(eventGuest.id));
  const people = await ctx.db
    .select({
      guestId: eventDelegate.guestId,
      name: eventDelegate.name,
      topics: eventDelegate.topics,
      languages: eventDelegate.languages,
      slots: eventDelegate.slots,
    })
    .from(eventDelegate)
    .innerJoin(eventGuest, eq(eventGuest.id, eventDelegate.guestId))
    .where(eq(eventGuest.eventId, event.id))
    .orderBy(asc(eventDelegate.guestId), asc(eventDelegate.position));
  const at = new Map(rows.map(({ organizationId }, index) => [organizationId, index]));
  const met = await ctx.db
    .select({
      id: eventMeeting.id,
      firstId: eventMeeting.firstId,
      secondId: eventMeeting.secondId,
      value: eventMeeting.value,
    })
    .from(eventMeeting)
    .where(eq(eventMeeting.eventId, event.id))
    .orderBy(asc(eventMeeting.id));
  const known = met.filter(({ firstId, secondId }) => at.has(firstId) && at.has(secondId));
  const guests = rows.map(({ id, most }): Guest => {
    const own = people.filter(({ guestId }) => guestId === id);
    return { most, delegates: own.map(({ guestId: _guest, name: _name, ...one }) => one) };
  });
  return {
    given: {
      hall: hallOf(event),
      guests,
      wishes: known.map(({ firstId, secondId, value }) => ({
        a: at.get(firstId) as number,
        b: at.get(secondId) as number,
        value: Number(value),
      })),
      rivals: await readRivals(ctx, event.id, at),
    },
    guests: rows.map(({ id, most: _most, ...row }) => ({
      ...row,
      people: people.filter(({ guestId }) => guestId === id).map(({ name }) => name),
    })),
    meetings: known.map(({ id }) => id),
    away: new Set(
      rows.flatMap(({ state }, index) => (state === "absent" || state === "withdrawn" ? [index] : [])),
    ),
  };
}

async function readRivals(
  ctx: Context,
  eventId: string,
  at: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.execute<{ one: string; other: string }>(
    sql`select one, other from app.event_rivals(${eventId}::uuid)`,
  );
  return new Set(rows.map(({ one, other }) => pairKey(at.get(one) as number, at.get(other) as number)));
}

/** The seats of a version in the order of the meetings. */
export async function readSeats(
  ctx: Context,
  planId: string,
  { meetings }: ReadHall,
): Promise<readonly (Seat | null)[]> {
  const rows = await ctx.db
    .select({
      meetingId: eventSeat.meetingId,
      slot: eventSeat.slot,
      table: eventSeat.hallTable,
      a: eventSeat.firstPerson,
      b: eventSeat.secondPerson,
    })
    .from(eventSeat)
    .where(eq(eventSeat.planId, planId));
  const seats = new Map(rows.map(({ meetingId, ...seat }) => [meetingId, seat]));
  return meetings.map((id) => seats.get(id) ?? null);
}

export async function writeSeats(
  ctx: Context,
  planId: string,
  { meetings }: ReadHall,
  seats: readonly (Seat | null)[],
): Promise<void> {
  const rows = seats.flatMap((seat, at) => {
    const meetingId = meetings[at];
    return seat && meetingId
      ? [
          {
            planId,
            meetingId,
            slot: seat.slot,
            hallTable: seat.table,
            firstPerson: seat.a,
            secondPerson: seat.b,
          },
        ]
      : [];
  });
  if (rows.length > 0) await ctx.db.insert(eventSeat).values(rows);
}
