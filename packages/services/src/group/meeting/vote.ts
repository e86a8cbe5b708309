import { ballotSchema, publicIdSchema, voteOpenSchema } from "@lilink/contract";
import {
  meeting,
  meetingBallot,
  meetingItem,
  meetingSeat,
  meetingVote,
  organization,
} from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type BallotChoice, countVote, type VotedRegister, type VoteMajority } from "@lilink/model/meeting";
import { personOf } from "@lilink/model/policy";
import { registerOf } from "@lilink/model/register";
import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { requireItem, requireMeeting } from "./meeting-row.ts";
import { requireWaiting, settleVoted } from "./settle-voted.ts";

const mandates = registerOf("mandate");
const seats = registerOf("seat");
const audit = (_input: unknown, { id }: { readonly id: string }) => ({
  subjectKind: "meeting_vote",
  subjectId: id,
});

type Mandate = {
  readonly publicId: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly quorum: number;
  readonly majority: VoteMajority;
};

/** The mandate in force on a day; of several the one that was adopted last. */
export async function findMandate(ctx: Context, on: string): Promise<Mandate | null> {
  const { rows } = await ctx.db.execute<Mandate>(
    sql`select h.public_id as "publicId", v.title_zh as zh, v.title_en as en, v.quorum, v.majority
      from ${headOf(mandates)} h join ${versionOf(mandates)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.valid_from <= ${on} and (v.valid_to is null or v.valid_to >= ${on}) order by v.adopted_on desc, h.id desc limit 1`,
  );
  return rows[0] ?? null;
}

/** Puts a question to the seats in their term, by the rule of the mandate in force. The database recuses whoever has a conflict. [VO1] [VO3] */
export const openVote = defineMutation({
  name: "meeting.openVote",
  input: voteOpenSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, position, question, about, settles }) => {
    const { id: meetingId } = await requireMeeting(ctx, publicId, "decide");
    const itemId = await requireItem(ctx, meetingId, position);
    const on = toShanghaiDate(ctx.now);
    const rule = await findMandate(ctx, on);
    if (!rule) throw toInputError([{ field: "question", rule: "noMandate" }]);
    const voted = settles ? await requireWaiting(ctx, settles) : null;
    const [id, vote] = [ctx.newId(), ctx.newPublicId()];
    const { quorum, majority, ...mandate } = rule;
    await ctx.db.insert(meetingVote).values({
      id,
      publicId: vote,
      itemId,
      question,
      aboutOrganizationId: about === undefined ? null : await requireBody(ctx, about),
      ...(voted && { register: voted.register, record: voted.publicId }),
      mandate,
      quorum,
      majority,
      openedAt: ctx.now,
    });
    const listed = await ctx.db.execute(
      sql`insert into ${meetingBallot} (vote_id, seat, name_zh)
        select ${id}, h.public_id, coalesce(v.name_zh, '') from ${headOf(seats)} h
          join ${versionOf(seats)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
        where v.role <> 'observer' and ${on} between v.term_from and v.term_to returning seat`,
    );
    if (listed.rows.length === 0) throw toInputError([{ field: "question", rule: "noSeats" }]);
    // Whoever is asked sits in the meeting: a body cannot answer what it does not see.
    await ctx.db.execute(
      sql`insert into ${meetingSeat} (meeting_id, organization_id)
        select distinct ${meetingId}::uuid, b.organization_id from ${meetingBallot} b where b.vote_id = ${id} and b.organization_id is not null
        on conflict do nothing`,
    );
    return { id, publicId: vote };
  },
  audit,
});

async function requireBody(ctx: Context, publicId: string): Promise<string> {
  const [body] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.publicId, publicId));
  if (!body) throw toInputError([{ field: "about", rule: "notInList" }]);
  return body.id;
}

/**
 * What a seat says: by a person of its body, or told to the secretariat in the room. Until the vote is closed a seat may say something
 * else; whoever is recused stays recused. [VO2]
 */
export const castBallot = defineMutation({
  name: "meeting.castBallot",
  input: ballotSchema,
  authorize: { action: "meeting.cast" },
  run: async (ctx, { publicId, seat, choice, reason, deputy }) => {
    const why = reason?.trim() || null;
    if (choice === "recused" && why === null) throw toInputError([{ field: "reason", rule: "required" }]);
    const { id } = await requireOpen(ctx, publicId);
    const [cast] = await ctx.db
      .update(meetingBallot)
      .set({
        choice,
        reason: choice === "recused" ? why : null,
        byDeputy: deputy,
        castBy: personOf(ctx.actor),
        castAt: ctx.now,
      })
      .where(
        and(
          eq(meetingBallot.voteId, id),
          eq(meetingBallot.seat, seat),
          or(isNull(meetingBallot.choice), ne(meetingBallot.choice, "recused")),
        ),
      )
      .returning({ seat: meetingBallot.seat });
    if (!cast) throw await toRefusal(ctx, id, seat);
    return { id };
  },
  audit: ({ seat, choice }, { id }) => ({
    subjectKind: "meeting_vote",
    subjectId: id,
    detail: { seat, choice },
  }),
});

/** A recused seat is told so; a seat of another body is not there. */
async function toRefusal(ctx: Context, voteId: string, seat: string): Promise<LilinkError> {
  const [row] = await ctx.db
    .select({ choice: meetingBallot.choice })
    .from(meetingBallot)
    .where(and(eq(meetingBallot.voteId, voteId), eq(meetingBallot.seat, seat)));
  return new LilinkError(row?.choice === "recused" ? "CONFLICT_OF_INTEREST" : "NOT_FOUND");
}

/** Counts the ballots; nothing is said afterwards. [VO4] */
export const closeVote = defineMutation({
  name: "meeting.closeVote",
  input: z.object({ publicId: publicIdSchema }),
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId }) => {
    const { id, quorum, majority, register, record, title } = await requireOpen(ctx, publicId);
    const ballots = await ctx.db
      .select({ choice: meetingBallot.choice })
      .from(meetingBallot)
      .where(eq(meetingBallot.voteId, id));
    const { outcome, ...count } = countVote(
      ballots.map(({ choice }) => choice as BallotChoice | null),
      { quorum, majority: majority as VoteMajority },
    );
    await ctx.db.update(meetingVote).set({ closedAt: ctx.now, outcome }).where(eq(meetingVote.id, id));
    if (record)
      await settleVoted(
        ctx,
        { register: (register ?? "weakLink") as VotedRegister, publicId: record },
        { outcome, meeting: title, on: toShanghaiDate(ctx.now), count },
      );
    return { id, outcome };
  },
  audit: (_input, { id, outcome }) => ({ subjectKind: "meeting_vote", subjectId: id, detail: { outcome } }),
});

/** An open vote of a meeting in session. Whoever says something and whoever closes it wait for each other. */
async function requireOpen(ctx: Context, publicId: string) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`vote:${publicId}`}))`);
  const [row] = await ctx.db
    .select({
      id: meetingVote.id,
      quorum: meetingVote.quorum,
      majority: meetingVote.majority,
      closedAt: meetingVote.closedAt,
      state: meeting.state,
      title: meeting.title,
      register: meetingVote.register,
      record: meetingVote.record,
    })
    .from(meetingVote)
    .innerJoin(meetingItem, eq(meetingItem.id, meetingVote.itemId))
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .where(eq(meetingVote.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  if (row.closedAt !== null || row.state !== "held") throw new LilinkError("WRONG_STATE");
  return row;
}
