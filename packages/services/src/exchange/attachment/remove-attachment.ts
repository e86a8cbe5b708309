import { fileRefSchema } from "@lilink/contract";
import { attachment, organization, posting, postingPart } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { destroyFile } from "./destroy-file.ts";

/** Destroys a file of an own draft or the own logo. One that a submitted version carries stays: versions are kept whole. */
export const removeAttachment = defineMutation({
  name: "attachment.remove",
  input: fileRefSchema,
  authorize: { action: "attachment.write", resource: () => ({ owner: true }) },
  run: async (ctx, input) => {
    const own = organizationOf(ctx.actor);
    if (!own) throw new LilinkError("NOT_FOUND");
    const [body] = await ctx.db
      .select({ logo: organization.logo })
      .from(organization)
      .where(eq(organization.id, own));
    if (body?.logo === input.publicId) {
      ctx.require("organization.edit", { owner: true });
      await ctx.db
        .update(organization)
        .set({ logo: null, updatedAt: ctx.now })
        .where(eq(organization.id, own));
      return { id: await destroyFile(ctx, input.publicId), removed: true };
    }
    const [row] = await ctx.db
      .select({ id: attachment.id, postingId: attachment.postingId })
      .from(attachment)
      .innerJoin(posting, eq(posting.id, attachment.postingId))
      .where(and(eq(attachment.publicId, input.publicId), eq(posting.organizationId, own)));
    if (!row?.postingId) throw new LilinkError("NOT_FOUND");
    ctx.require("posting.draft", { owner: true });
    const carried = await ctx.db
      .select({ version: postingPart.version })
      .from(postingPart)
      .where(
        and(
          eq(postingPart.postingId, row.postingId),
          sql`${postingPart.fields} -> 'attachments' @> ${JSON.stringify([{ publicId: input.publicId }])}::jsonb`,
        ),
      )
      .limit(1);
    if (carried.length > 0) return { id: row.id, removed: false };
    await destroyFile(ctx, input.publicId);
    return { id: row.id, removed: true };
  },
  audit: (_input, output) => (output.removed ? { subjectKind: "attachment", subjectId: output.id } : null),
});
