"use server";

import { type PublicError, toPublicError } from "@lilink/api";
import type { PostingKind } from "@lilink/model/posting";
import { caller } from "#lib/trpc/server.ts";

export type Proposal = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["posting"]["propose"]>>;

/** Reads the text of a draft; places are of the text as given. It travels in a body, as an address would be too short for it. */
export async function readParagraph(
  text: string,
  kind?: PostingKind,
  concept?: string,
): Promise<{ readonly found: Proposal } | { readonly error: PublicError }> {
  try {
    return {
      found: await (await caller()).posting.propose({
        text,
        ...(kind ? { kind } : {}),
        ...(concept ? { concept } : {}),
      }),
    };
  } catch (error) {
    return { error: toPublicError(error) };
  }
}
