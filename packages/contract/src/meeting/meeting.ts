import { ballotChoices, votedRegisters } from "@lilink/model/meeting";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { instant, isoDay, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const title = () => plainLine().min(2, tooShort).max(200, "tooLong");
const goal = z.string().regex(/^G(25|35)-\d{2}$/, "badFormat");
const position = z.number().int().min(1).max(200);

/** A meeting is called for a day and hour; the goals become its agenda, the organizations sit in it. */
export const meetingCallSchema = z.object({
  title: title(),
  heldAt: instant,
  venue: plainLine().max(200, "tooLong").optional(),
  goals: z.array(goal).max(35, "tooLarge").default([]),
  seats: z.array(publicIdSchema).max(60, "tooLarge").default([]),
});

export const meetingRefSchema = z.object({ publicId: publicIdSchema });
/** Another name, hour or place of a meeting that has not begun; `freeze` takes the board anew for it. */
export const meetingEditSchema = meetingRefSchema.extend({
  title: title(),
  heldAt: instant,
  venue: plainLine().max(200, "tooLong").optional(),
  freeze: z.boolean().default(false),
});
const reason = () => plainText().min(4, tooShort).max(2000, "tooLong");
export const meetingCancelSchema = meetingRefSchema.extend({ reason: reason() });
export const meetingItemAddSchema = meetingRefSchema.extend({ title: title() });
const minutes = () => plainText().max(20_000, "tooLong");
const notes = () => plainText().max(8000, "tooLong");
/** `seen` is what stood there when its writer began: a text that another has written since is not overwritten. */
export const meetingMinutesSchema = meetingRefSchema.extend({ minutes: minutes(), seen: minutes() });
export const meetingItemNoteSchema = meetingRefSchema.extend({ position, notes: notes(), seen: notes() });
export const meetingSeatSchema = meetingRefSchema.extend({ organization: publicIdSchema });

const task = { text: plainText().min(4, tooShort).max(2000, "tooLong"), dueOn: isoDay };
/** A decision has words, an owner and a day. */
export const meetingDecisionSchema = meetingRefSchema.extend({
  position,
  ...task,
  owner: publicIdSchema,
  vote: publicIdSchema.optional(),
});
/** A question under a point; `about` is the body that it concerns. */
export const voteOpenSchema = meetingRefSchema.extend({
  position,
  question: plainText().min(4, tooShort).max(1000, "tooLong"),
  about: publicIdSchema.optional(),
  /** The record that the vote settles. */
  settles: z.object({ register: z.enum(votedRegisters), publicId: publicIdSchema }).optional(),
});
/** What a seat says; whoever is recused says why. */
export const ballotSchema = z.object({
  publicId: publicIdSchema,
  seat: publicIdSchema,
  choice: z.enum(ballotChoices),
  reason: plainText().max(1000, "tooLong").optional(),
  deputy: z.boolean().default(false),
});
/** Other words or another day while the meeting is held, for the version that its writer saw. */
export const decisionEditSchema = z.object({
  publicId: publicIdSchema,
  version: z.number().int().min(1),
  ...task,
});
export const decisionEndSchema = z.object({
  publicId: publicIdSchema,
  note: plainText().min(2, tooShort).max(2000, "tooLong"),
});
export const decisionWithdrawSchema = z.object({ publicId: publicIdSchema, reason: reason() });
export const meetingPaperRefSchema = z.object({ publicId: publicIdSchema });
