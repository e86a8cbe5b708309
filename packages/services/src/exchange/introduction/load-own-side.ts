import { introduction, introductionParty } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { type IntroductionSide, nextIntroductionState } from "@lilink/model/introduction";
import { and, eq } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

export type IntroductionRow = typeof introduction.$inferSelect;
export type OwnSide = { readonly row: IntroductionRow; readonly side: IntroductionSide };

/** An introduction and the side on which the actor's organization stands in it; NOT_FOUND for everybody else. */
export async function loadOwnSide(ctx: Context, publicId: string): Promise<OwnSide> {
  const [found] = await ctx.db
    .select({ row: introduction, side: introductionParty.side })
    .from(introduction)
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(and(eq(introduction.publicId, publicId), eq(introductionParty.organizationId, requireOwn(ctx))));
  if (!found) throw new LilinkError("NOT_FOUND");
  return found;
}

/** Refuses a step that the state does not allow, by the state that the caller would see on reload ([IN1]). */
export function wrongState(row: IntroductionRow): LilinkError {
  return new LilinkError("WRONG_STATE", { state: row.state });
}

/** Refuses what needs mutual consent that still lasts ([IN6]). */
export function requireOpen(row: IntroductionRow): void {
  if (nextIntroductionState(row.state, "end") === null) throw wrongState(row);
}
