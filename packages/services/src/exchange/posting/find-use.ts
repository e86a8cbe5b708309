import { posting, postingPart, postingUse, postingUseAcceptance } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { organizationOf } from "@lilink/model/policy";
import type { UseTerms } from "@lilink/model/posting";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FoundUse = {
  readonly postingId: string;
  readonly isOwn: boolean;
  readonly terms: UseTerms & { readonly words: string; readonly setAt: Date };
  /** When the own organization accepted this version. */
  readonly acceptedAt: Date | null;
  /** Past the last day: nobody accepts any more, and what was accepted is closed. */
  readonly isOver: boolean;
};

/** The present terms of a posting, of its author or of a member who may be asked to accept them; null without. [US1] */
export async function findUse(ctx: Context, publicId: string): Promise<FoundUse | null> {
  const organizationId = organizationOf(ctx.actor);
  // Who belongs to no organization accepts nothing and is asked nothing.
  if (!organizationId) return null;
  const [own] = await ctx.db
    .select({ id: posting.id, version: posting.useVersion })
    .from(posting)
    .where(and(eq(posting.publicId, publicId), eq(posting.organizationId, organizationId)));
  const [part] = own
    ? [own]
    : await ctx.db
        .select({ id: postingPart.postingId, version: postingPart.useVersion })
        .from(postingPart)
        .where(and(eq(postingPart.publicId, publicId), inArray(postingPart.state, ["live", "ended"])))
        .orderBy(desc(postingPart.version))
        .limit(1);
  return part ? readUse(ctx, { ...part, isOwn: own !== undefined }) : null;
}

/** The terms of a posting whose present version of terms is known; null where it has none, or nobody asks for an organization. */
export async function readUse(
  ctx: Context,
  { id, version, isOwn }: { readonly id: string; readonly version: number | null; readonly isOwn: boolean },
): Promise<FoundUse | null> {
  const organizationId = organizationOf(ctx.actor);
  if (!organizationId || version === null) return null;
  const [terms] = await ctx.db
    .select({
      version: postingUse.version,
      purposes: postingUse.purposes,
      framework: postingUse.framework,
      until: postingUse.until,
      words: postingUse.words,
      setAt: postingUse.setAt,
    })
    .from(postingUse)
    .where(and(eq(postingUse.postingId, id), eq(postingUse.version, version)));
  if (!terms) return null;
  const [accepted] = await ctx.db
    .select({ at: postingUseAcceptance.acceptedAt })
    .from(postingUseAcceptance)
    .where(
      and(
        eq(postingUseAcceptance.postingId, id),
        eq(postingUseAcceptance.version, version),
        eq(postingUseAcceptance.organizationId, organizationId),
      ),
    );
  return {
    postingId: id,
    isOwn,
    terms,
    acceptedAt: accepted?.at ?? null,
    isOver: terms.until !== null && terms.until < toShanghaiDate(ctx.now),
  };
}
