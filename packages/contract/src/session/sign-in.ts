import { z } from "zod";
import { missingOr } from "../fault/too-short.ts";
import { plainLine } from "../text/plain-text.ts";

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "tooLong")
  .email("badEmail");

/** What is asked of a new password; the common ones are refused by the service. */
export const newPasswordSchema = z.string().min(12, missingOr("weakPassword")).max(200, "tooLong");

export const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().min(1, "required").max(254, "tooLong"),
  password: z.string().min(1, "required").max(200, "tooLong"),
});

/** From where somebody signs in, as the transport knows it. */
export const signInOriginSchema = z.object({
  address: z.string().max(100).default("unknown"),
  userAgent: z
    .string()
    .transform((value) => value.slice(0, 300))
    .optional(),
});

export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,80}$/, "badFormat");
export const personNameSchema = plainLine().min(1, "required").max(80, "tooLong");
export const localeSchema = z.enum(["zh-CN", "en"]);

export const registrationSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  locale: localeSchema.default("zh-CN"),
});

export const passwordChangeSchema = z.object({
  current: z.string().min(1, "required").max(200, "tooLong"),
  next: newPasswordSchema,
});

export const profileSchema = z.object({
  name: personNameSchema,
  phone: z
    .string()
    .trim()
    .max(30, "tooLong")
    .regex(/^[+\d\s()-]*$/, "badFormat")
    .default(""),
  locale: localeSchema,
});
