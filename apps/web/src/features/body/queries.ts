import { caller } from "#lib/trpc/server.ts";

export const readPairs = async () => (await caller()).body.pairs();
export type BodyPairView = Awaited<ReturnType<typeof readPairs>>["pairs"][number];

/** Merges that the viewer may read: all for officers, those of one record for whoever asks for it. */
export const readMerges = async (organization?: string) =>
  (await caller()).body.merges(organization ? { organization } : {});
export type MergeView = Awaited<ReturnType<typeof readMerges>>[number];

export const readFacts = async (organization: string) => (await caller()).fact.load({ organization });
export type FactsView = Awaited<ReturnType<typeof readFacts>>;
export type FactView = FactsView["facts"][number];
export type ContestView = FactsView["contested"][number];
