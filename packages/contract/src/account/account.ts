import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { emailSchema } from "../session/sign-in.ts";
import { plainLine } from "../text/plain-text.ts";

export const accountActs = ["lock", "unlock", "endSessions", "resetFactors"] as const;
export type AccountAct = (typeof accountActs)[number];

const publicIdSchema = z.string().min(1, "required").max(40, "tooLong");
/** Kept in the log; short ones say nothing. */
const reasonSchema = plainLine().min(10, tooShort).max(500, "tooLong");

export const accountFindSchema = z.object({ email: emailSchema });
export const accountManageSchema = z.object({
  publicId: publicIdSchema,
  act: z.enum(accountActs, "notChosen"),
  reason: reasonSchema,
});

export const emergencyOpenSchema = z.object({
  organization: publicIdSchema,
  reason: reasonSchema,
  minutes: z.number().int().min(1, "tooSmall").max(60, "tooLarge"),
});
export const emergencyRefSchema = z.object({ publicId: publicIdSchema });
export const emergencyReadSchema = emergencyRefSchema.extend({ posting: publicIdSchema });
