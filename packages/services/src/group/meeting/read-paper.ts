import { meetingPaperRefSchema } from "@lilink/contract";
import { meetingPaper } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { PaperKind, PaperType } from "@lilink/model/meeting";
import { eq } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { noteView } from "./load-meeting.ts";

/** A printed paper's bytes for whoever sits in the meeting; that it was given out is noted first. [ME5] */
export const readPaper = defineQuery({
  name: "meeting.paper",
  input: meetingPaperRefSchema,
  authorize: { action: "meeting.read" },
  run: async (ctx, { publicId }) => {
    const [row] = await ctx.db
      .select({
        meetingId: meetingPaper.meetingId,
        fileId: meetingPaper.fileId,
        sha256: meetingPaper.sha256,
        kind: meetingPaper.kind,
        locale: meetingPaper.locale,
        madeAt: meetingPaper.madeAt,
        type: meetingPaper.type,
      })
      .from(meetingPaper)
      .where(eq(meetingPaper.publicId, publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    await noteView(ctx, row.meetingId, `${row.kind}.${row.type}`);
    const bytes = await ctx.files.read(row.fileId, row.sha256);
    if (!bytes) throw new LilinkError("NOT_FOUND");
    return {
      bytes,
      kind: row.kind as PaperKind,
      type: row.type as PaperType,
      locale: row.locale,
      madeAt: row.madeAt,
    };
  },
});
