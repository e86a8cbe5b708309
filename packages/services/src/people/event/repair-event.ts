import { eventMishapSchema } from "@lilink/contract";
import { eventPlan } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type HallRepair, hallPlanMachine, repairHall, toInstant } from "@lilink/model/event";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { type EventHead, hallOf, impartialHost, requireEvent, requireState } from "./find-event.ts";
import { nextVersion } from "./plan-event.ts";
import {
  type HallGuest,
  type PlanResult,
  type ReadHall,
  readHall,
  readSeats,
  writeSeats,
} from "./read-hall.ts";

type Asked = z.output<typeof eventMishapSchema>;

/** What a broken table or an absent firm would come to; nothing is kept. [EV9] */
export const tryRepair = defineQuery({
  name: "event.tryRepair",
  input: eventMishapSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, input) => {
    const { read, repair, version } = await workOut(ctx, await requireEvent(ctx, input.publicId), input);
    const { seats: _seats, moved, cancelled, added, ...figures } = repair;
    const name = (wish: number) => {
      const { a, b } = read.given.wishes[wish] as { a: number; b: number };
      return [a, b].map((guest) => {
        const { nameZh, nameEn } = read.guests[guest] as ReadHall["guests"][number];
        return { nameZh, nameEn };
      });
    };
    const told = (wish: number) => {
      const seat = repair.seats[wish];
      return { sides: name(wish), slot: seat?.slot ?? null, table: seat ? seat.table + 1 : null };
    };
    return {
      ...figures,
      repairs: version,
      moved: moved.map(told),
      cancelled: cancelled.map(told),
      added: added.map(told),
    };
  },
});

/** Keeps a repair as a new version beside the one that holds; publishing it is another act. [EV9] */
export const repairPlan = defineMutation({
  name: "event.repair",
  input: eventMishapSchema,
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, input) => {
    const event = await requireEvent(ctx, input.publicId);
    const id = ctx.newId();
    const version = await nextVersion(ctx, event.id);
    const { read, repair, from, closed, absent, version: repairs } = await workOut(ctx, event, input);
    const { seats, moved, cancelled, added, ...figures } = repair;
    await ctx.db.insert(eventPlan).values({
      ...{ id, publicId: ctx.newPublicId(), eventId: event.id, version, repairs, fromSlot: from },
      state: hallPlanMachine.steps.solve.to,
      closed,
      result: {
        ...figures,
        moved: moved.length,
        cancelled: cancelled.length,
        added: added.length,
        absent,
        unseated: seats.flatMap((seat, wish) => (seat ? [] : [{ wish, code: "busy", change: null }])),
      },
      askedBy: ctx.actor.kind === "member" ? ctx.actor.personId : null,
      askedAt: ctx.now,
    });
    await writeSeats(ctx, id, read, seats);
    return { id, version, moved: moved.length };
  },
  audit: (_input, { id, version, moved }) => ({
    subjectKind: "event_plan",
    subjectId: id,
    detail: { version, moved },
  }),
});

async function workOut(ctx: Context, event: EventHead, { closed, absent }: Asked) {
  requireState(event, "published", "running");
  const [plan] = await ctx.db
    .select({
      id: eventPlan.id,
      version: eventPlan.version,
      closed: eventPlan.closed,
      result: eventPlan.result,
      askedAt: eventPlan.askedAt,
    })
    .from(eventPlan)
    .where(and(eq(eventPlan.eventId, event.id), eq(eventPlan.state, "published")));
  if (!plan) throw new LilinkError("NOT_FOUND");
  if (closed.some((table) => table > event.tables))
    throw toInputError([{ field: "closed", rule: "tooLarge", params: { max: event.tables } }]);
  const read = await readHall(ctx, event);
  const before = await readSeats(ctx, plan.id, read);
  // Who stayed away in an earlier repair does so in this one, unless the door let it in since.
  const { absent: missed = [] } = (plan.result ?? {}) as Pick<PlanResult, "absent">;
  const stays = ({ publicId, state, seenAt }: HallGuest) =>
    missed.includes(publicId) && !(state === "checked_in" && seenAt !== null && seenAt > plan.askedAt);
  const named = read.guests.filter((guest) => absent.includes(guest.publicId) || stays(guest));
  const gone = new Set([...read.away, ...named.map((guest) => read.guests.indexOf(guest))]);
  const from = firstOpenSlot(event, ctx.now);
  // A table that was closed before stays closed.
  const shut = [...new Set([...plan.closed, ...closed])].toSorted((a, b) => a - b);
  const shutTables = new Set(shut.map((table) => table - 1));
  const repair: HallRepair = repairHall(read.given, before, { absent: gone, closed: shutTables, from });
  const missing = named.map(({ publicId }) => publicId);
  return { read, repair, from, closed: shut, absent: missing, version: plan.version };
}

/** The first slot that has not begun; what has begun is not changed. */
export function firstOpenSlot(event: EventHead, now: Date): number {
  const { slots } = hallOf(event);
  const next = slots.findIndex(({ day, from }) => toInstant(day, from) > now);
  return next === -1 ? slots.length : next;
}
