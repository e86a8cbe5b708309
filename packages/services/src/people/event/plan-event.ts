import { eventPlanRefSchema, eventRefSchema, jobPayloads } from "@lilink/contract";
import { eventPlan } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type HallPlan, hallPlanMachine, judgeHall, planHall, type Seat, worthOf } from "@lilink/model/event";
import { createRandom } from "@lilink/model/random";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { requireHead } from "../../record/find-record.ts";
import { takeStep } from "../../record/take-step.ts";
import {
  type EventHead,
  eventRegister,
  impartialHost,
  requireEvent,
  requireEventOf,
  requireState,
} from "./find-event.ts";
import { type ReadHall, readHall, readSeats, writeSeats } from "./read-hall.ts";

/** Asks for a timetable of what is mutual; it is drawn up by the worker, and nothing of it is told before it is published. [EV8] */
export const askPlan = defineMutation({
  name: "event.plan",
  input: eventRefSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, "interest_closed");
    const id = ctx.newId();
    const version = await nextVersion(ctx, event.id);
    await ctx.db.insert(eventPlan).values({
      id,
      publicId: ctx.newPublicId(),
      eventId: event.id,
      version,
      state: hallPlanMachine.start,
      closed: [],
      fromSlot: 0,
      askedBy: ctx.actor.kind === "member" ? ctx.actor.personId : null,
      askedAt: ctx.now,
    });
    await ctx.enqueue("event.plan", { planId: id });
    return { id, version };
  },
  audit: (_input, { id, version }) => ({ subjectKind: "event_plan", subjectId: id, detail: { version } }),
});

/** The number of the version after the last; versions of one event are made one after the other. */
export async function nextVersion(ctx: Context, eventId: string): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${eventId}, 22))`);
  const { rows } = await ctx.db.execute<{ last: number | null }>(
    sql`select max(version) as last from event_plan where event_id = ${eventId}::uuid`,
  );
  return (rows[0]?.last ?? 0) + 1;
}

/** Keeps what is mutual as meetings, and seats them. Interest that is not mutual leaves no trace. [EV3] [EV8] */
export const planEvent = defineMutation({
  name: "event.drawUp",
  input: jobPayloads["event.plan"],
  authorize: { action: "event.plan" },
  run: async (ctx, { planId }) => {
    const [plan] = await ctx.db
      .select({ eventId: eventPlan.eventId, state: eventPlan.state, version: eventPlan.version })
      .from(eventPlan)
      .where(eq(eventPlan.id, planId));
    if (plan?.state !== hallPlanMachine.start) return { placed: 0 };
    const event = await requireEventOf(ctx, plan.eventId);
    await keepMutual(ctx, event);
    const read = await readHall(ctx, event);
    const given = {
      ...read.given,
      guests: read.given.guests.map((one, at) => (read.away.has(at) ? { ...one, most: 0 } : one)),
    };
    // The same version draws the same numbers, so that a timetable can be drawn up again and compared.
    const found = planOrNull(given, createRandom(plan.version));
    const { seats, ...figures } = found ?? { seats: [] };
    await writeSeats(ctx, planId, read, seats);
    await ctx.db
      .update(eventPlan)
      .set({
        state: hallPlanMachine.steps[found ? "solve" : "fail"].to,
        result: figures,
      })
      .where(eq(eventPlan.id, planId));
    await ctx.announce({ topic: "record", subjectId: event.id });
    return { placed: found?.placed ?? 0 };
  },
  audit: () => null,
});

/** A hall without a slot or a table has no timetable; the board says so. */
function planOrNull(given: Parameters<typeof planHall>[0], random: () => number): HallPlan | null {
  try {
    return planHall(given, random);
  } catch (error) {
    if (error instanceof LilinkError) return null;
    throw error;
  }
}

async function keepMutual(ctx: Context, event: EventHead): Promise<void> {
  const { rows } = await ctx.db.execute<{ a: string; b: string; one: number; other: number }>(
    sql`select i.org_id as a, i.towards_id as b, i.strength as one, j.strength as other
      from event_interest i join event_interest j on j.event_id = i.event_id and j.org_id = i.towards_id and j.towards_id = i.org_id
      where i.event_id = ${event.id}::uuid and i.org_id < i.towards_id order by i.org_id, i.towards_id`,
  );
  const mutual = rows.map(({ a, b, one, other }) => ({
    id: ctx.newId(),
    public_id: ctx.newPublicId(),
    first_id: a,
    second_id: b,
    value: worthOf(one, other).toFixed(4),
  }));
  await ctx.db.execute(
    sql`insert into event_meeting (id, public_id, event_id, first_id, second_id, value, made_at)
      select m.id, m.public_id, ${event.id}::uuid, m.first_id, m.second_id, m.value, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(mutual)}::jsonb) as m(id uuid, public_id text, first_id uuid, second_id uuid, value numeric)
      on conflict (event_id, first_id, second_id) do update set value = excluded.value`,
  );
}

/** Publishes a drawn up version in place of the one that holds, and tells those whose day changed. [EV8] [EV10] */
export const publishPlan = defineMutation({
  name: "event.publish",
  input: eventPlanRefSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId, version }) => {
    const event = await requireEvent(ctx, publicId);
    requireState(event, "interest_closed", "published", "running");
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${event.id}, 22))`);
    const read = await readHall(ctx, event);
    const [before] = await ctx.db
      .select({ id: eventPlan.id, version: eventPlan.version })
      .from(eventPlan)
      .where(and(eq(eventPlan.eventId, event.id), eq(eventPlan.state, "published")));
    const draft = and(
      eq(eventPlan.eventId, event.id),
      eq(eventPlan.version, version),
      standsFor(eventPlan.state, hallPlanMachine, "publish"),
    );
    const [wanted] = await ctx.db
      .select({ id: eventPlan.id, repairs: eventPlan.repairs })
      .from(eventPlan)
      .where(draft);
    if (!wanted) throw new LilinkError("NOT_FOUND");
    // A repair of a version that does not hold any more would bring back what was changed since.
    if (wanted.repairs !== null && wanted.repairs !== before?.version) throw new LilinkError("CONFLICT");
    if (wanted.repairs === null && event.state !== "interest_closed")
      throw toInputError([{ field: "version", rule: "notEditable" }]);
    const seats = await readSeats(ctx, wanted.id, read);
    if (wanted.repairs === null && isOutdated(read, seats)) throw new LilinkError("CONFLICT");
    const was = before ? await readSeats(ctx, before.id, read) : null;
    if (before) await setState(ctx, before.id, "supersede");
    await setState(ctx, wanted.id, "publish");
    await ctx.db
      .update(eventPlan)
      .set({ state: hallPlanMachine.steps.drop.to })
      .where(and(eq(eventPlan.eventId, event.id), eq(eventPlan.state, "draft"), ne(eventPlan.id, wanted.id)));
    if (event.state === "interest_closed") {
      const head = await requireHead(ctx, eventRegister, publicId, true);
      await takeStep(ctx, eventRegister, head, { name: "publish" });
    }
    const told = await tellChanged(ctx, event, version, read, was, seats);
    return { id: wanted.id, told };
  },
  audit: ({ version }, { id, told }) => ({
    subjectKind: "event_plan",
    subjectId: id,
    detail: { version, told },
  }),
});

