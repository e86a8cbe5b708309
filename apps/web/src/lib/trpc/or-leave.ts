import { toPublicError } from "@lilink/api";
import { getLocale } from "next-intl/server";
import { redirect } from "../i18n/navigation.ts";
import { orNotFound } from "./or-not-found.ts";

/**
 * What waits for a decision; what no longer waits, or is not for this reader to decide, leads back to its queue. Null where
 * a conflict of interest keeps the reader away, which the page is to say ([PL12]).
 */
export async function orLeave<T>(asked: Promise<T>, queue: string): Promise<T | null> {
  try {
    return await orNotFound(asked);
  } catch (error) {
    const { code } = toPublicError(error);
    if (code === "CONFLICT_OF_INTEREST") return null;
    if (code !== "WRONG_STATE" && code !== "FORBIDDEN") throw error;
  }
  return redirect({ href: queue, locale: await getLocale() });
}
