import type { Database, Principal } from "@lilink/db";
import { supportTicket } from "@lilink/db/schema";
import type { SupportKind, SupportUrgency } from "@lilink/model/introduction";
import { eq } from "drizzle-orm";
import { openTicket } from "../../exchange/support/open-ticket.ts";
import {
  askCloseTicket,
  confirmTicket,
  reopenTicket,
  writeTicket,
} from "../../exchange/support/write-ticket.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";

type Side = "asking" | "asked";
export type DemoTicket = {
  readonly side: Side;
  readonly kind: SupportKind;
  readonly urgency: SupportUrgency;
  readonly subject: string;
  readonly body: string;
  readonly daysAgo: number;
  readonly then: readonly {
    readonly side: Side;
    readonly step: "write" | "askClose" | "confirm" | "reopen";
    readonly words: string;
    readonly daysAgo: number;
  }[];
};

/** Invented tickets in each state, through the verbs that people use, at past times; what is there stays. */
export async function seedTickets(
  owner: Database,
  at: (daysAgo: number) => Kernel,
  principals: Readonly<Record<Side, Principal>>,
  introduction: { readonly id: string; readonly publicId: string },
  tickets: readonly DemoTicket[],
): Promise<void> {
  const known = await owner.$count(supportTicket, eq(supportTicket.introductionId, introduction.id));
  for (const { side, kind, urgency, subject, body, daysAgo, then } of tickets.slice(known)) {
    const { publicId } = await call(at(daysAgo), principals[side], openTicket, {
      introduction: introduction.publicId,
      kind,
      urgency,
      subject,
      body,
    });
    for (const { side: by, step, words, daysAgo: later } of then) {
      const [kernel, who] = [at(later), principals[by]];
      if (step === "write") await call(kernel, who, writeTicket, { publicId, body: words });
      else if (step === "askClose") await call(kernel, who, askCloseTicket, { publicId, words });
      else if (step === "confirm") await call(kernel, who, confirmTicket, { publicId, words });
      else await call(kernel, who, reopenTicket, { publicId, reason: words });
    }
  }
}
