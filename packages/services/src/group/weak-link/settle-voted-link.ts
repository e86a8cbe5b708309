import { toInputError } from "@lilink/model/error";
import type { VoteOutcome } from "@lilink/model/meeting";
import { findRegister, type Register } from "@lilink/model/register";
import type { Context } from "../../kernel/context.ts";
import { findHead } from "../../record/find-record.ts";
import { takeStep } from "../../record/take-step.ts";

/** The register of weak links. */
export function weakLinkRegister(): Register {
  const register = findRegister("weakLink");
  if (!register) throw new Error("there is no register of weak links");
  return register;
}

/** @throws INVALID_INPUT where no candidate has this public id */
export async function requireCandidate(ctx: Context, publicId: string): Promise<string> {
  const register = weakLinkRegister();
  const head = await findHead(ctx, register, publicId);
  if (head?.state !== register.machine.start) throw toInputError([{ field: "weakLink", rule: "notInList" }]);
  return publicId;
}

/** A vote that is carried confirms its candidate, one that is not rejects it; without a quorum it stays one. [WL11] */
export async function settleVotedLink(
  ctx: Context,
  publicId: string,
  { outcome, meeting }: { readonly outcome: VoteOutcome; readonly meeting: string },
): Promise<void> {
  const register = weakLinkRegister();
  const head = await findHead(ctx, register, publicId, true);
  if (head?.state !== register.machine.start || outcome === "no_quorum") return;
  await takeStep(
    ctx,
    register,
    head,
    outcome === "carried"
      ? { name: "confirm", given: { decidedIn: meeting } }
      : { name: "reject", reason: meeting },
  );
  await ctx.enqueue("chainHealth.follow", {});
}
