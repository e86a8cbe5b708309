import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readGoals() {
  return (await caller()).goal.list({});
}

export async function readGoal(id: string) {
  return findOrNull((await caller()).goal.load({ id }));
}

export async function readIndicator(id: string) {
  return findOrNull((await caller()).goal.indicator({ id }));
}

export type GoalItem = Awaited<ReturnType<typeof readGoals>>["goals"][number];
export type { SeriesItem } from "#features/series/queries.ts";
