import { jobPayloads } from "@lilink/contract";
import { introduction, supportMessage, supportTicket } from "@lilink/db/schema";
import { supportMachine } from "@lilink/model/introduction";
import { and, asc, eq, lt } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { tellSide } from "./tell-side.ts";

/** So many at once; the next run takes the rest. */
const most = 500;

/** Whoever asked to close and got no word has the ticket back: silence closes nothing. [SP4] */
export const tickTickets = defineMutation({
  name: "support.tick",
  input: jobPayloads["support.tick"],
  authorize: { action: "support.tick" },
  run: async (ctx) => {
    const silent = await ctx.db
      .select({
        ticket: supportTicket,
        introduction: { id: introduction.id, publicId: introduction.publicId },
      })
      .from(supportTicket)
      .innerJoin(introduction, eq(introduction.id, supportTicket.introductionId))
      .where(
        and(standsFor(supportTicket.state, supportMachine, "lapse"), lt(supportTicket.closingDueAt, ctx.now)),
      )
      .orderBy(asc(supportTicket.closingDueAt))
      .limit(most);
    for (const one of silent) {
      const id = ctx.newId();
      await ctx.db
        .insert(supportMessage)
        .values({ id, ticketId: one.ticket.id, side: null, step: "lapse", body: "", createdAt: ctx.now });
      if (one.ticket.closingSide) await tellSide(ctx, one, one.ticket.closingSide, "support.lapsed", id);
    }
    return { lapsed: silent.length };
  },
  audit: () => null,
});
