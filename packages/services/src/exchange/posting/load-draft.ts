import { faultsOfDraft, postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import {
  advisedDraft,
  organization,
  person,
  postingDraft,
  postingReview,
  postingVersion,
} from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { compareContents, compareLevels } from "@lilink/model/posting";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findHeadState, loadPostingRow, ownOrAdvised, type PostingRow } from "./load-posting-row.ts";
import { listOwnFiles } from "./own-files.ts";
import { goesWithClaim } from "./with-claim.ts";

/** What the form needs: everything typed, its revision, what is missing, and what the last review asked for. */
export const loadDraft = defineQuery({
  name: "posting.loadDraft",
  input: postingRefSchema,
  rest: { tag: "postings", method: "GET", path: "/postings/{publicId}/draft", output: shape.draft },
  authorize: { action: "posting.readOwn", resource: ownOrAdvised },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const [draft] = await ctx.db
      .select({
        content: postingDraft.content,
        levels: postingDraft.levels,
        revision: postingDraft.revision,
        updatedAt: postingDraft.updatedAt,
        updatedBy: person.name,
      })
      .from(postingDraft)
      .leftJoin(person, eq(person.id, postingDraft.updatedBy))
      .where(eq(postingDraft.postingId, row.id));
    if (!draft) throw new LilinkError("NOT_FOUND");
    const [own] = await ctx.db
      .select({ publicId: organization.publicId, name: organization.nameZh, nameEn: organization.nameEn })
      .from(organization)
      .where(eq(organization.id, row.organizationId));
    if (!own) throw new LilinkError("NOT_FOUND");
    const [review] = await ctx.db
      .select({
        decision: postingReview.decision,
        failedCriteria: postingReview.failedCriteria,
        reason: postingReview.reason,
        reviewedAt: postingReview.reviewedAt,
      })
      .from(postingReview)
      .where(eq(postingReview.postingId, row.id))
      .orderBy(desc(postingReview.reviewedAt), desc(postingReview.id))
      .limit(1);
    return {
      publicId: row.publicId,
      kind: row.kind,
      state: row.state,
      version: row.version,
      liveVersion: row.liveVersion,
      live: (await findHeadState(ctx, row.id)) === "published",
      validDays: row.validDays,
      validUntil: row.validUntil,
      ...draft,
      files: await listOwnFiles(ctx, row.id),
      identity: { publicId: own.publicId, name: own.name, nameEn: own.nameEn ?? undefined },
      missing: faultsOfDraft(row.kind, draft.content, draft.levels, toShanghaiDate(ctx.now)),
      changed: await differsFromVersion(ctx, row, draft),
      /** Whether it may be handed in before its body is verified. [PO23] */
      withClaim: await goesWithClaim(ctx, row),
      prepared: await findPrepared(ctx, row.id),
      review: row.state === "returned" ? (review ?? null) : null,
    };
  },
});

/** Who prepared a draft for its owner, and whether it was handed over. [AV4] */
async function findPrepared(ctx: Context, postingId: string) {
  const [row] = await ctx.db
    .select({
      name: advisedDraft.adviserName,
      body: { publicId: organization.publicId, nameZh: organization.nameZh, nameEn: organization.nameEn },
      handedAt: advisedDraft.handedAt,
    })
    .from(advisedDraft)
    .innerJoin(organization, eq(organization.id, advisedDraft.adviserOrg))
    .where(eq(advisedDraft.postingId, postingId));
  return row ?? null;
}

type Draft = Pick<typeof postingDraft.$inferSelect, "content" | "levels">;

async function differsFromVersion(ctx: Context, row: PostingRow, draft: Draft): Promise<boolean> {
  const [kept] = await ctx.db
    .select({ content: postingVersion.content, levels: postingVersion.levels })
    .from(postingVersion)
    .where(and(eq(postingVersion.postingId, row.id), eq(postingVersion.version, row.version)));
  if (!kept) return true;
  return compareContents(kept.content, draft.content).length > 0 || compareLevels(kept, draft).length > 0;
}
