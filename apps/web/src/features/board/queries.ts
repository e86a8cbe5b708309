import { readStandings } from "#features/standing/queries.ts";
import { caller } from "#lib/trpc/server.ts";

/** The board as it stands now. Who may not read it is told so by the verb. */
export async function readBoard() {
  const api = await caller();
  const [board, standings] = await Promise.all([api.board.load({}), readStandings()]);
  return { board, standings };
}

export type BoardData = Awaited<ReturnType<typeof readBoard>>["board"];
