import { caller } from "#lib/trpc/server.ts";

export type AskedPair = { readonly first?: string; readonly second?: string };

/** The basket of pairs, first the two that were asked for. */
export const readPairs = async (asked: AskedPair) => (await caller()).body.pairs(asked);
export type BodyPairView = Awaited<ReturnType<typeof readPairs>>["pairs"][number];

/** Merges that the viewer may read: all for officers, those of one record for whoever asks for it. */
export const readMerges = async (organization?: string) =>
  (await caller()).body.merges(organization ? { organization } : {});
export type MergeView = Awaited<ReturnType<typeof readMerges>>[number];

/** Requests for consent to a merge that stand: all for officers, those of the own body for its people. */
export const readMergeRequests = async (organization?: string) =>
  (await caller()).body.requests(organization ? { organization } : {});
export type MergeRequest = Awaited<ReturnType<typeof readMergeRequests>>[number];

export const readFacts = async (organization: string) => (await caller()).fact.load({ organization });
export type FactsView = Awaited<ReturnType<typeof readFacts>>;
export type FactView = FactsView["facts"][number];
export type ContestView = FactsView["contested"][number];
