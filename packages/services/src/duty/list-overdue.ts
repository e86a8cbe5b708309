import { pageInput } from "@lilink/contract";
import { duty, organization } from "@lilink/db/schema";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { defineQuery } from "../kernel/define.ts";
import { readKeyCursor, toPage } from "../kernel/key-cursor.ts";

/** The public list of what is overdue, the longest first. Row security shows each reader what the register does. [DU4] */
export const listOverdue = defineQuery({
  name: "duty.overdue",
  input: pageInput,
  authorize: { action: "record.consult" },
  run: async (ctx, { cursor, limit }) => {
    const after = cursor ? readKeyCursor(cursor) : null;
    const rows = await ctx.db
      .select({
        id: duty.id,
        subjectKind: duty.subjectKind,
        kind: duty.kind,
        path: duty.path,
        titleZh: duty.titleZh,
        titleEn: duty.titleEn,
        dueAt: duty.dueAt,
        /** Null: the secretariat. */
        holder: organization.nameZh,
        holderEn: organization.nameEn,
      })
      .from(duty)
      .leftJoin(organization, eq(organization.id, duty.holderId))
      .where(
        and(
          duty.published,
          isNull(duty.endedAt),
          isNotNull(duty.escalatedAt),
          after
            ? sql`(${duty.dueAt}, ${duty.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(duty.dueAt), asc(duty.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => [row.dueAt.toISOString(), row.id],
      ({ id: _id, ...row }) => row,
    );
  },
});
