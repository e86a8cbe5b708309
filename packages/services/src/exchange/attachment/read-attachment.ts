import { fileRefSchema } from "@lilink/contract";
import { attachment, posting, postingPart } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf } from "@lilink/model/policy";
import { narrownessOf } from "@lilink/model/posting";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { writeEntry } from "../../kernel/write-entry.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";

/** A file's bytes for whoever row security lets through; what a partner or officer reads is logged first. */
export const readAttachment = defineQuery({
  name: "attachment.read",
  input: fileRefSchema,
  authorize: { action: "attachment.read" },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .select({
        id: attachment.id,
        postingId: attachment.postingId,
        claimId: attachment.claimId,
        name: attachment.name,
        type: attachment.type,
        sha256: attachment.sha256,
      })
      .from(attachment)
      .where(eq(attachment.publicId, input.publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    if (row.postingId) await logReading(ctx, row.postingId, input.publicId);
    // A proof is for the officers' eyes; which of them looked, and when, stays in the log of the secretariat.
    if (row.claimId && isOfficer(ctx.actor)) {
      await writeEntry(ctx, "attachment.read", { subjectKind: "attachment", subjectId: row.id });
    }
    const bytes = await ctx.files.read(row.id, row.sha256);
    if (!bytes) throw new LilinkError("NOT_FOUND");
    return { name: row.name, type: row.type, bytes };
  },
});

async function logReading(ctx: Context, postingId: string, publicId: string): Promise<void> {
  const [own] = await ctx.db
    .select({ organizationId: posting.organizationId })
    .from(posting)
    .where(eq(posting.id, postingId));
  if (own && own.organizationId === organizationOf(ctx.actor)) return;
  const holders = await ctx.db
    .select({ version: postingPart.version, level: postingPart.level })
    .from(postingPart)
    .where(
      and(
        eq(postingPart.postingId, postingId),
        sql`${postingPart.fields} -> 'attachments' @> ${JSON.stringify([{ publicId }])}::jsonb`,
      ),
    );
  const [widest] = holders.sort((a, b) => narrownessOf(a.level) - narrownessOf(b.level));
  if (widest && narrownessOf(widest.level) > narrownessOf("member")) {
    await logDisclosure(
      ctx,
      { id: postingId, version: widest.version, levels: [widest.level] },
      "attachment",
    );
  }
}
