import { attachment } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Destroys a file of the actor's organization with its row; row security keeps those of others. Answers its id, or null. */
export async function destroyFile(ctx: Context, publicId: string): Promise<string | null> {
  const [gone] = await ctx.db
    .delete(attachment)
    .where(eq(attachment.publicId, publicId))
    .returning({ id: attachment.id });
  if (!gone) return null;
  await ctx.files.remove(gone.id);
  return gone.id;
}
