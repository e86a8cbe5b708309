import { jobPayloads } from "@lilink/contract";
import {
  attachment,
  batteryCapture,
  meetingPaper,
  recordImport,
  releasePaper,
  returnImport,
} from "@lilink/db/schema";
import { inArray, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

/** Bytes are written moments before their row; a week leaves room for any clock, backup and restore. */
const safeMilliseconds = 7 * 86_400_000;
const batchSize = 1000;

/** Destroys bytes that no row names: what an upload left behind that failed, or a file whose posting is gone ([PO10]). */
export const sweepFiles = defineMutation({
  name: "attachment.sweep",
  input: jobPayloads["attachment.sweep"],
  authorize: { action: "attachment.sweep" },
  run: async (ctx) => {
    let removed = 0;
    let batch: string[] = [];
    for await (const id of ctx.files.listOlder(new Date(ctx.now.getTime() - safeMilliseconds))) {
      batch.push(id);
      if (batch.length < batchSize) continue;
      removed += await removeUnnamed(ctx, batch);
      batch = [];
    }
    removed += await removeUnnamed(ctx, batch);
    return { removed };
  },
  audit: (_input, output) =>
    output.removed === 0 ? null : { subjectKind: "attachment", subjectId: null, detail: { ...output } },
});

async function removeUnnamed(ctx: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const attached = await ctx.db
    .select({ id: attachment.id })
    .from(attachment)
    .where(inArray(attachment.id, [...ids]));
  const imported = await Promise.all(
    [returnImport, recordImport, batteryCapture].map((table) =>
      ctx.db
        .select({ id: table.fileId, marked: table.markedFileId })
        .from(table)
        .where(or(inArray(table.fileId, [...ids]), inArray(table.markedFileId, [...ids]))),
    ),
  );
  const printed = await ctx.db
    .select({ id: meetingPaper.fileId })
    .from(meetingPaper)
    .where(inArray(meetingPaper.fileId, [...ids]));
  const released = await ctx.db
    .select({ id: releasePaper.fileId })
    .from(releasePaper)
    .where(inArray(releasePaper.fileId, [...ids]));
  const named = new Set([...attached, ...imported.flat(), ...printed, ...released].map(({ id }) => id));
  for (const { marked } of imported.flat()) if (marked !== null) named.add(marked);
  const unnamed = ids.filter((id) => !named.has(id));
  for (const id of unnamed) await ctx.files.remove(id);
  return unnamed.length;
}
