import { readStandings } from "#features/standing/queries.ts";
import { caller } from "#lib/trpc/server.ts";

/** The board as it stands now, and the last meeting that the reader knows of. Who may not read it is told so by the verb. */
export async function readBoard({ officer }: { readonly officer: boolean }) {
  const api = await caller();
  const [board, standings, since, pace] = await Promise.all([
    api.board.load({}),
    readStandings(),
    api.board.since({}),
    officer ? api.board.pace({}) : null,
  ]);
  return { board, standings, since, pace };
}

type Read = Awaited<ReturnType<typeof readBoard>>;
export type BoardData = Read["board"];
export type SinceMeeting = NonNullable<Read["since"]>;
export type ReviewPace = NonNullable<Read["pace"]>[number];
