import { abuseReport, claim, duty, factContest, organization, posting } from "@lilink/db/schema";
import { addWorkingDays } from "@lilink/model/calendar";
import { organizationOf, personOf } from "@lilink/model/policy";
import { reviewTargetDays } from "@lilink/model/posting";
import { and, count, eq, isNull, min, ne, not, sql } from "drizzle-orm";
import { waitsWithClaim } from "../../exchange/posting/with-claim.ts";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** Whose they are, each once. */
export const namesOf = sql<NonNullable<DeskItem["names"]>>`coalesce(jsonb_agg(distinct jsonb_build_object(
  'nameZh', ${organization.nameZh}, 'nameEn', ${organization.nameEn})), '[]')`;

/** Postings of others that wait for an officer and may be decided by this one, as one item. */
export async function listReviewItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(posting.submittedAt), names: namesOf })
    .from(posting)
    .innerJoin(organization, eq(organization.id, posting.organizationId))
    .where(
      and(
        eq(posting.state, "in_review"),
        not(waitsWithClaim),
        ne(posting.organizationId, organizationOf(ctx.actor) ?? ""),
        sql`${posting.id} <> all ((select app.barred_reviews())::uuid[])`,
      ),
    );
  const due = row?.since ? addWorkingDays(row.since, reviewTargetDays) : null;
  return toItem("review", "/review", row && { ...row, due });
}

/** Claims of others that wait for an officer and may be decided by this one, as one item. */
export async function listClaimItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(claim.createdAt), due: min(duty.dueAt), names: namesOf })
    .from(claim)
    .innerJoin(organization, eq(organization.id, claim.organizationId))
    .leftJoin(duty, and(eq(duty.subjectId, claim.id), isNull(duty.endedAt)))
    .where(
      and(
        eq(claim.state, "open"),
        ne(claim.personId, personOf(ctx.actor) ?? ""),
        sql`${claim.organizationId} <> all ((select app.barred())::uuid[])`,
      ),
    );
  return toItem("claim", "/review/claims", row);
}

/** Reports that wait for a finding by this officer, as one item. */
export async function listReportItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(abuseReport.createdAt), due: min(duty.dueAt) })
    .from(abuseReport)
    .leftJoin(duty, and(eq(duty.subjectId, abuseReport.id), isNull(duty.endedAt)))
    .where(isNull(abuseReport.finding));
  return toItem("report", "/review/reports", row);
}

/** Facts that a body objects to and that wait for the answer of an officer, as one item; row security leaves out those of a conflict. */
export async function listContestItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(factContest.filedAt), due: min(duty.dueAt), names: namesOf })
    .from(factContest)
    .innerJoin(organization, eq(organization.id, factContest.organizationId))
    .leftJoin(duty, and(eq(duty.subjectId, factContest.id), isNull(duty.endedAt)))
    .where(
      and(eq(factContest.state, "open"), ne(factContest.organizationId, organizationOf(ctx.actor) ?? "")),
    );
  return toItem("contest", "/review/facts", row);
}

function toItem(
  kind: "review" | "claim" | "report" | "contest",
  path: string,
  row: (Partial<Pick<DeskItem, "due" | "names">> & { count: number; since: Date | null }) | undefined,
): DeskItem[] {
  if (!row?.since || row.count === 0) return [];
  const { names = [], due = null, since, count } = row;
  return [{ kind, title: null, names, count, path, due, since }];
}
