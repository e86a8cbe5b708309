import { toInputError } from "@lilink/model/error";
import { settledByVote, type VotedRegister, type VoteOutcome } from "@lilink/model/meeting";
import { registerOf, type Values } from "@lilink/model/register";
import type { Context } from "../../kernel/context.ts";
import { findHead } from "../../record/find-record.ts";
import { takeStep } from "../../record/take-step.ts";

export type VotedRecord = { readonly register: VotedRegister; readonly publicId: string };
/** What a vote says to its record. `on` is the day of the vote in Shanghai. */
export type VoteResult = {
  readonly outcome: VoteOutcome;
  readonly meeting: string;
  readonly on: string;
  readonly count: { readonly for: number; readonly against: number; readonly abstain: number };
};

/** @throws INVALID_INPUT where no record of this public id waits for a vote */
export async function requireWaiting(
  ctx: Context,
  { register, publicId }: VotedRecord,
): Promise<VotedRecord> {
  const head = await findHead(ctx, registerOf(register), publicId);
  if (head?.state !== settledByVote[register].waits)
    throw toInputError([{ field: "settles", rule: "notInList" }]);
  return { register, publicId };
}

/** A vote that is carried takes its record on, one that is not turns it down where that is a step; without a quorum it waits. [VO6] [WL11] */
export async function settleVoted(ctx: Context, voted: VotedRecord, result: VoteResult): Promise<void> {
  const { waits, carried, lost } = settledByVote[voted.register];
  const register = registerOf(voted.register);
  const head = await findHead(ctx, register, voted.publicId, true);
  const name = result.outcome === "carried" ? carried : result.outcome === "no_quorum" ? null : lost;
  if (head?.state !== waits || name === null) return;
  const { fields = [], reason } = register.machine.steps[name] ?? {};
  const told = toValues(result);
  await takeStep(ctx, register, head, {
    name,
    given: Object.fromEntries(fields.map((field) => [field, told[field] ?? null])),
    ...(reason && { reason: result.meeting }),
  });
  if (voted.register === "weakLink") await ctx.enqueue("chainHealth.follow", {});
}

/** Whatever a register asks of a vote, under the names that registers use. */
const toValues = ({ meeting, on, count }: VoteResult): Values => ({
  decidedIn: meeting,
  votedIn: meeting,
  votedOn: on,
  decidedOn: on,
  votesFor: count.for,
  votesAgainst: count.against,
  abstained: count.abstain,
});
