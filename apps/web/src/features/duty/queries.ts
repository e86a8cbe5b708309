import { caller } from "#lib/trpc/server.ts";

/** The public list of what is overdue, as its reader may see it. */
export async function readOverdue(cursor: string | undefined) {
  return (await caller()).duty.overdue(cursor ? { cursor } : {});
}
export type OverdueList = Awaited<ReturnType<typeof readOverdue>>;

/** How much is overdue that stands in lists of their own; null where the reader does not see it. */
export async function countElsewhere({
  checks,
  oversees,
}: {
  readonly checks: boolean;
  readonly oversees: boolean;
}) {
  const api = await caller();
  const [returns, batteries] = await Promise.all([
    checks ? api.return.queue({ state: "overdue", limit: 1 }) : null,
    oversees ? api.battery.oversight({ kind: "handover", limit: 1 }) : null,
  ]);
  const handovers = batteries?.counts.filter(({ kind }) => kind === "handover");
  return {
    returns: returns?.total ?? null,
    handovers: handovers?.reduce((sum, { late }) => sum + late, 0) ?? null,
  };
}
export type OverdueElsewhere = Awaited<ReturnType<typeof countElsewhere>>;
