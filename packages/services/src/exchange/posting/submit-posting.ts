import { faultsOfDraft, postingContentSchema, postingRefSchema } from "@lilink/contract";
import {
  organization,
  organizationProfile,
  posting,
  postingDraft,
  postingPart,
  postingVersion,
} from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { can, personOf } from "@lilink/model/policy";
import { findDoubts, postingMachine, toDoubtFaults } from "@lilink/model/posting";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { loadPostingRow, ownPosting } from "./load-posting-row.ts";
import { listOwnFiles } from "./own-files.ts";
import { toPartRows } from "./to-part-rows.ts";
import { goesWithClaim } from "./with-claim.ts";

/** A program that only writes is told which field tells too much, and not what the draft says. */
const mayRead = (ctx: Context) => can(ctx.actor, "posting.readOwn", { owner: true });
const unquoted = <T extends object>(doubt: T) => ({ ...doubt, quote: "…" });

/** For `authorize.resource`: whose it is, and whether it may go with the claim of a body that is not verified yet. */
async function ownAndFirst(ctx: Context, input: { readonly publicId: string }) {
  const resource = await ownPosting(ctx, input);
  if (!resource.owner || can(ctx.actor, "posting.submit", resource)) return resource;
  const row = await loadPostingRow(ctx, input.publicId);
  return { ...resource, withClaim: await goesWithClaim(ctx, row, { lock: true }) };
}

/** Checks the draft, freezes it as the next version and hands it to review. A live version stays as it is meanwhile. */
export const submitPosting = defineMutation({
  name: "posting.submit",
  input: postingRefSchema.extend({
    changeNote: z.string().trim().max(500, "tooLong").optional(),
    /** That what the texts tell was seen and is meant ([PO11]). */
    acknowledgeDoubts: z.boolean().optional(),
  }),
  rest: {
    tag: "postings",
    method: "POST",
    path: "/postings/{publicId}/submit",
    output: z.object({ version: z.int() }),
  },
  authorize: { action: "posting.submit", resource: ownAndFirst },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const [draft] = await ctx.db.select().from(postingDraft).where(eq(postingDraft.postingId, row.id));
    if (!draft) throw new LilinkError("NOT_FOUND");
    const faults = faultsOfDraft(row.kind, draft.content, draft.levels, toShanghaiDate(ctx.now));
    if (faults.length > 0) throw toInputError(faults);
    const content = postingContentSchema.parse(draft.content);
    const [own] = await ctx.db
      .select({
        publicId: organization.publicId,
        name: organization.nameZh,
        nameEn: organization.nameEn,
        links: organization.links,
        offers: organizationProfile.offers,
      })
      .from(organization)
      .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
      .where(eq(organization.id, row.organizationId));
    if (!own) throw new LilinkError("NOT_FOUND");
    const names = [own.name, ...(own.nameEn ? [own.nameEn] : [])];
    const doubts = input.acknowledgeDoubts ? [] : findDoubts(content, draft.levels, names, row.kind);
    if (doubts.length > 0) throw toInputError(toDoubtFaults(mayRead(ctx) ? doubts : doubts.map(unquoted)));
    const version = row.version + 1;
    const [moved] = await ctx.db
      .update(posting)
      .set({
        state: postingMachine.steps.submit.to,
        version,
        title: content.title,
        concept: content.concept,
        submittedAt: ctx.now,
        submittedBy: personOf(ctx.actor),
        updatedAt: ctx.now,
      })
      .where(
        and(
          eq(posting.id, row.id),
          eq(posting.version, row.version),
          standsFor(posting.state, postingMachine, "submit"),
        ),
      )
      .returning({ useVersion: posting.useVersion });
    if (!moved) throw new LilinkError("WRONG_STATE", { state: row.state });

    const carried = new Set(content.attachments);
    const files = (await listOwnFiles(ctx, row.id)).filter((file) => carried.has(file.publicId));
    await ctx.db.insert(postingVersion).values({
      postingId: row.id,
      version,
      organizationId: row.organizationId,
      content,
      levels: draft.levels,
      changeNote: input.changeNote ?? null,
      submittedBy: personOf(ctx.actor),
      submittedAt: ctx.now,
    });
    const rows = toPartRows({
      postingId: row.id,
      publicId: row.publicId,
      version,
      organizationId: row.organizationId,
      kind: row.kind,
      content,
      levels: draft.levels,
      // As it stands now that the row is held: terms that are set meanwhile wait and cover these parts too. [US2]
      useVersion: moved.useVersion,
      extra: {
        identity: { publicId: own.publicId, name: own.name, nameEn: own.nameEn ?? undefined },
        attachments: files,
      },
      owner: { links: own.links, offers: own.offers ?? [] },
    });
    await ctx.db
      .insert(postingPart)
      .values(rows.map((part) => ({ ...part, search: sql`to_tsvector('simple', ${part.search})` })));
    await ctx.enqueue("notice.deliver", {
      kind: "posting.submitted",
      causeKey: `${row.id}/${version}`,
      path: `/review/${row.publicId}`,
      params: { title: content.title },
      officers: true,
    });
    return { id: row.id, version };
  },
  audit: (_input, output) => ({
    subjectKind: "posting",
    subjectId: output.id,
    detail: { version: output.version },
  }),
});
