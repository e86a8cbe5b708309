import { listReturnsSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { returnForm, returnRound, returnValue } from "@lilink/db/schema";
import { asc, desc, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";

const most = 200;

/** What the organization owes and has handed in: what waits for it first, by due date, then the latest periods. */
export const listOwnReturns = defineQuery({
  name: "return.list",
  input: listReturnsSchema,
  rest: { tag: "returns", method: "GET", path: "/returns", output: shape.returnList },
  authorize: { action: "return.read", resource: ownOrganization },
  run: async (ctx) => {
    const filled = sql<number>`(select count(distinct ${returnValue.component})::int from ${returnValue}
      where ${returnValue.formId} = ${returnForm.id} and ${returnValue.version} = ${returnForm.version} and ${returnValue.raw} <> '')`;
    const rows = await ctx.db
      .select({
        publicId: returnForm.publicId,
        period: returnRound.period,
        frequency: returnRound.frequency,
        sheet: returnForm.sheet,
        state: returnForm.state,
        version: returnForm.version,
        late: returnForm.late,
        dueAt: returnRound.dueAt,
        submittedAt: returnForm.submittedAt,
        closed: sql<boolean>`${returnRound.closedAt} is not null`,
        asked: sql<number>`cardinality(${returnForm.components})`,
        filled,
      })
      .from(returnForm)
      .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
      .where(eq(returnForm.organizationId, requireOwn(ctx)))
      .orderBy(
        desc(sql`${returnForm.state} in ('open', 'draft', 'queried')`),
        asc(sql`case when ${returnForm.state} in ('open', 'draft', 'queried') then ${returnRound.dueAt} end`),
        desc(returnRound.dueAt),
        asc(returnForm.sheet),
      )
      .limit(most);
    return {
      items: rows.map((row) => ({ ...row, overdue: row.submittedAt === null && row.dueAt < ctx.now })),
    };
  },
});
