import { toPublicError } from "@lilink/api";

/** What a page asked for, or null where there is nothing that this reader may see. */
export async function findOrNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const { code } = toPublicError(error);
    if (code === "NOT_FOUND" || code === "INVALID_INPUT") return null;
    throw error;
  }
}
