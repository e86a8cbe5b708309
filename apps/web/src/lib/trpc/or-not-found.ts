import { toPublicError } from "@lilink/api";
import { notFound } from "next/navigation";

/** What a page asked for; what is not there, not for this reader, or no address of ours becomes the page that says so. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const { code } = toPublicError(error);
    if (code === "NOT_FOUND" || code === "INVALID_INPUT") notFound();
    throw error;
  }
}
