import { introduction, introductionParty } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The introduction of the own organization about a posting of another that waits for its answer or is under way. */
export async function findUnderWay(ctx: Context, postingId: string): Promise<string | null> {
  const organizationId = organizationOf(ctx.actor);
  if (!organizationId) return null;
  const [row] = await ctx.db
    .select({ publicId: introduction.publicId })
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
  return row?.publicId ?? null;
}
