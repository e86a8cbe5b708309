import { listTicketsSchema, type Page } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { introduction, introductionParty, supportTicket } from "@lilink/db/schema";
import { and, desc, eq, lt } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { toTicketView } from "./to-ticket-view.ts";

/** Tickets of which the own organization is a side, the newest first; of one introduction, or of all. [SP2] */
export const listTickets = defineQuery({
  name: "support.list",
  input: listTicketsSchema,
  rest: {
    tag: "introductions",
    method: "GET",
    path: "/tickets",
    output: shape.pageOf(shape.ticketItem),
  },
  authorize: { action: "introduction.read" },
  run: async (ctx, input) => {
    const rows = await ctx.db
      .select({ ticket: supportTicket, introduction: introduction.publicId, own: introductionParty.side })
      .from(supportTicket)
      .innerJoin(introduction, eq(introduction.id, supportTicket.introductionId))
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(
        and(
          eq(introductionParty.organizationId, requireOwn(ctx)),
          input.introduction ? eq(introduction.publicId, input.introduction) : undefined,
          input.state ? eq(supportTicket.state, input.state) : undefined,
          input.cursor ? lt(supportTicket.id, input.cursor) : undefined,
        ),
      )
      .orderBy(desc(supportTicket.id))
      .limit(input.limit + 1);
    const shown = rows.slice(0, input.limit);
    const items = shown.map(({ ticket, introduction, own }) => ({
      introduction,
      ...toTicketView(ticket, own, ctx.now),
    }));
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.ticket.id ?? null) : null,
    };
    return page;
  },
});
