import { organizationRoles } from "@lilink/model/organization";
import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";
import { emailSchema, localeSchema, newAccountSchema, termsSchema, tokenSchema } from "../session/sign-in.ts";

export const memberInviteSchema = z.object({
  email: emailSchema,
  role: z.enum(organizationRoles),
  locale: localeSchema.default("zh-CN"),
});
export const memberRoleSchema = z.object({ person: publicIdSchema, role: z.enum(organizationRoles) });
export const memberRefSchema = z.object({ person: publicIdSchema });
export const invitationTokenSchema = z.object({ token: tokenSchema });
export const invitationAcceptSchema = invitationTokenSchema.extend({ terms: termsSchema });
export const invitationJoinSchema = newAccountSchema.extend(invitationTokenSchema.shape);
