import { tellAppointmentSchema } from "@lilink/contract";
import { appointmentOutcome } from "@lilink/db/schema";
import { ledgerStepOf } from "@lilink/model/appointment";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { defineMutation } from "../../kernel/define.ts";
import { requireOpen } from "../introduction/load-own-side.ts";
import { noteStep } from "../introduction/note-step.ts";
import { announceOwn, otherSide, tellSide } from "../introduction/tell-side.ts";
import { loadOwnAppointment } from "./load-own-appointment.ts";

/** Says what came of a call that is over. A step of the ledger is proposed by whoever tells it first and confirmed when the other side tells the same. [AP5] */
export const tellAppointment = defineMutation({
  name: "appointment.tell",
  input: tellAppointmentSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, { publicId, outcome, reason }) => {
    const { call, introduction, side } = await loadOwnAppointment(ctx, publicId);
    requireOpen(introduction);
    if ((call.state !== "agreed" && call.state !== "over") || call.endsAt > ctx.now)
      throw new LilinkError("WRONG_STATE", { state: call.state });
    if (outcome === "irrelevant" && reason === "")
      throw toInputError([{ field: "reason", rule: "required" }]);
    const step = ledgerStepOf(outcome);
    const occurredOn = toShanghaiDate(call.startsAt);
    const home = { introductionId: introduction.id, occurredOn };
    const agreed = step !== null && (await noteStep(ctx, home, { side, step, occurredOn }));
    const said = { outcome, reason: reason || null, agreed, saidBy: personOf(ctx.actor), saidAt: ctx.now };
    await ctx.db
      .insert(appointmentOutcome)
      .values({ appointmentId: call.id, side, ...said })
      .onConflictDoUpdate({ target: [appointmentOutcome.appointmentId, appointmentOutcome.side], set: said });
    if (step !== null)
      await tellSide(
        ctx,
        introduction,
        otherSide(side),
        "introduction.ledger",
        `${call.id}/${side}/${outcome}`,
      );
    await announceOwn(ctx, introduction.id);
    return { id: call.id, agreed };
  },
  audit: ({ outcome }, { id }) => ({ subjectKind: "appointment", subjectId: id, detail: { outcome } }),
});
