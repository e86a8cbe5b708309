import { claim, organization, posting } from "@lilink/db/schema";
import { claimMachine } from "@lilink/model/organization";
import { organizationOf, personOf } from "@lilink/model/policy";
import { postingMachine } from "@lilink/model/posting";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { PostingRow } from "./load-posting-row.ts";

/** Of a posting in review: it waits beside the claim of its body and is decided with it. [PO23] */
export const waitsWithClaim = sql`exists (select 1 from ${claim} c join ${organization} o on o.id = c.organization_id
  where c.organization_id = ${posting.organizationId} and c.state = ${claimMachine.start} and o.status = 'pending')`;

/**
 * Whether a posting may be handed in beside the claim of the actor's body, which has nothing else in review. The claim is held
 * with \`lock\` until the end, so that of two postings one is first and no decision comes between. [PO23]
 */
export async function goesWithClaim(
  ctx: Context,
  row: PostingRow,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<boolean> {
  const personId = personOf(ctx.actor);
  if (!personId || row.liveVersion !== null || row.organizationId !== organizationOf(ctx.actor)) return false;
  const open = ctx.db
    .select({ id: claim.id })
    .from(claim)
    .where(
      and(
        eq(claim.organizationId, row.organizationId),
        eq(claim.personId, personId),
        eq(claim.state, claimMachine.start),
      ),
    );
  if ((await (lock ? open.for("update") : open)).length === 0) return false;
  const others = await ctx.db
    .select({ id: posting.id })
    .from(posting)
    .where(
      and(
        eq(posting.organizationId, row.organizationId),
        eq(posting.state, postingMachine.steps.submit.to),
        ne(posting.id, row.id),
      ),
    )
    .limit(1);
  return others.length === 0;
}
