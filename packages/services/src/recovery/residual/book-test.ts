import { answerBookingSchema, bookTestSchema } from "@lilink/contract";
import { testBooking } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate, weekdayOf } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { bookingMachine } from "@lilink/model/recovery";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { requireCode } from "./find-body.ts";

/** The Monday of a day's week. @example mondayOf("2026-11-29") // "2026-11-23" */
export function mondayOf(day: string): string {
  return shiftDate(day, -((weekdayOf(day) + 6) % 7));
}

/** Asks a laboratory for a place in a week; never more than it has. [TR76] */
export const bookTest = defineMutation({
  name: "residual.book",
  input: bookTestSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { laboratory, code, week }) => {
    const monday = mondayOf(week);
    if (monday < mondayOf(toShanghaiDate(ctx.now)))
      throw toInputError([{ field: "week", rule: "dateInPast" }]);
    const { rows: found } = await ctx.db.execute<{ id: string }>(
      sql`select id from laboratory where public_id = ${laboratory} and live_version is not null`,
    );
    if (!found[0]) throw new LilinkError("NOT_FOUND");
    const { rows } = await ctx.db.execute<{ booked: boolean }>(
      sql`select app.book_test(${ctx.newId()}, ${ctx.newPublicId()}, ${found[0].id}::uuid, ${requireCode(code)}, ${monday}::date,
        ${ctx.now.toISOString()}::timestamptz) as booked`,
    );
    if (rows[0]?.booked !== true) throw toInputError([{ field: "week", rule: "alreadyUsed" }]);
    return { week: monday };
  },
  audit: ({ laboratory }, { week }) => ({
    subjectKind: "booking",
    subjectId: null,
    detail: { laboratory, week },
  }),
});

const stepTo = { confirmed: "confirm", declined: "decline", withdrawn: "withdraw" } as const;

/** The laboratory confirms or declines, the other side withdraws. [TR76] */
export const answerBooking = defineMutation({
  name: "residual.answer",
  input: answerBookingSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { publicId, state }) => {
    const step = stepTo[state];
    const side = step === "withdraw" ? testBooking.organizationId : testBooking.laboratoryOrganizationId;
    const rows = await ctx.db
      .update(testBooking)
      .set({ state })
      .where(
        and(
          eq(testBooking.publicId, publicId),
          eq(side, requireOwn(ctx)),
          standsFor(testBooking.state, bookingMachine, step),
        ),
      )
      .returning({ id: testBooking.id });
    if (rows.length === 0) throw new LilinkError("NOT_FOUND");
    return { state };
  },
  audit: ({ publicId, state }) => ({
    subjectKind: "booking",
    subjectId: null,
    detail: { booking: publicId, state },
  }),
});
