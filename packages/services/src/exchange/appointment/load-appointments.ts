import { appointmentsOfSchema } from "@lilink/contract";
import { appointment, appointmentMark, appointmentOutcome, appointmentTime } from "@lilink/db/schema";
import { markedDays, mostDrawnTimes, quarterAt, startOf, toSpans } from "@lilink/model/appointment";
import type { IntroductionSide } from "@lilink/model/introduction";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { loadOwnSide } from "../introduction/load-own-side.ts";
import { readParties } from "../introduction/read-party.ts";
import type { AppointmentRow } from "./load-own-appointment.ts";

const mostShown = 20;

/** Calls of an introduction as one of its sides sees them: its own hours, what suits both, what is named, agreed and past. [AP2] [AP3] */
export const loadAppointments = defineQuery({
  name: "appointment.load",
  input: appointmentsOfSchema,
  authorize: { action: "introduction.read" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.introduction);
    const [mark] = await ctx.db
      .select({ zone: appointmentMark.zone, quarters: appointmentMark.quarters })
      .from(appointmentMark)
      .where(and(eq(appointmentMark.introductionId, row.id), eq(appointmentMark.side, side)));
    const times = await ctx.db
      .select({ from: appointmentTime.fromQuarter, quarters: appointmentTime.quarters })
      .from(appointmentTime)
      .where(
        and(eq(appointmentTime.introductionId, row.id), gt(appointmentTime.fromQuarter, quarterAt(ctx.now))),
      )
      .orderBy(asc(appointmentTime.fromQuarter));
    const { rows } = await ctx.db.execute<{ marked: boolean; left: number | null }>(
      sql`select app.other_marked(${row.id}::uuid) as marked, app.times_left(${row.id}::uuid, ${ctx.now.toISOString()}::timestamptz) as left`,
    );
    const parties = await readParties(ctx, [row.id]);
    return {
      introduction: row.publicId,
      isOpen: row.state === "accepted",
      own: mark ? { zone: mark.zone, free: toSpans(mark.quarters) } : null,
      otherMarked: rows[0]?.marked === true,
      times: times.map(({ from, quarters }) => ({ startsAt: startOf(from), minutes: quarters * 15 })),
      timesLeft: rows[0]?.left ?? mostDrawnTimes,
      calls: await readCalls(ctx, row.id, side),
      other: parties.find((party) => party.side !== side)?.organization ?? null,
      now: ctx.now,
      until: new Date(ctx.now.getTime() + markedDays * 86_400_000),
    };
  },
});

async function readCalls(ctx: Context, introductionId: string, side: IntroductionSide) {
  const rows = await ctx.db
    .select({ call: appointment, outcome: appointmentOutcome.outcome, agreed: appointmentOutcome.agreed })
    .from(appointment)
    .leftJoin(
      appointmentOutcome,
      and(eq(appointmentOutcome.appointmentId, appointment.id), eq(appointmentOutcome.side, side)),
    )
    .where(eq(appointment.introductionId, introductionId))
    .orderBy(desc(appointment.id))
    .limit(mostShown);
  return rows.map(({ call, outcome, agreed }) => ({
    ...toView(call, side),
    isPast: call.endsAt <= ctx.now,
    told: outcome === null ? null : { outcome, agreed: agreed === true },
  }));
}

function toView(call: AppointmentRow, side: IntroductionSide) {
  const { publicId, state, startsAt, endsAt, place, reason, version } = call;
  return {
    ...{ publicId, state, startsAt, endsAt, place, reason, version },
    /** Who named the time that stands. */
    namedBy: call.side === side ? ("own" as const) : ("other" as const),
    reasonBy:
      call.reasonSide === null ? null : call.reasonSide === side ? ("own" as const) : ("other" as const),
  };
}
