import { postingRefSchema } from "@lilink/contract";
import { person, postingReview, postingVersion } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { compareContents, compareLevels } from "@lilink/model/posting";
import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { loadOwnRow, ownPosting } from "./load-posting-row.ts";

const versionNumber = z.number().int().min(1);

/** Every version that was submitted, newest first, with what the review said of it. Own postings only. */
export const listVersions = defineQuery({
  name: "posting.versions",
  input: postingRefSchema,
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadOwnRow(ctx, input.publicId);
    const versions = await ctx.db
      .select({
        version: postingVersion.version,
        changeNote: postingVersion.changeNote,
        submittedAt: postingVersion.submittedAt,
        submittedBy: person.name,
      })
      .from(postingVersion)
      .leftJoin(person, eq(person.id, postingVersion.submittedBy))
      .where(eq(postingVersion.postingId, row.id))
      .orderBy(desc(postingVersion.version));
    const decisions = await ctx.db
      .select({
        version: postingReview.version,
        decision: postingReview.decision,
        failedCriteria: postingReview.failedCriteria,
        reason: postingReview.reason,
        reviewedAt: postingReview.reviewedAt,
      })
      .from(postingReview)
      .where(eq(postingReview.postingId, row.id))
      .orderBy(desc(postingReview.reviewedAt), desc(postingReview.id));
    return {
      publicId: row.publicId,
      title: row.title,
      kind: row.kind,
      state: row.state,
      liveVersion: row.liveVersion,
      versions: versions.map((version) => ({
        ...version,
        decision: decisions.find((decision) => decision.version === version.version) ?? null,
      })),
    };
  },
});

/** One version as it was submitted. Own postings only. */
export const loadVersion = defineQuery({
  name: "posting.version",
  input: postingRefSchema.extend({ version: versionNumber }),
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadOwnRow(ctx, input.publicId);
    const [version] = await ctx.db
      .select({
        version: postingVersion.version,
        content: postingVersion.content,
        levels: postingVersion.levels,
        changeNote: postingVersion.changeNote,
        submittedAt: postingVersion.submittedAt,
      })
      .from(postingVersion)
      .where(and(eq(postingVersion.postingId, row.id), eq(postingVersion.version, input.version)));
    if (!version) throw new LilinkError("NOT_FOUND");
    return { kind: row.kind, ...version };
  },
});

/** What differs between two versions, field by field, and whose level changed. Own postings only. */
export const compareVersions = defineQuery({
  name: "posting.compare",
  input: postingRefSchema.extend({ before: versionNumber, after: versionNumber }),
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadOwnRow(ctx, input.publicId);
    const versions = await ctx.db
      .select({
        version: postingVersion.version,
        content: postingVersion.content,
        levels: postingVersion.levels,
      })
      .from(postingVersion)
      .where(
        and(
          eq(postingVersion.postingId, row.id),
          inArray(postingVersion.version, [input.before, input.after]),
        ),
      );
    const before = versions.find((version) => version.version === input.before);
    const after = versions.find((version) => version.version === input.after);
    if (!before || !after) throw new LilinkError("NOT_FOUND");
    return {
      before: input.before,
      after: input.after,
      changes: compareContents(before.content, after.content),
      levels: compareLevels(before, after),
    };
  },
});
