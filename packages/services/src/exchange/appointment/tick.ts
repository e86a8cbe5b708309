import { jobPayloads } from "@lilink/contract";
import { appointment, introduction } from "@lilink/db/schema";
import { appointmentMachine } from "@lilink/model/appointment";
import { and, inArray, lte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { tellSide } from "../introduction/tell-side.ts";

/** Ends what is past: a time that nobody took lapses, an agreed call is over and both sides say what came of it. [AP3] [AP5] */
export const tickAppointments = defineMutation({
  name: "appointment.tick",
  input: jobPayloads["appointment.tick"],
  authorize: { action: "appointment.tick" },
  run: async (ctx) => {
    const lapsed = await end(ctx, "lapse");
    for (const { call, to } of lapsed)
      await tellSide(ctx, to, call.side, "appointment.lapsed", `${call.id}/lapsed`);
    const over = await end(ctx, "finish");
    for (const { call, to } of over)
      for (const side of ["asking", "asked"] as const)
        await tellSide(ctx, to, side, "appointment.over", `${call.id}/over`);
    return { lapsed: lapsed.length, over: over.length };
  },
  audit: () => null,
});

async function end(ctx: Context, step: "lapse" | "finish") {
  const ended = await ctx.db
    .update(appointment)
    .set({ state: appointmentMachine.steps[step].to })
    .where(
      and(
        standsFor(appointment.state, appointmentMachine, step),
        lte(step === "lapse" ? appointment.startsAt : appointment.endsAt, ctx.now),
      ),
    )
    .returning({ id: appointment.id, side: appointment.side, introductionId: appointment.introductionId });
  if (ended.length === 0) return [];
  const homes = await ctx.db
    .select({ id: introduction.id, publicId: introduction.publicId })
    .from(introduction)
    .where(inArray(introduction.id, [...new Set(ended.map(({ introductionId }) => introductionId))]));
  return ended.flatMap((call) => {
    const to = homes.find(({ id }) => id === call.introductionId);
    return to ? [{ call, to }] : [];
  });
}
