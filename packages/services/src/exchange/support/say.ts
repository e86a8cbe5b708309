import { supportMessage } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import type { Context } from "../../kernel/context.ts";
import { findOwnContact } from "../introduction/own-contact.ts";
import { readFiles } from "../introduction/write-message.ts";
import type { OwnTicket } from "./load-own-ticket.ts";

type Said = {
  readonly body: string;
  readonly step?: "askClose" | "confirm" | "reopen";
  readonly files?: readonly string[];
};

/** Writes a word or a step into a ticket; the database moves the ticket, and refuses what does not fit its state. [SP4] */
export async function say(
  ctx: Context,
  {
    ticket,
    introduction,
    side,
  }: Pick<OwnTicket, "introduction" | "side"> & { readonly ticket: { readonly id: string } },
  { body, step, files = [] }: Said,
): Promise<string> {
  const author = await findOwnContact(ctx);
  const id = ctx.newId();
  try {
    await ctx.db.insert(supportMessage).values({
      id,
      ticketId: ticket.id,
      side,
      step: step ?? null,
      personId: personOf(ctx.actor),
      personName: author?.name ?? null,
      body,
      files: await readFiles(ctx, introduction.id, files),
      createdAt: ctx.now,
    });
  } catch (error) {
    throw hasCode(error, "55000") ? new LilinkError("WRONG_STATE") : error;
  }
  return id;
}

/** Whether the database refused a row with a code. */
export function hasCode(error: unknown, code: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ("code" in at && at.code === code) return true;
  return false;
}
