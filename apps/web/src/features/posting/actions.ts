"use server";

import { type PublicError, toPublicError } from "@lilink/api";
import { caller } from "#lib/trpc/server.ts";

export type Proposal = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["posting"]["propose"]>>;

/** Reads a pasted paragraph. It travels in a body, as an address would be too short for it. */
export async function readParagraph(
  text: string,
): Promise<{ readonly found: Proposal } | { readonly error: PublicError }> {
  try {
    return { found: await (await caller()).posting.propose({ text }) };
  } catch (error) {
    return { error: toPublicError(error) };
  }
}
