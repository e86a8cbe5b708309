import { meetingRefSchema } from "@lilink/contract";
import {
  duty,
  dutyItem,
  meeting,
  meetingDecision,
  meetingItem,
  meetingPaper,
  meetingSeat,
  meetingView,
  meetingVote,
  organization,
} from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { MeetingState, PaperKind, PaperType } from "@lilink/model/meeting";
import { can, isOfficer, organizationOf, personOf } from "@lilink/model/policy";
import { asc, desc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKept } from "./read-kept.ts";
import { readVotes } from "./read-votes.ts";
import type { MeetingSnapshot } from "./snapshot.ts";

/** What is shown of a body that sits in a meeting or owns a decision. */
const body = { publicId: organization.publicId, nameZh: organization.nameZh, nameEn: organization.nameEn };

/** A meeting with its agenda, decisions, papers and the board as it stood. Each look is noted. [ME4], [ME5] */
export const loadMeeting = defineQuery({
  name: "meeting.load",
  input: meetingRefSchema,
  authorize: { action: "meeting.read" },
  run: async (ctx, { publicId }) => {
    const [row] = await ctx.db.select().from(meeting).where(eq(meeting.publicId, publicId));
    if (!row) throw new LilinkError("NOT_FOUND");
    await noteView(ctx, row.id, "page");
    const { board: _board, ...snapshot } = row.snapshot as MeetingSnapshot;
    const officer = isOfficer(ctx.actor);
    return {
      publicId: row.publicId,
      title: row.title,
      heldAt: row.heldAt,
      venue: row.venue,
      state: row.state as MeetingState,
      minutes: officer || row.state === "closed" ? row.minutes : null,
      reason: row.reason,
      closedAt: row.closedAt,
      snapshot,
      mayKeep: can(ctx.actor, "meeting.keep"),
      items: await readItems(ctx, row.id),
      seats: officer ? await readSeats(ctx, row.id) : [],
      kept: await readKept(ctx, row.id),
      papers: await readPapers(ctx, row.id),
      views: officer ? await readViews(ctx, row.id) : [],
    };
  },
});

/** Who was shown what: written before it is shown. [ME5] */
export async function noteView(ctx: Context, meetingId: string, what: string): Promise<void> {
  await ctx.db.insert(meetingView).values({
    id: ctx.newId(),
    meetingId,
    organizationId: organizationOf(ctx.actor),
    personId: personOf(ctx.actor),
    what,
    at: ctx.now,
  });
}

/** The agenda in order, each point with its votes and decisions. */
export async function readItems(ctx: Context, meetingId: string) {
  const items = await ctx.db
    .select({
      position: meetingItem.position,
      goal: meetingItem.goal,
      title: meetingItem.title,
      notes: meetingItem.notes,
      /** Of a point that the clock added: what is overdue and where it stands. */
      duty: {
        path: duty.path,
        titleZh: duty.titleZh,
        titleEn: duty.titleEn,
        dueAt: duty.dueAt,
        endedAt: duty.endedAt,
      },
    })
    .from(meetingItem)
    .leftJoin(dutyItem, eq(dutyItem.itemId, meetingItem.id))
    .leftJoin(duty, eq(duty.id, dutyItem.dutyId))
    .where(eq(meetingItem.meetingId, meetingId))
    .orderBy(asc(meetingItem.position));
  const decisions = await ctx.db
    .select({
      position: meetingItem.position,
      publicId: meetingDecision.publicId,
      text: meetingDecision.text,
      dueOn: meetingDecision.dueOn,
      version: meetingDecision.version,
      doneAt: meetingDecision.doneAt,
      doneNote: meetingDecision.doneNote,
      withdrawnReason: meetingDecision.withdrawnReason,
      owner: body,
      /** The vote that carried it. */
      vote: meetingVote.publicId,
    })
    .from(meetingDecision)
    .leftJoin(meetingVote, eq(meetingVote.id, meetingDecision.voteId))
    .innerJoin(meetingItem, eq(meetingItem.id, meetingDecision.itemId))
    .innerJoin(organization, eq(organization.id, meetingDecision.ownerOrganizationId))
    .where(eq(meetingItem.meetingId, meetingId))
    .orderBy(asc(meetingDecision.createdAt), asc(meetingDecision.id));
  const votes = await readVotes(ctx, meetingId);
  return items.map((item) => ({
    ...item,
    votes: votes
      .filter(({ position }) => position === item.position)
      .map(({ position: _position, ...vote }) => vote),
    decisions: decisions
      .filter(({ position }) => position === item.position)
      .map(({ position: _position, ...decision }) => decision),
  }));
}

export async function readSeats(ctx: Context, meetingId: string) {
  return ctx.db
    .select(body)
    .from(meetingSeat)
    .innerJoin(organization, eq(organization.id, meetingSeat.organizationId))
    .where(eq(meetingSeat.meetingId, meetingId))
    .orderBy(asc(organization.nameZh));
}

async function readPapers(ctx: Context, meetingId: string) {
  return ctx.db
    .select({
      publicId: meetingPaper.publicId,
      kind: sql<PaperKind>`${meetingPaper.kind}`,
      locale: sql<"zh-CN" | "en">`${meetingPaper.locale}`,
      type: sql<PaperType>`${meetingPaper.type}`,
      size: meetingPaper.size,
      madeAt: meetingPaper.madeAt,
    })
    .from(meetingPaper)
    .where(eq(meetingPaper.meetingId, meetingId))
    .orderBy(asc(meetingPaper.kind), desc(meetingPaper.locale), asc(meetingPaper.type));
}

/** By organization and thing shown, never by person: when first, when last, how often. */
export async function readViews(ctx: Context, meetingId: string) {
  return ctx.db
    .select({
      organization: body,
      what: meetingView.what,
      first: sql<Date>`min(${meetingView.at})`.mapWith(meetingView.at),
      last: sql<Date>`max(${meetingView.at})`.mapWith(meetingView.at),
      times: sql<number>`count(*)::int`,
    })
    .from(meetingView)
    .innerJoin(organization, eq(organization.id, meetingView.organizationId))
    .where(eq(meetingView.meetingId, meetingId))
    .groupBy(organization.publicId, organization.nameZh, organization.nameEn, meetingView.what)
    .orderBy(asc(organization.nameZh), asc(meetingView.what));
}
