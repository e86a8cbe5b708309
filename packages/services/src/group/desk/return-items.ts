import { organization, returnForm, returnRound } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { editableStates, waitingStates } from "@lilink/model/return";
import { and, asc, count, eq, inArray, min, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

/** Returns that the organization owes, and those that came back with a query, by due date. */
export async function listReturnItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      publicId: returnForm.publicId,
      state: returnForm.state,
      since: returnForm.updatedAt,
      period: returnRound.period,
      due: returnRound.dueAt,
      sheet: returnForm.sheet,
      submittedAt: returnForm.submittedAt,
      reporter: organization.kind,
      organization: { nameZh: organization.nameZh, nameEn: organization.nameEn },
    })
    .from(returnForm)
    .innerJoin(organization, eq(organization.id, returnForm.organizationId))
    .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
    .where(and(eq(returnForm.organizationId, organizationId), inArray(returnForm.state, [...editableStates])))
    .orderBy(asc(returnRound.dueAt), asc(returnForm.sheet))
    .limit(most);
  return rows.map(({ publicId, state, since, period, due, sheet, submittedAt, reporter, organization }) => ({
    kind: state === "queried" ? "returnQueried" : "return",
    title: period,
    form: {
      sheet,
      organization,
      byFirm: reporter === "enterprise",
      overdue: submittedAt === null && due < ctx.now,
    },
    count: 1,
    path: `/returns/${publicId}`,
    due,
    since,
  }));
}

/** Returns of others that wait for this checker and may be decided by them, as one item. */
export async function listReturnReviewItems(ctx: Context): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), since: min(returnForm.updatedAt) })
    .from(returnForm)
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
      count: row.count,
      path: "/review/returns",
      due: null,
      since: row.since,
    },
  ];
}
