import { attachment } from "@lilink/db/schema";
import type { PostingFile } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The files that were uploaded for a posting and that the actor may see: for its owner, all. */
export function listOwnFiles(ctx: Context, postingId: string): Promise<PostingFile[]> {
  return ctx.db
    .select({
      publicId: attachment.publicId,
      name: attachment.name,
      size: attachment.size,
      type: attachment.type,
    })
    .from(attachment)
    .where(eq(attachment.postingId, postingId))
    .orderBy(attachment.createdAt, attachment.id);
}
