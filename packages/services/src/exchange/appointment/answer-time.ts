import { appointmentRefSchema, cancelAppointmentSchema } from "@lilink/contract";
import { appointment } from "@lilink/db/schema";
import { appointmentMachine } from "@lilink/model/appointment";
import { LilinkError } from "@lilink/model/error";
import { and, eq, gt } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { requireOpen } from "../introduction/load-own-side.ts";
import { announceOwn, otherSide, tellSide } from "../introduction/tell-side.ts";
import { loadOwnAppointment } from "./load-own-appointment.ts";

/** Takes the time that the other side named; nobody takes their own. [AP3] */
export const takeAppointment = defineMutation({
  name: "appointment.take",
  input: appointmentRefSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, { publicId }) => {
    const { call, introduction, side } = await loadOwnAppointment(ctx, publicId);
    requireOpen(introduction);
    if (call.side === side) throw new LilinkError("FORBIDDEN", { action: "introduction.write" });
    const [taken] = await ctx.db
      .update(appointment)
      .set({ state: appointmentMachine.steps.take.to, answeredAt: ctx.now })
      .where(
        and(
          eq(appointment.id, call.id),
          eq(appointment.version, call.version),
          standsFor(appointment.state, appointmentMachine, "take"),
          gt(appointment.startsAt, ctx.now),
        ),
      )
      .returning({ id: appointment.id });
    if (!taken) throw new LilinkError("WRONG_STATE", { state: call.state });
    await tellSide(ctx, introduction, otherSide(side), "appointment.agreed", `${call.id}/${call.version}`);
    await announceOwn(ctx, introduction.id);
    return { id: call.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "appointment", subjectId: id }),
});

/** Cancels a call that has not begun, with a reason that the other side reads. [AP4] */
export const cancelAppointment = defineMutation({
  name: "appointment.cancel",
  input: cancelAppointmentSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, { publicId, reason }) => {
    const { call, introduction, side } = await loadOwnAppointment(ctx, publicId);
    requireOpen(introduction);
    const [cancelled] = await ctx.db
      .update(appointment)
      .set({ state: appointmentMachine.steps.cancel.to, reason, reasonSide: side, answeredAt: ctx.now })
      .where(
        and(
          eq(appointment.id, call.id),
          standsFor(appointment.state, appointmentMachine, "cancel"),
          gt(appointment.startsAt, ctx.now),
        ),
      )
      .returning({ id: appointment.id });
    if (!cancelled) throw new LilinkError("WRONG_STATE", { state: call.state });
    await tellSide(ctx, introduction, otherSide(side), "appointment.cancelled", `${call.id}/cancelled`);
    await announceOwn(ctx, introduction.id);
    return { id: call.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "appointment", subjectId: id }),
});
