import { caller } from "#lib/trpc/server.ts";

export async function readLots() {
  return (await caller()).lot.list({});
}

/** The whole market, for whoever may read it. */
export async function readPlan() {
  return (await caller()).lot.plan({});
}

export type OwnLot = Awaited<ReturnType<typeof readLots>>["items"][number];
export type Plan = Awaited<ReturnType<typeof readPlan>>;
