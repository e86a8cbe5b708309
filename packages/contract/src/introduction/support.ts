import { supportKinds, supportStates, supportUrgencies } from "@lilink/model/introduction";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const body = plainText().min(1, "required").max(4000, "tooLong");
const files = z.array(publicIdSchema).max(10).default([]);

export const ticketRefSchema = z.object({ publicId: publicIdSchema });

export const openTicketSchema = z.object({
  introduction: publicIdSchema,
  kind: z.enum(supportKinds, "notChosen"),
  urgency: z.enum(supportUrgencies, "notChosen"),
  subject: plainLine().min(3, tooShort).max(120, "tooLong"),
  body,
  files,
});

export const writeTicketSchema = ticketRefSchema.extend({ body, files });

/** A word with a step; it may be empty. */
const words = plainText().max(1000, "tooLong").default("");
export const askCloseTicketSchema = ticketRefSchema.extend({ words });
export const confirmTicketSchema = ticketRefSchema.extend({ words });
export const reopenTicketSchema = ticketRefSchema.extend({
  reason: plainText().min(5, tooShort).max(1000, "tooLong"),
});

export const listTicketsSchema = pageInput.extend({
  introduction: publicIdSchema.optional(),
  state: z.enum(supportStates).optional(),
});
