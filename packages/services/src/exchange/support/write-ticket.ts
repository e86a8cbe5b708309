import {
  askCloseTicketSchema,
  confirmTicketSchema,
  reopenTicketSchema,
  writeTicketSchema,
} from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { LilinkError } from "@lilink/model/error";
import { type SupportStep, stepsOfSide } from "@lilink/model/introduction";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { announceOwn, otherSide } from "../introduction/tell-side.ts";
import { loadOwnTicket } from "./load-own-ticket.ts";
import { say } from "./say.ts";
import { tellSide } from "./tell-side.ts";

/** Writes into a ticket that is not closed; the first word of the other side is its answer. [SP3] */
export const writeTicket = defineMutation({
  name: "support.write",
  input: writeTicketSchema,
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/tickets/{publicId}/messages",
    output: shape.done,
  },
  authorize: { action: "support.write" },
  run: async (ctx, { publicId, body, files }) => {
    const own = await loadOwnTicket(ctx, publicId);
    if (own.ticket.state === "closed") throw new LilinkError("WRONG_STATE", { state: own.ticket.state });
    const message = await say(ctx, own, { body, files });
    await tellSide(ctx, own, otherSide(own.side), "support.written", message);
    await announceOwn(ctx, own.introduction.id);
    return { id: own.ticket.id };
  },
  audit: ({ files }, { id }) => ({
    subjectKind: "support_ticket",
    subjectId: id,
    detail: { files: files.length },
  }),
});

type Step = Exclude<SupportStep, "lapse">;
const notices = {
  askClose: "support.closing",
  confirm: "support.closed",
  reopen: "support.reopened",
} as const satisfies Record<Step, string>;

async function take(ctx: Context, publicId: string, step: Step, words: string): Promise<{ id: string }> {
  const own = await loadOwnTicket(ctx, publicId);
  if (own.ticket.state === "closing" && own.ticket.closingSide === own.side)
    throw new LilinkError("FORBIDDEN", { action: "support.write" });
  if (!stepsOfSide(own.ticket, own.side).includes(step))
    throw new LilinkError("WRONG_STATE", { state: own.ticket.state });
  const message = await say(ctx, own, { body: words, step });
  await tellSide(ctx, own, otherSide(own.side), notices[step], message);
  await announceOwn(ctx, own.introduction.id);
  return { id: own.ticket.id };
}

/** Asks the other side to close a ticket; it has five working days, and its silence closes nothing. [SP4] */
export const askCloseTicket = defineMutation({
  name: "support.askClose",
  input: askCloseTicketSchema,
  rest: { tag: "introductions", method: "POST", path: "/tickets/{publicId}/close", output: shape.done },
  authorize: { action: "support.write" },
  run: (ctx, { publicId, words }) => take(ctx, publicId, "askClose", words),
  audit: (_input, { id }) => ({ subjectKind: "support_ticket", subjectId: id }),
});

/** Confirms what the other side asked: the ticket is closed. [SP4] */
export const confirmTicket = defineMutation({
  name: "support.confirm",
  input: confirmTicketSchema,
  rest: { tag: "introductions", method: "POST", path: "/tickets/{publicId}/confirm", output: shape.done },
  authorize: { action: "support.write" },
  run: (ctx, { publicId, words }) => take(ctx, publicId, "confirm", words),
  audit: (_input, { id }) => ({ subjectKind: "support_ticket", subjectId: id }),
});

/** Opens a ticket again, with a reason: instead of the confirmation, or after it. [SP4] */
export const reopenTicket = defineMutation({
  name: "support.reopen",
  input: reopenTicketSchema,
  rest: { tag: "introductions", method: "POST", path: "/tickets/{publicId}/reopen", output: shape.done },
  authorize: { action: "support.write" },
  run: (ctx, { publicId, reason }) => take(ctx, publicId, "reopen", reason),
  audit: (_input, { id }) => ({ subjectKind: "support_ticket", subjectId: id }),
});
