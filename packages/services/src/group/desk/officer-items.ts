import { abuseReport, claim, posting } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, count, eq, isNull, min, ne, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** Postings of others that wait for an officer and may be decided by this one, as one item. */
export async function listReviewItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(posting.submittedAt) })
    .from(posting)
    .where(
      and(
        eq(posting.state, "in_review"),
        ne(posting.organizationId, organizationOf(ctx.actor) ?? ""),
        sql`${posting.id} <> all ((select app.barred_reviews())::uuid[])`,
      ),
    );
  return toItem("review", "/review", row);
}

/** Claims of others that wait for an officer and may be decided by this one, as one item. */
export async function listClaimItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(claim.createdAt) })
    .from(claim)
    .where(
      and(
        eq(claim.state, "open"),
        ne(claim.personId, personOf(ctx.actor) ?? ""),
        sql`${claim.organizationId} <> all ((select app.barred())::uuid[])`,
      ),
    );
  return toItem("claim", "/review/claims", row);
}

/** How many reports wait for a finding by this officer. */
export async function countReports(ctx: Context): Promise<number> {
  return ctx.db.$count(abuseReport, isNull(abuseReport.finding));
}

function toItem(
  kind: "review" | "claim",
  path: string,
  row: { readonly count: number; readonly since: Date | null } | undefined,
): DeskItem[] {
  if (!row?.since || row.count === 0) return [];
  return [{ kind, title: null, count: row.count, path, due: null, since: row.since }];
}
