import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readGoals() {
  return (await caller()).goal.list({});
}

/** From which share of returns goals are judged without care. */
export async function readFloor() {
  return (await caller()).goal.floor({});
}

export async function readGoal(id: string) {
  return findOrNull((await caller()).goal.load({ id }));
}

export async function readIndicator(id: string) {
  return findOrNull((await caller()).goal.indicator({ id }));
}

export type GoalItem = Awaited<ReturnType<typeof readGoals>>["goals"][number];
export type { SeriesItem } from "#features/series/queries.ts";
export type Floor = Awaited<ReturnType<typeof readFloor>>;
