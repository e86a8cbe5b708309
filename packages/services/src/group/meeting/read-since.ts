import { figureRelease, meeting, meetingDecision, meetingItem } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { and, asc, desc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import type { MeetingSnapshot } from "./snapshot.ts";

/**
 * The last meeting that was held, among those that the reader keeps or sits in, with the board that lay before it and what
 * has come of it since; null without one. Whoever shows it compares it with the board of now. [BO5]
 */
export const readSince = defineQuery({
  name: "board.since",
  input: z.object({}),
  authorize: { action: "board.read" },
  run: async (ctx) => {
    const [last] = await ctx.db
      .select({
        id: meeting.id,
        publicId: meeting.publicId,
        title: meeting.title,
        heldAt: meeting.heldAt,
        snapshot: meeting.snapshot,
      })
      .from(meeting)
      .where(and(inArray(meeting.state, ["held", "closed"]), lte(meeting.heldAt, ctx.now)))
      .orderBy(desc(meeting.heldAt), desc(meeting.id))
      .limit(1);
    if (!last) return null;
    const then = last.snapshot as unknown as MeetingSnapshot;
    const seenAt = new Date(then.at);
    const [decisions] = await ctx.db
      .select({
        all: sql<number>`count(*)::int`,
        done: sql<number>`(count(*) filter (where ${meetingDecision.doneAt} is not null))::int`,
        overdue: sql<number>`(count(*) filter (where ${meetingDecision.doneAt} is null
          and ${meetingDecision.dueOn} < ${toShanghaiDate(ctx.now)}))::int`,
      })
      .from(meetingDecision)
      .innerJoin(meetingItem, eq(meetingItem.id, meetingDecision.itemId))
      .where(and(eq(meetingItem.meetingId, last.id), sql`${meetingDecision.withdrawnAt} is null`));
    const releases = await ctx.db
      .select({
        publicId: figureRelease.publicId,
        period: figureRelease.period,
        edition: figureRelease.edition,
        frozenAt: sql<Date>`${figureRelease.frozenAt}`.mapWith(figureRelease.frozenAt),
      })
      .from(figureRelease)
      .where(and(eq(figureRelease.state, "frozen"), gt(figureRelease.frozenAt, seenAt)))
      .orderBy(asc(figureRelease.frozenAt));
    const { postings, introductions, outcomes, organizations } = then.board;
    return {
      meeting: { publicId: last.publicId, title: last.title, heldAt: last.heldAt },
      seenAt,
      standings: then.standings.map(({ goal, status, now, parts }) => ({
        ...{ goal, status },
        now: now && { period: now.period, value: now.value },
        // The measure that leads now may have been another one then: figures of one measure alone compare.
        measures: parts.map(({ indicator, measure, now: own }) => ({
          ...{ indicator, measure },
          value: own?.value ?? null,
        })),
      })),
      board: { postings, introductions, outcomes, organizations },
      decisions: decisions ?? { all: 0, done: 0, overdue: 0 },
      releases,
    };
  },
});
