import { meetingBallot, meetingItem, meetingVote, organization } from "@lilink/db/schema";
import {
  type BallotChoice,
  type BallotConflict,
  countVote,
  type VotedRegister,
  type VoteMajority,
  type VoteOutcome,
  votedRegisters,
} from "@lilink/model/meeting";
import { isOfficer, organizationOf } from "@lilink/model/policy";
import { registerOf } from "@lilink/model/register";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf } from "../../record/record-tables.ts";

type Settled = {
  readonly register: VotedRegister;
  readonly publicId: string;
  readonly path: string;
  readonly zh: string;
  readonly en: string | null;
};

/** The record that a vote settles, with the title that the reader of that register sees. [VO6] */
function settledRecord() {
  const titles = votedRegisters.map(
    (
      name,
    ) => sql`select h.public_id, ${`/${registerOf(name).rest.path}/`}::text || h.public_id as path, h.title_zh, h.title_en from ${headOf(registerOf(name))} h
      where coalesce(${meetingVote.register}, 'weakLink') = ${name} and h.public_id = ${meetingVote.record}`,
  );
  return sql<Settled | null>`(select jsonb_build_object('register', coalesce(${meetingVote.register}, 'weakLink'), 'publicId', r.public_id,
    'path', r.path, 'zh', r.title_zh, 'en', r.title_en) from (${sql.join(titles, sql` union all `)}) r)`;
}

/** The questions of a meeting in order, each with what the seats said and how it counts. [VO5] */
export async function readVotes(ctx: Context, meetingId: string) {
  const votes = await ctx.db
    .select({
      id: meetingVote.id,
      position: meetingItem.position,
      publicId: meetingVote.publicId,
      question: meetingVote.question,
      mandate: meetingVote.mandate,
      quorum: meetingVote.quorum,
      majority: meetingVote.majority,
      openedAt: meetingVote.openedAt,
      closedAt: meetingVote.closedAt,
      outcome: meetingVote.outcome,
      settles: settledRecord(),
      about: { nameZh: organization.nameZh, nameEn: organization.nameEn },
    })
    .from(meetingVote)
    .innerJoin(meetingItem, eq(meetingItem.id, meetingVote.itemId))
    .leftJoin(organization, eq(organization.id, meetingVote.aboutOrganizationId))
    .where(eq(meetingItem.meetingId, meetingId))
    .orderBy(asc(meetingVote.openedAt), asc(meetingVote.id));
  if (votes.length === 0) return [];
  const ballots = await ctx.db
    .select({
      voteId: meetingBallot.voteId,
      seat: meetingBallot.seat,
      nameZh: meetingBallot.nameZh,
      nameEn: meetingBallot.nameEn,
      holder: meetingBallot.holder,
      deputy: meetingBallot.deputy,
      byDeputy: meetingBallot.byDeputy,
      conflict: meetingBallot.conflict,
      choice: meetingBallot.choice,
      reason: meetingBallot.reason,
      organizationId: meetingBallot.organizationId,
    })
    .from(meetingBallot)
    .innerJoin(meetingVote, eq(meetingVote.id, meetingBallot.voteId))
    .innerJoin(meetingItem, eq(meetingItem.id, meetingVote.itemId))
    .where(eq(meetingItem.meetingId, meetingId))
    .orderBy(asc(meetingBallot.nameZh), asc(meetingBallot.seat));
  const [own, officer] = [organizationOf(ctx.actor), isOfficer(ctx.actor)];
  return votes.map(({ id, majority, outcome, ...vote }) => {
    const cast = ballots
      .filter(({ voteId }) => voteId === id)
      .map(({ voteId: _vote, organizationId, conflict, choice, ...ballot }) => ({
        ...ballot,
        conflict: conflict as BallotConflict | null,
        choice: choice as BallotChoice | null,
        mayCast:
          vote.closedAt === null &&
          choice !== "recused" &&
          (officer || (own !== null && own === organizationId)),
      }));
    const rule = { quorum: vote.quorum, majority: majority as VoteMajority };
    return {
      ...vote,
      ...rule,
      outcome: outcome as VoteOutcome | null,
      count: countVote(
        cast.map(({ choice }) => choice),
        rule,
      ),
      ballots: cast,
    };
  });
}

/** The id of the vote on which a decision is to rest. */
export async function findVote(ctx: Context, itemId: string, publicId: string) {
  const [vote] = await ctx.db
    .select({ id: meetingVote.id, outcome: meetingVote.outcome, itemId: meetingVote.itemId })
    .from(meetingVote)
    .where(eq(meetingVote.publicId, publicId));
  return vote?.itemId === itemId && vote.outcome === "carried" ? vote.id : null;
}
