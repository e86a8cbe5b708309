import type { Database, Principal } from "@lilink/db";
import { meeting, membership, organization, person } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { eq } from "drizzle-orm";
import { callMeeting } from "../../group/meeting/call-meeting.ts";
import { recordDecision } from "../../group/meeting/decide.ts";
import { addItem, holdMeeting, noteItem } from "../../group/meeting/keep-meeting.ts";
import { loadMeeting } from "../../group/meeting/load-meeting.ts";
import { castBallot, closeVote, openVote } from "../../group/meeting/vote.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";

const title = "国家目标评审会(演示) / Review of the national goals (demo)";
const dayMilliseconds = 86_400_000;

/** One meeting in session, with a decision on the desk of a firm that sits in it; nothing where it is there already. */
export async function seedMeetings(owner: Database, app: Kernel): Promise<void> {
  if ((await owner.$count(meeting, eq(meeting.title, title))) > 0) return;
  const officer = await findPrincipal(owner, "officer@group.example");
  const delegate = await findPrincipal(owner, "delegate@salt.example");
  const [firm] = await owner
    .select({ publicId: organization.publicId })
    .from(organization)
    .where(eq(organization.id, delegate.organizationId));
  if (!firm) throw new Error("the demo names no delegate");
  const now = app.clock().getTime();
  const { publicId } = await call(app, officer, callMeeting, {
    title,
    heldAt: beganAt(app.clock()),
    venue: "线上会议 / Online, by video conference",
    // Only goals that slip are taken.
    goals: ["G25-17", "G25-15"],
    seats: [firm.publicId],
  });
  await call(app, officer, holdMeeting, { publicId });
  await call(app, officer, noteItem, {
    publicId,
    position: 1,
    notes:
      "2025年未达成，差距主要在非正规渠道，下一期须补齐申报。 / Not reached in 2025. The gap lies mostly in informal channels; the missing returns are due with the next period.",
    seen: "",
  });
  // What is decided stands under an item of its own, not under a goal that it has nothing to do with.
  const { position } = await call(app, officer, addItem, {
    publicId,
    title: "第三季度产量报表欠报(虚构) / Returns of output missing for the third quarter (fictional)",
  });
  const vote = await seedVote(app, officer, publicId, position);
  await call(app, officer, recordDecision, {
    publicId,
    position,
    vote,
    text: "补报2026年第三季度电池级碳酸锂产量，并说明与上期的差异。 / File the output of battery-grade lithium carbonate for the third quarter of 2026, and explain the change since the quarter before.",
    owner: firm.publicId,
    dueOn: new Date(now + 30 * dayMilliseconds).toISOString().slice(0, 10),
  });
}

/** When a meeting in session began: this morning or half an hour ago, but never on a day that is gone, for which none is called. */
export function beganAt(now: Date): Date {
  const at = (time: string) => new Date(`${toShanghaiDate(now)}T${time}:00+08:00`).getTime();
  return new Date(Math.max(at("00:00"), Math.min(at("09:30"), now.getTime() - 30 * 60_000)));
}

/** The seats ask for the missing returns; the firm that owes them is recused. */
async function seedVote(app: Kernel, officer: Principal, meeting: string, position: number): Promise<string> {
  const { publicId } = await call(app, officer, openVote, {
    publicId: meeting,
    position,
    question:
      "是否要求欠报单位在三十天内补报第三季度产量？ / Shall the firm that owes its return for the third quarter file it within thirty days?",
  });
  const { items } = await call(app, officer, loadMeeting, { publicId: meeting });
  const vote = items.flatMap(({ votes }) => votes).find((one) => one.publicId === publicId);
  for (const { seat, nameZh } of vote?.ballots ?? []) {
    const said = nameZh.startsWith("冶炼")
      ? ({
          choice: "recused",
          reason: "本单位即欠报单位。 / The firm that owes the return is our own.",
        } as const)
      : ({ choice: nameZh.startsWith("高校") ? "abstain" : "for" } as const);
    await call(app, officer, castBallot, { publicId, seat, ...said });
  }
  await call(app, officer, closeVote, { publicId });
  return publicId;
}

/** Who a person of the demo acts as. */
export async function findPrincipal(
  owner: Database,
  email: string,
): Promise<Extract<Principal, { kind: "member" }>> {
  const [row] = await owner
    .select({ personId: person.id, organizationId: membership.organizationId })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .where(eq(person.email, email));
  if (!row) throw new Error(`the demo names no person ${email}`);
  return { kind: "member", ...row };
}
