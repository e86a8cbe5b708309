import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

/** Who could join a project, and which paths of the chain run through it. */
export async function loadTeam(publicId: string) {
  const api = await caller();
  return orNotFound(api.team.find({ publicId }));
}

export type TeamData = Awaited<ReturnType<typeof loadTeam>>;
