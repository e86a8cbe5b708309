import { termsVersion } from "@lilink/model/identity";
import { z } from "zod";
import { missingOr } from "../fault/too-short.ts";
import { nameLine, plainLine } from "../text/plain-text.ts";

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
  /** The mark of a browser that opened the account before. */
  browser: z.string().max(100).optional(),
});

/** What a browser says of a passkey; the library that checks the signature reads the rest. */
export const passkeyAnswerSchema = z.looseObject({
  id: z.string().min(1, "required").max(2000, "tooLong"),
  rawId: z.string().max(2000, "tooLong"),
  type: z.literal("public-key"),
  response: z.record(z.string().max(40), z.unknown()),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswerSchema>;

/** One second factor: six digits of an authenticator or a recovery code, else the answer of a passkey. */
export const factorAnswerSchema = z.object({
  code: z.string().trim().min(1, "required").max(40, "tooLong").optional(),
  passkey: passkeyAnswerSchema.optional(),
});
export type FactorAnswer = z.output<typeof factorAnswerSchema>;

/** A session proves again who it is, by password or by factor. */
export const confirmSchema = factorAnswerSchema.extend({
  password: z.string().min(1, "required").max(200, "tooLong").optional(),
});

const factorLabelSchema = plainLine().min(1, "required").max(60, "tooLong");
export const totpBeginSchema = z.object({ label: factorLabelSchema });
export const totpConfirmSchema = z.object({
  id: z.uuid("badFormat"),
  code: z.string().trim().min(1, "required").max(12, "tooLong"),
});
export const passkeyAddSchema = z.object({ label: factorLabelSchema, passkey: passkeyAnswerSchema });
export const factorRefSchema = z.object({ id: z.uuid("badFormat") });

export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,80}$/, "badFormat");
export const personNameSchema = nameLine().min(1, "required").max(80, "tooLong");
export const localeSchema = z.enum(["zh-CN", "en"]);

/** The terms and the privacy notice that stand, agreed to by a tick; what was shown before does not count. [PE7] */
export const termsSchema = z
  .string("termsNotAgreed")
  .refine((version) => version === termsVersion, "termsNotAgreed");

export const registrationSchema = z.object({ email: emailSchema, locale: localeSchema.default("zh-CN") });

/** What the holder of an address says of the own account. */
export const newAccountSchema = z.object({
  terms: termsSchema,
  name: personNameSchema,
  password: newPasswordSchema,
  locale: localeSchema.default("zh-CN"),
});
export const accountConfirmSchema = newAccountSchema.extend({ token: tokenSchema });

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
  /** Whether keys without a modifier lead somewhere; who speaks to the machine switches them off. */
  singleKeys: z.boolean(),
});
