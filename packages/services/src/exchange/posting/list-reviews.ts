import { type Page, pageInput } from "@lilink/contract";
import { organization, posting } from "@lilink/db/schema";
import { countWorkingDays } from "@lilink/model/calendar";
import { and, asc, eq, not, sql } from "drizzle-orm";
import { listBarredReviews } from "../../ground/actor/barred.ts";
import { defineQuery } from "../../kernel/define.ts";
import { isOwnReview } from "./decide-review.ts";
import { waitsWithClaim } from "./with-claim.ts";

/**
 * What waits for review, oldest first. Officers only; what they may not decide is shown, with why. What goes with a claim waits among
 * the claims. [PO23]
 */
export const listReviews = defineQuery({
  name: "posting.listReviews",
  input: pageInput,
  authorize: { action: "posting.review" },
  run: async (ctx, input) => {
    const [since, after] = input.cursor?.split("~") ?? [];
    const rows = await ctx.db
      .select({
        posting,
        name: organization.nameZh,
        nameEn: organization.nameEn,
        status: organization.status,
      })
      .from(posting)
      .innerJoin(organization, eq(organization.id, posting.organizationId))
      .where(
        and(
          eq(posting.state, "in_review"),
          not(waitsWithClaim),
          since && after
            ? sql`(${posting.submittedAt}, ${posting.id}) > (${since}::timestamptz, ${after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(posting.submittedAt), asc(posting.id))
      .limit(input.limit + 1);
    const barred = await listBarredReviews(ctx);
    const items = rows.slice(0, input.limit).map(({ posting: row, name, nameEn, status }) => ({
      publicId: row.publicId,
      kind: row.kind,
      title: row.title,
      concept: row.concept,
      version: row.version,
      isUpdate: row.liveVersion !== null,
      organization: { name, nameEn },
      submittedAt: row.submittedAt ?? row.updatedAt,
      workingDays: countWorkingDays(row.submittedAt ?? row.updatedAt, ctx.now),
      own: isOwnReview(ctx, row),
      conflict: barred.has(row.id),
      /** Of a body that was suspended or withdrawn: it may go back, and is not published. */
      suspended: status !== "verified",
    }));
    const last = rows.length > input.limit ? rows[input.limit - 1]?.posting : undefined;
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: last ? `${(last.submittedAt ?? last.updatedAt).toISOString()}~${last.id}` : null,
    };
    return page;
  },
});
