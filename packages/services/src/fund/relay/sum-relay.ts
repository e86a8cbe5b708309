import { medianClock, type RelayLane, type RelayReach, reachOf, relayReaches } from "@lilink/model/fund/life";
import type { ResultView } from "./read-results.ts";

export type RelayClock = {
  /** Months from result to first claim by which half are taken on; null where fewer are. */
  readonly median: number | null;
  readonly taken: number;
  readonly waiting: number;
  /** Months that the oldest one waits. */
  readonly longest: number | null;
};

/** The clock of all results, with those that still wait. [RY4] */
export function sumClock(results: readonly Pick<ResultView, "clock">[]): RelayClock {
  const open = results.filter(({ clock }) => clock.isOpen);
  return {
    median: medianClock(results.map(({ clock }) => clock)),
    taken: results.length - open.length,
    waiting: open.length,
    longest: open.length === 0 ? null : Math.max(...open.map(({ clock }) => clock.months)),
  };
}

export type RelayMoney = { readonly reach: RelayReach; readonly amount: number; readonly projects: number };

/** The fund's money by how far the results of each project came, the farthest first; of what was taken off the board only what somebody took on. [RY5] */
export function sumMoneyByReach(
  awards: readonly { readonly publicId: string; readonly amount: number }[],
  results: readonly Pick<ResultView, "award" | "lane" | "state">[],
): readonly (RelayMoney & { readonly awards: readonly string[] })[] {
  const counted = results.filter(({ state, lane }) => state === "offered" || lane !== "waits");
  const lanes = new Map<string, RelayLane[]>();
  for (const { award, lane } of counted)
    if (award) lanes.set(award.publicId, [...(lanes.get(award.publicId) ?? []), lane]);
  const reached = awards.map(({ publicId, amount }) => ({
    publicId,
    amount,
    reach: reachOf(lanes.get(publicId) ?? []),
  }));
  return relayReaches.toReversed().map((reach) => {
    const own = reached.filter((one) => one.reach === reach);
    return {
      reach,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
      projects: own.length,
      awards: own.toSorted((a, b) => b.amount - a.amount).map(({ publicId }) => publicId),
    };
  });
}
