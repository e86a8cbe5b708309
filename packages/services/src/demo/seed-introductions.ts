import type { ActorClaim } from "@lilink/db";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { DeclineReason, InterestAim, LedgerStep } from "@lilink/model/introduction";
import { acceptIntroduction, declineIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { decideEntry, proposeEntry } from "../introduction/ledger.ts";
import { writeMessage } from "../introduction/write-message.ts";
import { call } from "../kernel/call.ts";
import type { Kernel } from "../kernel/context.ts";
import demo from "./data/introductions.json" with { type: "json" };

type Side = "asking" | "asked";
type DemoIntroduction = {
  readonly asking: { readonly by: string; readonly title: string };
  readonly asked: { readonly by: string; readonly title: string };
  readonly daysAgo: number;
  readonly aim: InterestAim;
  readonly message: string;
  readonly answer: {
    readonly state: "accepted" | "declined";
    readonly reason?: DeclineReason;
    readonly note: string | null;
  } | null;
  readonly messages: readonly { readonly side: Side; readonly body: string }[];
  readonly ledger: readonly {
    readonly side: Side;
    readonly step: LedgerStep;
    readonly daysAgo: number;
    readonly confirmed: boolean;
    readonly amount?: string;
    readonly unit?: "t";
  }[];
};

const dayMilliseconds = 86_400_000;

/** Introductions between demo postings in each state, through the verbs that people use, at past times. */
export async function seedIntroductions(
  app: Kernel,
  claimOf: (email: string) => ActorClaim,
  publicIdOf: (title: string) => string,
): Promise<void> {
  const start = app.clock().getTime();
  const at = (daysAgo: number): Kernel => ({
    ...app,
    clock: () => new Date(start - daysAgo * dayMilliseconds),
  });
  for (const one of demo.introductions as DemoIntroduction[]) {
    const claims = { asking: claimOf(one.asking.by), asked: claimOf(one.asked.by) };
    const { publicId } = await call(at(one.daysAgo), claims.asking, askIntroduction, {
      posting: publicIdOf(one.asked.title),
      own: publicIdOf(one.asking.title),
      aim: one.aim,
      message: one.message,
    });
    if (!one.answer) continue;
    const note = one.answer.note ?? undefined;
    const answered = at(one.daysAgo - 1);
    if (one.answer.state === "declined") {
      const reason = one.answer.reason ?? "other";
      await call(answered, claims.asked, declineIntroduction, { publicId, reason, note });
      continue;
    }
    await call(answered, claims.asked, acceptIntroduction, { publicId, note });
    for (const { side, body } of one.messages)
      await call(answered, claims[side], writeMessage, { publicId, body });
    for (const { side, step, daysAgo, confirmed, amount, unit } of one.ledger) {
      const then = at(daysAgo);
      const occurredOn = toShanghaiDate(then.clock());
      const { publicId: entry } = await call(then, claims[side], proposeEntry, {
        publicId,
        step,
        occurredOn,
        amount,
        unit,
      });
      const other = claims[side === "asking" ? "asked" : "asking"];
      if (confirmed) await call(then, other, decideEntry, { entry, action: "confirm" });
    }
  }
}