/** Whether a guest withdrew or the hall was changed since it was drawn up, so that it has to be drawn up anew. */
function isOutdated({ given, away }: ReadHall, seats: readonly (Seat | null)[]): boolean {
  const isOut = seats.some((seat, at) => {
    const wish = given.wishes[at];
    if (!seat || !wish) return false;
    const isInside = seat.slot < given.hall.slots.length && seat.table < given.hall.tables;
    return !isInside || away.has(wish.a) || away.has(wish.b);
  });
  return isOut || judgeHall(given, seats).length > 0;
}

async function setState(ctx: Context, id: string, step: "publish" | "supersede"): Promise<void> {
  await ctx.db
    .update(eventPlan)
    .set({ state: hallPlanMachine.steps[step].to, ...(step === "publish" ? { publishedAt: ctx.now } : {}) })
    .where(and(eq(eventPlan.id, id), standsFor(eventPlan.state, hallPlanMachine, step)));
}

/** Only those whose meetings changed hear of a later version, with how many did. [EV10] */
async function tellChanged(
  ctx: Context,
  event: EventHead,
  version: number,
  { given, guests }: ReadHall,
  was: readonly (Seat | null)[] | null,
  seats: readonly (Seat | null)[],
): Promise<number> {
  const changes = new Map<number, number>();
  for (const [at, seat] of seats.entries()) {
    const before = was?.[at] ?? null;
    const isSame = before?.slot === seat?.slot && before?.table === seat?.table;
    if (isSame) continue;
    for (const guest of [given.wishes[at]?.a, given.wishes[at]?.b])
      if (guest !== undefined) changes.set(guest, (changes.get(guest) ?? 0) + 1);
  }
  for (const [guest, count] of changes)
    await ctx.enqueue("notice.deliver", {
      kind: was ? "event.changed" : "event.published",
      causeKey: `${event.id}:${version}`,
      path: `/events/${event.publicId}/day`,
      params: { count: String(count), zh: event.titleZh ?? "", en: event.titleEn ?? event.titleZh ?? "" },
      organizationId: guests[guest]?.organizationId ?? "",
    });
  return changes.size;
}
