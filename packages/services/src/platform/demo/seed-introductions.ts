import type { Database, Principal } from "@lilink/db";
import { introduction, introductionMessage, ledgerEntry } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { DeclineReason, InterestAim, LedgerStep } from "@lilink/model/introduction";
import { and, eq } from "drizzle-orm";
import { acceptIntroduction, declineIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { decideEntry, proposeEntry } from "../../exchange/introduction/ledger.ts";
import { writeMessage } from "../../exchange/introduction/write-message.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import demo from "./data/introductions.json" with { type: "json" };
import { type DemoCall, seedCall } from "./seed-calls.ts";
import { type DemoTicket, seedTickets } from "./seed-tickets.ts";

type Side = "asking" | "asked";
export type DemoIntroduction = {
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
  readonly tickets?: readonly DemoTicket[];
  readonly call?: DemoCall;
};

type Ids = { readonly id: string; readonly publicId: string };
type At = (daysAgo: number) => Kernel;

const dayMilliseconds = 86_400_000;

/** Introductions between demo postings in each state, through the verbs that people use, at past times; what is there stays. */
export async function seedIntroductions(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => Principal,
  idsOf: (title: string) => Ids,
  introductions = demo.introductions as readonly DemoIntroduction[],
): Promise<void> {
  const start = app.clock().getTime();
  const at: At = (daysAgo) => ({ ...app, clock: () => new Date(start - daysAgo * dayMilliseconds) });
  for (const one of introductions) {
    const principals = { asking: principalOf(one.asking.by), asked: principalOf(one.asked.by) };
    const own = idsOf(one.asking.title);
    const asked = idsOf(one.asked.title);
    const [known] = await owner
      .select({ id: introduction.id, publicId: introduction.publicId, state: introduction.state })
      .from(introduction)
      .where(and(eq(introduction.askingPostingId, own.id), eq(introduction.askedPostingId, asked.id)));
    const ids =
      known ??
      (await call(at(one.daysAgo), principals.asking, askIntroduction, {
        posting: asked.publicId,
        own: own.publicId,
        aim: one.aim,
        message: one.message,
      }));
    if (!one.answer) continue;
    const note = one.answer.note ?? undefined;
    const answered = at(one.daysAgo - 1);
    const { publicId } = ids;
    const open = (known?.state ?? "sent") === "sent";
    if (one.answer.state === "declined") {
      const reason = one.answer.reason ?? "other";
      if (open) await call(answered, principals.asked, declineIntroduction, { publicId, reason, note });
      continue;
    }
    if (open)
      await call(answered, principals.asked, acceptIntroduction, { publicId, acknowledge: true, note });
    const said = await owner.$count(introductionMessage, eq(introductionMessage.introductionId, ids.id));
    for (const { side, body } of one.messages.slice(said))
      await call(answered, principals[side], writeMessage, { publicId, body });
    await seedLedger(owner, at, principals, ids, one.ledger);
    await seedTickets(owner, at, principals, ids, one.tickets ?? []);
    if (one.call) await seedCall(owner, app, principals, ids, one.call);
  }
}

async function seedLedger(
  owner: Database,
  at: At,
  principals: Readonly<Record<Side, Principal>>,
  ids: Ids,
  ledger: DemoIntroduction["ledger"],
): Promise<void> {
  const known = await owner
    .select({ publicId: ledgerEntry.publicId, state: ledgerEntry.state })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.introductionId, ids.id))
    .orderBy(ledgerEntry.id);
  for (const [index, { side, step, daysAgo, confirmed, amount, unit }] of ledger.entries()) {
    const then = at(daysAgo);
    const found = known[index];
    const entry =
      found?.publicId ??
      (
        await call(then, principals[side], proposeEntry, {
          publicId: ids.publicId,
          step,
          occurredOn: toShanghaiDate(then.clock()),
          amount,
          unit,
        })
      ).publicId;
    const other = principals[side === "asking" ? "asked" : "asking"];
    if (confirmed && (found?.state ?? "proposed") === "proposed")
      await call(then, other, decideEntry, { entry, action: "confirm" });
  }
}
