import { caller } from "#lib/trpc/server.ts";

/** The public list of what is overdue, as its reader may see it. */
export async function readOverdue(cursor: string | undefined) {
  return (await caller()).duty.overdue(cursor ? { cursor } : {});
}
export type OverdueList = Awaited<ReturnType<typeof readOverdue>>;
