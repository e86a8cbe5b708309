import { writeMessageSchema } from "@lilink/contract";
import { attachment, introductionMessage } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, inArray } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { listPresent } from "./list-advisers-of.ts";
import { loadOwnSide, requireOpen } from "./load-own-side.ts";
import { findOwnContact } from "./own-contact.ts";
import { announceOwn, otherSide, tellSide } from "./tell-side.ts";

/** Writes into the thread of an accepted introduction, with files that were uploaded for it. */
export const writeMessage = defineMutation({
  name: "introduction.write",
  input: writeMessageSchema,
  authorize: { action: "introduction.write" },
  run: async (ctx, input) => {
    const { row, side } = await loadOwnSide(ctx, input.publicId);
    requireOpen(row);
    const author = await findOwnContact(ctx);
    if (!author) throw new LilinkError("FORBIDDEN", { action: "introduction.write" });
    const id = ctx.newId();
    await ctx.db.insert(introductionMessage).values({
      id,
      introductionId: row.id,
      organizationId: requireOwn(ctx),
      side,
      personId: personOf(ctx.actor),
      personName: author.name,
      body: input.body,
      files: await readFiles(ctx, row.id, input.files),
      createdAt: ctx.now,
    });
    await tellSide(ctx, row, otherSide(side), "introduction.message", id);
    for (const { personId } of await listPresent(ctx, row.id))
      await ctx.enqueue("notice.deliver", {
        kind: "engagement.message",
        causeKey: id,
        path: `/clients/introductions/${row.publicId}`,
        params: {},
        introductionId: row.id,
        personId,
      });
    await announceOwn(ctx, row.id);
    return { id };
  },
  audit: (input, output) => ({
    subjectKind: "introduction",
    subjectId: output.id,
    detail: { files: input.files.length },
  }),
});

/** Files that were uploaded for an introduction, by their names. */
export async function readFiles(ctx: Context, introductionId: string, publicIds: readonly string[]) {
  if (publicIds.length === 0) return [];
  const files = await ctx.db
    .select({
      publicId: attachment.publicId,
      name: attachment.name,
      size: attachment.size,
      type: attachment.type,
    })
    .from(attachment)
    .where(and(eq(attachment.introductionId, introductionId), inArray(attachment.publicId, [...publicIds])));
  if (files.length !== new Set(publicIds).size) throw new LilinkError("NOT_FOUND", { field: "files" });
  return files;
}
