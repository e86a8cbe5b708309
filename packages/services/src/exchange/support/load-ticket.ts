import { ticketRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { supportMessage } from "@lilink/db/schema";
import { stepsOfSide } from "@lilink/model/introduction";
import { asc, eq } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readParties } from "../introduction/read-party.ts";
import { loadOwnTicket } from "./load-own-ticket.ts";
import { toTicketView } from "./to-ticket-view.ts";

/** One ticket as one of its two sides sees it: its clocks, its thread, and the steps that are open to it. [SP2] */
export const loadTicket = defineQuery({
  name: "support.load",
  input: ticketRefSchema,
  rest: { tag: "introductions", method: "GET", path: "/tickets/{publicId}", output: shape.ticket },
  authorize: { action: "introduction.read" },
  run: async (ctx, { publicId }) => {
    const { ticket, introduction, side } = await loadOwnTicket(ctx, publicId);
    const messages = await ctx.db
      .select({
        id: supportMessage.id,
        side: supportMessage.side,
        step: supportMessage.step,
        personName: supportMessage.personName,
        body: supportMessage.body,
        files: supportMessage.files,
        createdAt: supportMessage.createdAt,
      })
      .from(supportMessage)
      .where(eq(supportMessage.ticketId, ticket.id))
      .orderBy(asc(supportMessage.id));
    const parties = await readParties(ctx, [introduction.id]);
    const other = parties.find((party) => party.side !== side)?.organization ?? null;
    return {
      introduction: introduction.publicId,
      ...toTicketView(ticket, side, ctx.now),
      other,
      steps: [...stepsOfSide(ticket, side)],
      messages: messages.map(({ side: by, ...message }) => ({
        ...message,
        by: by === null ? null : by === side ? ("own" as const) : ("other" as const),
      })),
      now: ctx.now,
    };
  },
});
