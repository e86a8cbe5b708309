import { duty, dutyItem, meeting, meetingItem } from "@lilink/db/schema";
import { startOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import { agendaSubjects } from "@lilink/model/duty";
import { meetingMachine, statesFor } from "@lilink/model/meeting";
import { and, asc, eq, gte, inArray, isNull, lt, max, notExists, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * Puts overdue duties onto the agenda of the next meeting that is called, each once; without a meeting they wait for one. A duty
 * that a meeting left open goes onto the next. Of many who do it at once, one does. [DU5]
 */
export async function putOnAgenda(
  ctx: Context,
): Promise<{ readonly meetingId: string; readonly added: number } | null> {
  await takeAgendaTurn(ctx);
  const [next] = await ctx.db
    .select({ id: meeting.id })
    .from(meeting)
    .where(
      and(
        eq(meeting.state, meetingMachine.start),
        gte(meeting.heldAt, startOfShanghaiDay(toShanghaiDate(ctx.now))),
      ),
    )
    .orderBy(asc(meeting.heldAt), asc(meeting.id))
    .limit(1);
  if (!next) return null;
  const overdue = await listWaiting(ctx);
  if (overdue.length === 0) return null;
  const [last] = await ctx.db
    .select({ position: max(meetingItem.position) })
    .from(meetingItem)
    .where(eq(meetingItem.meetingId, next.id));
  const items = overdue.map(({ id, title }, at) => ({
    duty: id,
    row: { id: ctx.newId(), meetingId: next.id, position: (last?.position ?? 0) + at + 1, title },
  }));
  await ctx.db.insert(meetingItem).values(items.map(({ row }) => row));
  await ctx.db.insert(dutyItem).values(
    items.map(({ duty: dutyId, row }) => ({
      dutyId,
      meetingId: next.id,
      itemId: row.id,
      addedAt: ctx.now,
    })),
  );
  return { meetingId: next.id, added: items.length };
}

/** Whoever adds to an agenda comes after the one before, so that no two points share a position. */
export async function takeAgendaTurn(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('meeting.agenda'))`);
}

/** Overdue duties of the kinds that meetings decide, without those on a future agenda. */
function listWaiting(ctx: Context) {
  const onAgenda = ctx.db
    .select({ one: sql`1` })
    .from(dutyItem)
    .innerJoin(meeting, eq(meeting.id, dutyItem.meetingId))
    .where(and(eq(dutyItem.dutyId, duty.id), inArray(meeting.state, [...statesFor("plan")])));
  return ctx.db
    .select({ id: duty.id, title: duty.titleZh })
    .from(duty)
    .where(
      and(
        inArray(duty.subjectKind, [...agendaSubjects]),
        isNull(duty.endedAt),
        lt(duty.dueAt, ctx.now),
        notExists(onAgenda),
      ),
    )
    .orderBy(asc(duty.dueAt), asc(duty.id));
}
