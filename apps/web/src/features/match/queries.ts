import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export type MatchList = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["match"]["list"]>>;
export type Match = MatchList["matches"][number];

/** The matches of one's own posting; for anybody else the posting is not there. */
export async function loadMatches(publicId: string): Promise<MatchList> {
  const api = await caller();
  return orNotFound(api.match.list({ publicId }));
}
