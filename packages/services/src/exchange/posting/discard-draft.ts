import { postingRefSchema } from "@lilink/contract";
import { attachment, posting, postingDraft, postingVersion } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { fallbackState } from "@lilink/model/posting";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findHeadState, loadPostingRow, ownPosting, type PostingRow } from "./load-posting-row.ts";
import { movePosting } from "./move-posting.ts";

/** Gives up what was typed since the live or last version; a posting that was never submitted goes altogether. */
export const discardDraft = defineMutation({
  name: "posting.discardDraft",
  input: postingRefSchema,
  rest: {
    tag: "postings",
    method: "DELETE",
    path: "/postings/{publicId}/draft",
    output: z.object({ deleted: z.boolean() }),
  },
  authorize: { action: "posting.draft", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    if (row.version === 0) {
      await deletePosting(ctx, row);
      return { id: row.id, deleted: true };
    }
    const head = await findHeadState(ctx, row.id);
    await restoreVersion(ctx, row, head === "published" ? (row.liveVersion ?? row.version) : row.version);
    if (row.state === "returned") await movePosting(ctx, row, "discard", { to: fallbackState(head) });
    return { id: row.id, deleted: false };
  },
  audit: (_input, output) => ({
    subjectKind: "posting",
    subjectId: output.id,
    detail: { deleted: output.deleted },
  }),
});

async function deletePosting(ctx: Context, row: PostingRow): Promise<void> {
  const files = await ctx.db
    .select({ id: attachment.id })
    .from(attachment)
    .where(eq(attachment.postingId, row.id));
  const gone = await ctx.db
    .delete(posting)
    .where(and(eq(posting.id, row.id), eq(posting.version, 0)))
    .returning({ id: posting.id });
  if (gone.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
  for (const file of files) await ctx.files.remove(file.id);
}

async function restoreVersion(ctx: Context, row: PostingRow, version: number): Promise<void> {
  const [kept] = await ctx.db
    .select({ content: postingVersion.content, levels: postingVersion.levels })
    .from(postingVersion)
    .where(and(eq(postingVersion.postingId, row.id), eq(postingVersion.version, version)))
    .orderBy(desc(postingVersion.version));
  if (!kept) throw new LilinkError("NOT_FOUND");
  await ctx.db
    .update(postingDraft)
    .set({ ...kept, revision: sql`${postingDraft.revision} + 1`, updatedAt: ctx.now })
    .where(eq(postingDraft.postingId, row.id));
}
