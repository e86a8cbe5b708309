import { organization, returnForm } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { waitingStates } from "@lilink/model/return";
import { and, count, eq, inArray, min, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";
import { namesOf } from "./officer-items.ts";

/** Returns of others that wait for this checker and may be decided by them, as one item. */
export async function listReturnReviewItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(returnForm.updatedAt), names: namesOf })
    .from(returnForm)
    .innerJoin(organization, eq(organization.id, returnForm.organizationId))
    .where(
      and(
        inArray(returnForm.state, [...waitingStates]),
        sql`${returnForm.submittedBy} is distinct from ${personOf(ctx.actor)}::uuid`,
        sql`${returnForm.organizationId} <> all ((select app.barred())::uuid[])`,
      ),
    );
  if (!row?.since || row.count === 0) return [];
  return [
    {
      kind: "returnReview",
      title: null,
      names: row.names,
      count: row.count,
      path: "/review/returns",
      due: null,
      since: row.since,
    },
  ];
}
