import { caller } from "#lib/trpc/server.ts";

/** Where every goal stands, by what this reader may see released. */
export async function readStandings() {
  return (await (await caller()).goal.standings({})).standings;
}

export type StandingItem = Awaited<ReturnType<typeof readStandings>>[number];
/** The same with its course. */
export type StandingDetail = StandingItem;
