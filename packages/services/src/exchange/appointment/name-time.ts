import { moveAppointmentSchema, proposeAppointmentSchema } from "@lilink/contract";
import { appointment } from "@lilink/db/schema";
import { appointmentMachine, markedDays } from "@lilink/model/appointment";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { loadOwnSide, requireOpen } from "../introduction/load-own-side.ts";
import { announceOwn, otherSide, tellSide } from "../introduction/tell-side.ts";
import { loadOwnAppointment } from "./load-own-appointment.ts";

type Named = { readonly startsAt: string; readonly minutes: number; readonly place: string };

/** A call begins after now and within the days that are marked. */
function toTimes(ctx: Context, { startsAt: text, minutes, place }: Named) {
  const startsAt = new Date(text);
  if (startsAt <= ctx.now) throw toInputError([{ field: "startsAt", rule: "dateInPast" }]);
  const last = new Date(ctx.now.getTime() + markedDays * 86_400_000);
  if (startsAt > last)
    throw toInputError([
      { field: "startsAt", rule: "dateTooFar", params: { max: last.toISOString().slice(0, 10) } },
    ]);
  return {
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place },
    ...{ namedBy: personOf(ctx.actor), namedAt: ctx.now },
  };
}

/** Names a time for a call, one that suits both or another. One call of an introduction is open at once. [AP3] */
export const proposeAppointment = defineMutation({
  name: "appointment.propose",
  input: proposeAppointmentSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.introduction);
    requireOpen(row);
    const call = { id: ctx.newId(), publicId: ctx.newPublicId() };
    const [made] = await ctx.db
      .insert(appointment)
      .values({
        ...call,
        ...toTimes(ctx, input),
        ...{ introductionId: row.id, side, state: appointmentMachine.start, version: 1 },
      })
      .onConflictDoNothing()
      .returning({ id: appointment.id });
    if (!made) throw new LilinkError("CONFLICT");
    await tellSide(ctx, row, otherSide(side), "appointment.proposed", call.id);
    await announceOwn(ctx, row.id);
    return call;
  },
  audit: (_input, { id }) => ({ subjectKind: "appointment", subjectId: id }),
});

/** Names another time: instead of the one that the other side named, or of one that both agreed to, with a reason. [AP3] [AP4] */
export const moveAppointment = defineMutation({
  name: "appointment.move",
  input: moveAppointmentSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const { call, introduction, side } = await loadOwnAppointment(ctx, input.publicId);
    requireOpen(introduction);
    if (call.state === "agreed" && input.reason.length < 3)
      throw toInputError([{ field: "reason", rule: "required" }]);
    if (call.state === "agreed" && call.startsAt <= ctx.now)
      throw new LilinkError("WRONG_STATE", { state: "over" });
    const reason = input.reason === "" ? null : input.reason;
    const [moved] = await ctx.db
      .update(appointment)
      .set({
        ...toTimes(ctx, input),
        ...{ state: appointmentMachine.steps.move.to, side, version: call.version + 1, answeredAt: null },
        ...{ reason, reasonSide: reason === null ? null : side },
      })
      .where(
        and(
          eq(appointment.id, call.id),
          eq(appointment.version, call.version),
          standsFor(appointment.state, appointmentMachine, "move"),
        ),
      )
      .returning({ id: appointment.id });
    if (!moved) throw new LilinkError("WRONG_STATE", { state: call.state });
    await tellSide(
      ctx,
      introduction,
      otherSide(side),
      "appointment.proposed",
      `${call.id}/${call.version + 1}`,
    );
    await announceOwn(ctx, introduction.id);
    return { id: call.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "appointment", subjectId: id }),
});
