import { appointment, appointmentOutcome, introduction, introductionParty } from "@lilink/db/schema";
import { and, asc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { readSubjects } from "../../exchange/introduction/read-subjects.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;
/** So long after a call the desk asks what came of it. */
const toldWithinMs = 14 * 86_400_000;

/** Calls: a time that the other side named, one that is agreed, and one of which this side has not said what came of it. [AP3] [AP5] */
export async function listAppointmentItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: introduction.publicId,
      askedPostingId: introduction.askedPostingId,
      achievementId: introduction.achievementId,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      state: appointment.state,
      namedAt: appointment.namedAt,
    })
    .from(appointment)
    .innerJoin(introduction, eq(introduction.id, appointment.introductionId))
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .leftJoin(
      appointmentOutcome,
      and(
        eq(appointmentOutcome.appointmentId, appointment.id),
        eq(appointmentOutcome.side, introductionParty.side),
      ),
    )
    .where(
      and(
        eq(introductionParty.organizationId, organizationId),
        eq(introduction.state, "accepted"),
        or(
          and(
            eq(appointment.state, "proposed"),
            ne(appointment.side, introductionParty.side),
            gt(appointment.startsAt, ctx.now),
          ),
          and(
            inArray(appointment.state, ["agreed", "over"]),
            isNull(appointmentOutcome.appointmentId),
            gt(appointment.endsAt, new Date(ctx.now.getTime() - toldWithinMs)),
          ),
        ),
      ),
    )
    .orderBy(asc(appointment.startsAt))
    .limit(most);
  const subjectOf = await readSubjects(ctx, rows);
  return rows.map((row) => {
    const isOver = row.endsAt <= ctx.now;
    return {
      kind: row.state === "proposed" ? "callAnswer" : isOver ? "callTell" : "callHeld",
      ...subjectOf(row),
      count: 1,
      path: `/introductions/${row.publicId}`,
      due: isOver ? null : row.startsAt,
      since: isOver ? row.endsAt : row.namedAt,
    };
  });
}
