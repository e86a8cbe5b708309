import { pageInput, postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { organization, postingUseAcceptance } from "@lilink/db/schema";
import { and, desc, eq, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { loadOwnRow, ownPosting } from "../posting/load-posting-row.ts";

/** Who accepted terms of an own posting, the newest first; also of earlier versions and of terms that were removed. [US5] */
export const listAcceptances = defineQuery({
  name: "use.acceptances",
  input: postingRefSchema.extend(pageInput.shape),
  rest: {
    tag: "postings",
    method: "GET",
    path: "/postings/{publicId}/use/acceptances",
    output: shape.pageOf(shape.useAcceptance),
  },
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, { publicId, cursor, limit }) => {
    const { id } = await loadOwnRow(ctx, publicId);
    const after = cursor ? readKeyCursor(cursor) : null;
    const key = sql<string>`${postingUseAcceptance.version} || ' ' || ${postingUseAcceptance.organizationId}`;
    const rows = await ctx.db
      .select({
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
        },
        version: postingUseAcceptance.version,
        acceptedAt: postingUseAcceptance.acceptedAt,
        agreement: postingUseAcceptance.agreement,
        key,
      })
      .from(postingUseAcceptance)
      .innerJoin(organization, eq(organization.id, postingUseAcceptance.organizationId))
      .where(
        and(
          eq(postingUseAcceptance.postingId, id),
          after
            ? sql`(${postingUseAcceptance.acceptedAt}, ${key}) < (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(desc(postingUseAcceptance.acceptedAt), desc(key))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => [row.acceptedAt.toISOString(), row.key],
      ({ key: _inside, ...row }) => row,
    );
  },
});
