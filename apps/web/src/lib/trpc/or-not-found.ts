import { toPublicError } from "@lilink/api";
import { notFound } from "next/navigation";

/** What a page asked for; what is not there, or not for this reader, becomes the page that says so. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (toPublicError(error).code === "NOT_FOUND") notFound();
    throw error;
  }
}
