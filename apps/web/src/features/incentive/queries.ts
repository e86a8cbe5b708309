import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export const readIncentives = async (policy?: string) =>
  (await caller()).incentive.list(policy ? { policy } : {});
export type IncentiveView = Awaited<ReturnType<typeof readIncentives>>[number];

/** A programme as the viewer may see it; null where it is not public yet. */
export const readIncentive = async (publicId: string) =>
  findOrNull((await caller()).incentive.load({ publicId }));
export type IncentivePage = NonNullable<Awaited<ReturnType<typeof readIncentive>>>;
export type IncentiveTermsView = IncentivePage["terms"][number];
export type IncentiveClaimView = IncentivePage["claims"][number];
