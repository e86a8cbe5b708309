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

/** "１,２００" as people type it is 1200, and 1×10⁻⁹ is written out digit for digit; what is no number stays as typed, for the rule to speak of. */
export function toDecimalText(typed: string): string {
  return writePower(
    typed
      .replaceAll(/(?<=10)(?=[⁺⁻]?[⁰¹²³⁴-⁹])/g, "^")
      .normalize("NFKC")
      .trim()
      .replaceAll("−", "-")
      .replaceAll(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/g, ""),
  );
}

const power = /^([+-]?)(?:(\d{1,40})(?:\.(\d{1,40}))?(?:e|[×x*·]10(?:\^|(?=[+-])))|10\^)([+-]?\d{1,2})$/i;

/** A number with a power of ten in plain digits: 1.5e-9 is 0.0000000015. */
function writePower(text: string): string {
  const [, sign = "", whole = "1", fraction = "", exponent] = power.exec(text.replaceAll(/\s/g, "")) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = digits.padEnd(point, "0").padStart(digits.length + Math.max(0, 1 - point), "0");
  const at = Math.max(1, point);
  const [before, after] = [padded.slice(0, at), padded.slice(at).replace(/0+$/, "")];
  return `${sign.replace("+", "")}${before.replace(/^0+(?=\d)/, "")}${after === "" ? "" : `.${after}`}`;
}

export const decimalPattern = /^-?\d{1,15}(\.\d{1,8})?$/;

export const decimalString = z.string().trim().regex(decimalPattern, "notANumber");

/** A figure as its author states it, digit for digit, down to the conductivity of an insulator. */
export const figureNumber = z
  .string()
  .trim()
  .regex(/^-?\d{1,120}(\.\d{1,120})?$/, "notANumber");
