import { z } from "zod";
import { missingOr } from "../fault/too-short.ts";

/** Where a page ended, with the mark of the server that said so: nobody else makes one. */
export const signedCursor = z.string().max(1300);

/** Lists page by an opaque cursor. */
export const pageInput = z.object({
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(100).default(20),
});

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

export const publicIdSchema = z.string().regex(/^[0-9A-Za-z_-]{8,32}$/, "badFormat");
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { ...missingOr("notADate"), abort: true })
  // JavaScript takes the 31st of April for the 1st of May.
  .refine(isDay, "notADate");

function isDay(text: string): boolean {
  const [month, day] = [Number(text.slice(5, 7)) - 1, Number(text.slice(8))];
  const instant = new Date(Date.UTC(Number(text.slice(0, 4)), month, day));
  return instant.getUTCMonth() === month && instant.getUTCDate() === day;
}

/** A moment as an ISO text with its offset, or as a Date; an empty field is missing, not wrong. */
export const instant = z
  .unknown()
  .refine((given) => given !== "", "required")
  .pipe(z.coerce.date("notADate"));

/** "１,２００" as people type it is 1200; what is no number stays as typed, for the rule to speak of. */
export function toDecimalText(typed: string): string {
  return typed
    .normalize("NFKC")
    .trim()
    .replaceAll(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/g, "");
}

export const decimalPattern = /^-?\d{1,15}(\.\d{1,8})?$/;

export const decimalString = z.string().trim().regex(decimalPattern, "notANumber");
