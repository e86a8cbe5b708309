import { eventRefSchema } from "@lilink/contract";
import { eventPlan } from "@lilink/db/schema";
import { type HallPlanState, judgeHall, listIdle } from "@lilink/model/event";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { impartialHost, requireEvent } from "./find-event.ts";
import { type PlanResult, type ReadHall, readHall, readSeats } from "./read-hall.ts";
import { firstOpenSlot } from "./repair-event.ts";

/** The hall as the organiser sees it: slots by tables of one version, what has no seat and why, who is here. [EV5] [EV7] [EV8] */
export const loadHallBoard = defineQuery({
  name: "event.board",
  input: eventRefSchema.extend({ version: z.number().int().min(1).optional() }),
  authorize: { action: "event.keep", resource: impartialHost },
  run: async (ctx, { publicId, version }) => {
    const event = await requireEvent(ctx, publicId);
    const versions = await readVersions(ctx, event.id);
    const read = await readHall(ctx, event);
    const held = versions.find(({ state }) => state === "published");
    const shown =
      versions.find((one) => one.version === version) ??
      versions.find(({ state }) => state === "draft" || state === "published") ??
      null;
    const seats = shown ? await readSeats(ctx, shown.id, read) : read.meetings.map(() => null);
    const before =
      shown && held && shown.repairs === held.version ? await readSeats(ctx, held.id, read) : null;
    const { hall } = read.given;
    const idle = listIdle(read.given, seats);
    const closed = new Set((shown?.closed ?? []).map((table) => table - 1));
    const later = seats.map((seat) => (seat && seat.slot >= (shown?.fromSlot ?? 0) ? seat : null));
    const placeOf = (wish: number) => ({ slot: seats[wish]?.slot ?? 0, table: seats[wish]?.table ?? 0 });
    const { id: _id, ...head } = event;
    return {
      event: head,
      hall: { slots: hall.slots, tables: hall.tables, zones: hall.zones },
      now: firstOpenSlot(event, ctx.now),
      versions: versions.map(({ id: _plan, result, ...one }) => ({
        ...one,
        figures: result && "placed" in result ? (result as PlanResult) : null,
      })),
      shown: shown?.version ?? null,
      faults: judgeHall(read.given, closed.size > 0 ? later : seats, closed).map(({ rule, wishes }) => ({
        rule,
        meetings: wishes.map((wish) => ({ ...placeOf(wish), sides: sidesOf(read, wish) })),
      })),
      seats: seats.flatMap((seat, at) => {
        if (!seat) return [];
        const was = before?.[at];
        const changed = before !== null && (was?.slot !== seat.slot || was?.table !== seat.table);
        return [{ slot: seat.slot, table: seat.table, sides: sidesOf(read, at), changed }];
      }),
      unseated: listUnseated(read, (shown?.result ?? null) as PlanResult | null, seats),
      guests: read.guests.map(({ organizationId: _organization, seenAt: _seen, ...guest }, at) => ({
        ...guest,
        meetings: read.given.wishes.filter(({ a, b }, wish) => seats[wish] && (a === at || b === at)).length,
        wishes: read.given.wishes.filter(({ a, b }) => a === at || b === at).length,
        idle: idle[at] ?? 0,
      })),
    };
  },
});

async function readVersions(ctx: Context, eventId: string) {
  const rows = await ctx.db
    .select({
      id: eventPlan.id,
      version: eventPlan.version,
      state: eventPlan.state,
      repairs: eventPlan.repairs,
      closed: eventPlan.closed,
      fromSlot: eventPlan.fromSlot,
      result: eventPlan.result,
      askedAt: eventPlan.askedAt,
      publishedAt: eventPlan.publishedAt,
    })
    .from(eventPlan)
    .where(eq(eventPlan.eventId, eventId))
    .orderBy(desc(eventPlan.version))
    .limit(50);
  return rows.map(({ state, ...row }) => ({ ...row, state: state as HallPlanState }));
}

function sidesOf({ given, guests }: ReadHall, wish: number) {
  const { a, b } = given.wishes[wish] as { readonly a: number; readonly b: number };
  return [a, b].map((at) => {
    const { nameZh, nameEn, publicId } = guests[at] as ReadHall["guests"][number];
    return { publicId, nameZh, nameEn };
  });
}

/** A change names a firm by its number; here it is named by its name. */
function listUnseated(
  read: ReadHall,
  result: PlanResult | null,
  seats: Awaited<ReturnType<typeof readSeats>>,
) {
  return (result?.unseated ?? []).flatMap(({ wish, code, change }) => {
    if (!read.given.wishes[wish] || seats[wish]) return [];
    const who = change && "guest" in change ? read.guests[change.guest] : null;
    return [
      {
        sides: sidesOf(read, wish),
        code,
        change:
          change === null
            ? null
            : {
                kind: change.kind,
                slot: "slot" in change ? change.slot : null,
                guest: who ? { nameZh: who.nameZh, nameEn: who.nameEn } : null,
              },
      },
    ];
  });
}
