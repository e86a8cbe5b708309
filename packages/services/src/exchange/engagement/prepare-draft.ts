import { postingRefSchema, prepareDraftSchema } from "@lilink/contract";
import { advisedDraft } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq, isNull } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findOwnContact } from "../introduction/own-contact.ts";
import { addDraft, addPosting } from "../posting/create-posting.ts";
import { loadPostingRow } from "../posting/load-posting-row.ts";
import { loadEngagement, ownEngagement, requireHolding } from "./read-engagements.ts";

/** Opens a draft for a client. The adviser fills it in; the client alone hands it in or discards it. [AV4] */
export const prepareDraft = defineMutation({
  name: "engagement.draft",
  input: prepareDraftSchema,
  authorize: { action: "engagement.advise", resource: ownEngagement },
  run: async (ctx, { publicId, kind }) => {
    const row = await loadEngagement(ctx, publicId);
    await requireHolding(ctx, row, "draft");
    const self = await findOwnContact(ctx);
    const given = { organizationId: row.organizationId, kind, content: {}, levels: {}, validDays: 180 };
    const made = await addPosting(ctx, given);
    // The mark comes between the two: from it on, and by it alone, the adviser reads and writes the draft.
    await ctx.db.insert(advisedDraft).values({
      postingId: made.id,
      engagementId: row.id,
      organizationId: row.organizationId,
      adviserOrg: requireOwn(ctx),
      adviserName: self?.name ?? "",
      preparedAt: ctx.now,
    });
    await addDraft(ctx, made.id, given);
    return { ...made, client: row.organizationId };
  },
  audit: (_input, { id, client }) => ({ subjectKind: "posting", subjectId: id, forBody: client }),
});

/** Hands a draft over: from then on it is the client's alone, and the client is told. [AV4] */
export const handOverDraft = defineMutation({
  name: "engagement.handOver",
  input: postingRefSchema,
  authorize: {
    action: "engagement.advise",
    resource: async (ctx, { publicId }) => {
      if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
      const row = await loadPostingRow(ctx, publicId);
      return { owner: row.organizationId !== requireOwn(ctx) };
    },
  },
  run: async (ctx, { publicId }) => {
    const row = await loadPostingRow(ctx, publicId);
    const done = await ctx.db
      .update(advisedDraft)
      .set({ handedAt: ctx.now })
      .where(and(eq(advisedDraft.postingId, row.id), isNull(advisedDraft.handedAt)))
      .returning({ id: advisedDraft.postingId });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    await ctx.enqueue("notice.deliver", {
      kind: "engagement.drafted",
      causeKey: row.id,
      path: `/postings/${publicId}/edit`,
      params: { title: row.title },
      organizationId: row.organizationId,
    });
    return { id: row.id, client: row.organizationId };
  },
  audit: (_input, { id, client }) => ({ subjectKind: "posting", subjectId: id, forBody: client }),
});
