import { introduction, introductionParty } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

const none = { introduction: null, answerBy: null } as const;

export type UnderWay = {
  readonly introduction: string | null;
  /** When the own answer to it is due; null where none is. */
  readonly answerBy: Date | null;
};

/** The introduction of the own organization about a posting of another that waits for an answer or is under way. */
export async function findUnderWay(ctx: Context, postingId: string): Promise<UnderWay> {
  const organizationId = organizationOf(ctx.actor);
  if (!organizationId) return none;
  const [row] = await ctx.db
    .select({
      publicId: introduction.publicId,
      state: introduction.state,
      dueAt: introduction.dueAt,
      side: introductionParty.side,
    })
    .from(introduction)
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(
      and(
        eq(introductionParty.organizationId, organizationId),
        inArray(introduction.state, ["sent", "accepted"]),
        or(
          and(eq(introductionParty.side, "asking"), eq(introduction.askedPostingId, postingId)),
          and(eq(introductionParty.side, "asked"), eq(introduction.askingPostingId, postingId)),
        ),
      ),
    )
    .orderBy(desc(introduction.state), desc(introduction.id))
    .limit(1);
  if (!row) return none;
  const isOwed = row.side === "asked" && row.state === "sent";
  return { introduction: row.publicId, answerBy: isOwed ? row.dueAt : null };
}
