import { ledgerEntry } from "@lilink/db/schema";
import type { IntroductionSide, LedgerStep } from "@lilink/model/introduction";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Where a step was taken: in an introduction on a day, or at a meeting of an event. */
export type StepHome =
  | { readonly introductionId: string; readonly occurredOn: string }
  | { readonly eventMeetingId: string };

type Noted = { readonly side: IntroductionSide; readonly step: LedgerStep; readonly occurredOn: string };

/** Notes a step that a side tells. Whoever tells it first proposes it; it is confirmed when the other side tells the same. True once both did. [EV11] [AP5] */
export async function noteStep(
  ctx: Context,
  home: StepHome,
  { side, step, occurredOn }: Noted,
): Promise<boolean> {
  const of =
    "introductionId" in home
      ? and(eq(ledgerEntry.introductionId, home.introductionId), eq(ledgerEntry.occurredOn, home.occurredOn))
      : eq(ledgerEntry.eventMeetingId, home.eventMeetingId);
  const known = await ctx.db
    .select({ id: ledgerEntry.id, state: ledgerEntry.state, side: ledgerEntry.proposedSide })
    .from(ledgerEntry)
    .where(and(of, eq(ledgerEntry.step, step)));
  if (known.some(({ state }) => state === "confirmed")) return true;
  const theirs = known.find((one) => one.state === "proposed" && one.side !== side);
  if (theirs) {
    await ctx.db
      .update(ledgerEntry)
      .set({ state: "confirmed", confirmedBy: personOf(ctx.actor), decidedAt: ctx.now })
      .where(eq(ledgerEntry.id, theirs.id));
    return true;
  }
  if (!known.some((one) => one.state === "proposed"))
    await ctx.db.insert(ledgerEntry).values({
      ...{ id: ctx.newId(), publicId: ctx.newPublicId(), step, state: "proposed", proposedSide: side },
      ...("introductionId" in home
        ? { introductionId: home.introductionId }
        : { eventMeetingId: home.eventMeetingId }),
      ...{ occurredOn, proposedBy: personOf(ctx.actor), createdAt: ctx.now },
    });
  return false;
}
