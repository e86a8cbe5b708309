import { createHash } from "node:crypto";
import { jobPayloads } from "@lilink/contract";
import { meeting, meetingPaper } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { type MeetingState, type PaperKind, type PaperType, paperTypes } from "@lilink/model/meeting";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readItems, readSeats, readViews } from "./load-meeting.ts";
import type { MeetingSnapshot } from "./snapshot.ts";

/** All that a paper of a meeting is made of. */
export type MeetingPapers = {
  readonly kind: PaperKind;
  readonly madeAt: Date;
  readonly title: string;
  readonly heldAt: Date;
  readonly venue: string | null;
  readonly state: MeetingState;
  readonly minutes: string | null;
  readonly snapshot: MeetingSnapshot;
  readonly items: Awaited<ReturnType<typeof readItems>>;
  readonly seats: Awaited<ReturnType<typeof readSeats>>;
  readonly views: Awaited<ReturnType<typeof readViews>>;
};

/** Makes the bytes of a paper; the worker brings it, so that this package prints nothing itself. */
export type MeetingPress = (
  papers: MeetingPapers,
  locale: "zh-CN" | "en",
  type: PaperType,
) => Promise<Uint8Array>;

/** Prints a paper in both languages and both forms, once; printing it again replaces it as a whole. [ME6] */
export function printMeeting(press: MeetingPress) {
  return defineMutation({
    name: "meeting.print",
    input: jobPayloads["meeting.print"],
    authorize: { action: "meeting.print" },
    run: async (ctx, { meetingId, kind }) => {
      const papers = await readPapers(ctx, meetingId, kind);
      await ctx.db
        .delete(meetingPaper)
        .where(and(eq(meetingPaper.meetingId, meetingId), eq(meetingPaper.kind, kind)));
      for (const locale of ["zh-CN", "en"] as const)
        for (const type of paperTypes) {
          const bytes = await press(papers, locale, type);
          const fileId = ctx.newId();
          await ctx.files.write(fileId, bytes);
          await ctx.db.insert(meetingPaper).values({
            id: ctx.newId(),
            publicId: ctx.newPublicId(),
            meetingId,
            kind,
            locale,
            type,
            fileId,
            size: bytes.byteLength,
            sha256: createHash("sha256").update(bytes).digest("hex"),
            madeAt: ctx.now,
          });
        }
      return { id: meetingId };
    },
    audit: ({ kind }, { id }) => ({ subjectKind: "meeting", subjectId: id, detail: { kind } }),
  });
}

async function readPapers(ctx: Context, meetingId: string, kind: PaperKind): Promise<MeetingPapers> {
  const [row] = await ctx.db.select().from(meeting).where(eq(meeting.id, meetingId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return {
    kind,
    madeAt: ctx.now,
    title: row.title,
    heldAt: row.heldAt,
    venue: row.venue,
    state: row.state as MeetingState,
    minutes: row.minutes,
    snapshot: row.snapshot as MeetingSnapshot,
    items: await readItems(ctx, meetingId),
    seats: await readSeats(ctx, meetingId),
    views: await readViews(ctx, meetingId),
  };
}
