import { postingPart } from "@lilink/db/schema";
import { stancesOfPosting } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import { setStances } from "../../bodies/organization/set-stances.ts";
import type { Context } from "../../kernel/context.ts";
import type { PostingRow } from "./load-posting-row.ts";

/**
 * What is published is a stand in the market: from now on its organization counts as a rival of those who offer or
 * need the same ([PO6]). The stand outlives the posting, so that closing one opens no rival's figures. Where it is new,
 * what the organization and its group had matched before is matched again from what they may read now.
 */
export async function takeStance(ctx: Context, row: PostingRow): Promise<void> {
  const [open] = await ctx.db
    .select({ concept: postingPart.concept, fields: postingPart.fields })
    .from(postingPart)
    .where(
      and(
        eq(postingPart.postingId, row.id),
        eq(postingPart.version, row.version),
        eq(postingPart.level, "everyone"),
        eq(postingPart.walled, false),
      ),
    );
  if (!open) return;
  const keys = stancesOfPosting(row.kind, [open.concept, ...(open.fields.concepts ?? [])]);
  await setStances(ctx, row.organizationId, `posting:${row.id}`, keys);
}
