import { readGoals } from "#features/goal/queries.ts";
import { caller } from "#lib/trpc/server.ts";

/** The board as it stands now. Who may not read it is told so by the verb. */
export async function readBoard() {
  const api = await caller();
  const [board, { goals }] = await Promise.all([api.board.load({}), readGoals()]);
  return { board, goals };
}

export type BoardData = Awaited<ReturnType<typeof readBoard>>["board"];
