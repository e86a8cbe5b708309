import type { FieldFault } from "@lilink/model/error";

/**
 * The fault of a text below its least length: what is empty is missing, not short.
 * @example z.string().trim().min(2, tooShort).safeParse(" ") // rule `required`
 */
export const tooShort = missingOr("tooShort");

/** The same with another word for what is there and too short. */
export function missingOr(rule: FieldFault["rule"]) {
  return {
    error: (issue: { readonly input?: unknown }) => (issue.input === "" ? "required" : rule),
  };
}
