import { openTicketSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { ledgerEntry, supportTicket } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { mostOpenTickets, supportDues, supportedSteps, supportMachine } from "@lilink/model/introduction";
import { personOf } from "@lilink/model/policy";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnSide } from "../introduction/load-own-side.ts";
import { announceOwn, otherSide } from "../introduction/tell-side.ts";
import { hasCode, say } from "./say.ts";
import { tellSide } from "./tell-side.ts";

/** Asks the other side for support, once the introduction has an outcome that both confirmed; also after it ended. [SP1] */
export const openTicket = defineMutation({
  name: "support.open",
  input: openTicketSchema,
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/tickets",
    output: z.object({ publicId: z.string(), answerDueAt: shape.moment, resolveDueAt: shape.moment }),
  },
  authorize: { action: "support.write" },
  run: async (ctx, { introduction, kind, urgency, subject, body, files }) => {
    const { row, side } = await loadOwnSide(ctx, introduction);
    const outcomes = await ctx.db.$count(
      ledgerEntry,
      and(
        eq(ledgerEntry.introductionId, row.id),
        eq(ledgerEntry.state, "confirmed"),
        inArray(ledgerEntry.step, supportedSteps),
      ),
    );
    if (outcomes === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    const dues = supportDues(urgency, ctx.now);
    const ticket = { id: ctx.newId(), publicId: ctx.newPublicId(), subject };
    try {
      await ctx.db.insert(supportTicket).values({
        ...ticket,
        introductionId: row.id,
        side,
        kind,
        urgency,
        state: supportMachine.start,
        openedBy: personOf(ctx.actor),
        openedAt: ctx.now,
        answerDueAt: dues.answer,
        resolveDueAt: dues.resolve,
      });
    } catch (error) {
      throw hasCode(error, "54000") ? new LilinkError("LIMIT_REACHED", { max: mostOpenTickets }) : error;
    }
    const own = { ticket, introduction: row, side };
    const message = await say(ctx, own, { body, files });
    await tellSide(ctx, own, otherSide(side), "support.opened", message);
    await announceOwn(ctx, row.id);
    return {
      id: ticket.id,
      publicId: ticket.publicId,
      answerDueAt: dues.answer,
      resolveDueAt: dues.resolve,
    };
  },
  audit: ({ kind }, { id }) => ({ subjectKind: "support_ticket", subjectId: id, detail: { kind } }),
});
