import { eventGuest, eventInterest } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { type Hall, type HallHours, listSlots } from "@lilink/model/event";
import type { ExchangeEventState } from "@lilink/model/register";
import { registerOf } from "@lilink/model/register";
import { and, count, eq, ne, sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

export const eventRegister = registerOf("exchangeEvent");

export type EventHead = HallHours & {
  readonly id: string;
  readonly publicId: string;
  readonly state: ExchangeEventState;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly venue: string;
  readonly interestUntil: string;
  readonly tables: number;
  readonly zones: number;
  readonly walkMinutes: number | null;
  readonly mostMeetings: number;
  readonly mostInRow: number;
  readonly capacity: number;
};

/** An event with its hall, as its live version says. @throws NOT_FOUND where it is not announced yet */
export async function requireEvent(ctx: Context, publicId: string): Promise<EventHead> {
  return readEvent(ctx, sql`h.public_id = ${publicId}`);
}

export async function requireEventOf(ctx: Context, id: string): Promise<EventHead> {
  return readEvent(ctx, sql`h.id = ${id}::uuid`);
}

async function readEvent(ctx: Context, which: ReturnType<typeof sql>): Promise<EventHead> {
  const { rows } = await ctx.db.execute<EventHead>(
    sql`select h.id, h.public_id as "publicId", h.state, h.title_zh as "titleZh", h.title_en as "titleEn", v.venue,
        v.starts_on as "startsOn", v.ends_on as "endsOn", v.interest_until as "interestUntil", v.opens_at as "opensAt",
        v.slot_minutes as "slotMinutes", v.gap_minutes as "gapMinutes", v.slots, v.break_after as "breakAfter",
        v.break_minutes as "breakMinutes", v.tables, v.zones, v.walk_minutes as "walkMinutes", v.most_meetings as "mostMeetings",
        v.most_in_row as "mostInRow", v.capacity
      from ${headOf(eventRegister)} h join ${versionOf(eventRegister)} v on v.record_id = h.id and v.version = h.live_version
        and v.level = 'everyone' where ${which}`,
  );
  if (!rows[0]) throw new LilinkError("NOT_FOUND");
  return rows[0];
}

/** For `authorize.resource`: an officer who must stay away from a guest does not run the event. [PL12] */
export async function impartialHost(ctx: Context, { publicId }: { readonly publicId: string }) {
  const { rows } = await ctx.db.execute<{ conflict: boolean }>(
    sql`select id = any (app.barred_events()) as conflict from ${headOf(eventRegister)} where public_id = ${publicId}`,
  );
  return { conflict: rows[0]?.conflict === true };
}

/** The room that the timetable is drawn up for. */
export function hallOf(event: EventHead): Hall {
  return {
    slots: listSlots(event),
    tables: event.tables,
    zones: event.zones,
    walks: (event.walkMinutes ?? 0) <= event.gapMinutes,
    mostInRow: event.mostInRow,
  };
}

/** @throws WRONG_STATE that names the state */
export function requireState({ state }: EventHead, ...open: readonly ExchangeEventState[]): void {
  if (!open.includes(state)) throw new LilinkError("WRONG_STATE", { state, open: open.join(" ") });
}

/** A firm takes its registration back until the event begins. [EV2] */
export const withdrawStates = ["registration", "interest_closed", "published"] as const;

/** A firm says whom it wants to meet until the day on which interest closes is over. [EV3] */
export function isInterestOpen({ state, interestUntil }: EventHead, now: Date): boolean {
  return state === "registration" && toShanghaiDate(now) <= interestUntil;
}

/** How many guests a firm has named; who withdrew since takes none of its names. */
export async function countSaid(ctx: Context, eventId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ said: count() })
    .from(eventInterest)
    .innerJoin(
      eventGuest,
      and(
        eq(eventGuest.eventId, eventInterest.eventId),
        eq(eventGuest.organizationId, eventInterest.towardsId),
        ne(eventGuest.state, "withdrawn"),
      ),
    )
    .where(and(eq(eventInterest.eventId, eventId), eq(eventInterest.organizationId, requireOwn(ctx))));
  return row?.said ?? 0;
}

/** So many firms may one name: twice its meetings, so that naming everybody is no way to be seen. [EV3] */
export const interestQuota = (most: number) => 2 * most;
