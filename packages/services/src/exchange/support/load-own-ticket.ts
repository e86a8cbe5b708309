import { introduction, introductionParty, supportTicket } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { IntroductionSide } from "@lilink/model/introduction";
import { and, eq } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

export type TicketRow = typeof supportTicket.$inferSelect;
export type OwnTicket = {
  readonly ticket: TicketRow;
  readonly introduction: { readonly id: string; readonly publicId: string };
  readonly side: IntroductionSide;
};

/** A ticket and the side on which the own organization stands; NOT_FOUND for everybody else. [SP2] */
export async function loadOwnTicket(ctx: Context, publicId: string): Promise<OwnTicket> {
  const [found] = await ctx.db
    .select({
      ticket: supportTicket,
      introduction: { id: introduction.id, publicId: introduction.publicId },
      side: introductionParty.side,
    })
    .from(supportTicket)
    .innerJoin(introduction, eq(introduction.id, supportTicket.introductionId))
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(and(eq(supportTicket.publicId, publicId), eq(introductionParty.organizationId, requireOwn(ctx))));
  if (!found) throw new LilinkError("NOT_FOUND");
  return found;
}
