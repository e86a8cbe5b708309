import { reviewQueueSchema } from "@lilink/contract";
import { organization, returnForm, returnRound } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import { waitingStates } from "@lilink/model/return";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { listBarred } from "../../ground/actor/barred.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { neverCame } from "./never-came.ts";

const states = {
  waiting: [...waitingStates],
  queried: ["queried"],
  verified: ["verified", "locked"],
} as const;

/**
 * Returns that the reader checks, those that waited longest first: a regulator gets those of its province. Overdue ones were
 * never handed in though their due instant is over, the longest overdue first ([RT4]).
 */
export const listReturnQueue = defineQuery({
  name: "return.queue",
  input: reviewQueueSchema,
  authorize: { action: "return.check" },
  run: async (ctx, input) => {
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const person = personOf(ctx.actor);
    const barred = await listBarred(ctx);
    const { state } = input;
    const order = state === "overdue" ? returnRound.dueAt : returnForm.updatedAt;
    const isWanted = state === "overdue" ? neverCame(ctx.now) : inArray(returnForm.state, [...states[state]]);
    const [counted] = await ctx.db
      .select({ total: count() })
      .from(returnForm)
      .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
      .where(isWanted);
    const rows = await ctx.db
      .select({
        id: returnForm.id,
        publicId: returnForm.publicId,
        period: returnRound.period,
        dueAt: returnRound.dueAt,
        sheet: returnForm.sheet,
        state: returnForm.state,
        version: returnForm.version,
        late: returnForm.late,
        province: returnForm.province,
        submittedAt: returnForm.submittedAt,
        submittedBy: returnForm.submittedBy,
        updatedAt: returnForm.updatedAt,
        organizationId: returnForm.organizationId,
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
        },
      })
      .from(returnForm)
      .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
      .innerJoin(organization, eq(organization.id, returnForm.organizationId))
      .where(
        and(
          isWanted,
          after
            ? sql`(${order}, ${returnForm.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(order), asc(returnForm.id))
      .limit(input.limit + 1);
    const page = toPage(
      rows,
      input.limit,
      (row) => [(state === "overdue" ? row.dueAt : row.updatedAt).toISOString(), row.id],
      ({ id: _id, organizationId, submittedBy, ...row }) => ({
        ...row,
        own:
          (person !== null && submittedBy === person) ||
          (submittedBy === null && organizationId === organizationOf(ctx.actor)),
        conflict: barred.has(organizationId),
      }),
    );
    return { total: counted?.total ?? 0, ...page };
  },
});
