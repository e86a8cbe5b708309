import { pageInput } from "@lilink/contract";
import { meeting, meetingDecision, meetingItem } from "@lilink/db/schema";
import type { MeetingState } from "@lilink/model/meeting";
import { can } from "@lilink/model/policy";
import { count, desc, eq, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";

/** The meetings that the reader keeps or sits in, the latest first. [ME4] */
export const listMeetings = defineQuery({
  name: "meeting.list",
  input: pageInput,
  authorize: { action: "meeting.read" },
  run: async (ctx, { cursor, limit }) => {
    const after = cursor ? readKeyCursor(cursor) : null;
    const rows = await ctx.db
      .select({
        id: meeting.id,
        publicId: meeting.publicId,
        title: meeting.title,
        heldAt: meeting.heldAt,
        venue: meeting.venue,
        state: sql<MeetingState>`${meeting.state}`,
        decisions: count(meetingDecision.id),
        openDecisions: sql<number>`(count(${meetingDecision.id}) filter (where ${meetingDecision.doneAt} is null
          and ${meetingDecision.withdrawnAt} is null))::int`,
      })
      .from(meeting)
      .leftJoin(meetingItem, eq(meetingItem.meetingId, meeting.id))
      .leftJoin(meetingDecision, eq(meetingDecision.itemId, meetingItem.id))
      .where(
        after
          ? sql`(${meeting.heldAt}, ${meeting.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      )
      .groupBy(meeting.id)
      .orderBy(desc(meeting.heldAt), desc(meeting.id))
      .limit(limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => [row.heldAt.toISOString(), row.id],
      ({ id: _id, ...row }) => row,
    );
    return { ...page, mayCall: can(ctx.actor, "meeting.keep") };
  },
});
