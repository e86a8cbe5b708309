import { appointment, introduction, introductionParty } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { IntroductionSide } from "@lilink/model/introduction";
import { and, eq } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

export type AppointmentRow = typeof appointment.$inferSelect;
export type OwnAppointment = {
  readonly call: AppointmentRow;
  readonly introduction: typeof introduction.$inferSelect;
  readonly side: IntroductionSide;
};

/** A call and the side on which the own organization stands; NOT_FOUND for everybody else. [AP3] */
export async function loadOwnAppointment(ctx: Context, publicId: string): Promise<OwnAppointment> {
  const [found] = await ctx.db
    .select({ call: appointment, introduction, side: introductionParty.side })
    .from(appointment)
    .innerJoin(introduction, eq(introduction.id, appointment.introductionId))
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(and(eq(appointment.publicId, publicId), eq(introductionParty.organizationId, requireOwn(ctx))));
  if (!found) throw new LilinkError("NOT_FOUND");
  return found;
}
