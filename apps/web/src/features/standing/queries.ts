import { caller } from "#lib/trpc/server.ts";

/** Where every goal stands, by what this reader may see released. */
export async function readStandings() {
  return (await (await caller()).goal.standings({})).standings;
}

/** One goal's standing with its course. */
export async function readStanding(id: string) {
  return (await caller()).goal.standing({ id });
}

export type StandingDetail = Awaited<ReturnType<typeof readStanding>>;
export type StandingItem = Awaited<ReturnType<typeof readStandings>>[number];
