import type { OrganizationKind } from "./vocabulary.ts";

/** What is known of one of two records before they are merged. */
export type MergeSide = {
  readonly kind: OrganizationKind;
  /** People who can sign in for it, unless it is withdrawn. */
  readonly members: number;
  /** Postings that are on the market. */
  readonly postings: number;
  readonly openClaims: number;
  /** It was merged into another record. */
  readonly merged: boolean;
};

export const mergeBars = ["platformBody", "mergedAlready", "bothAct", "actsItself", "claimOpen"] as const;
export type MergeBar = (typeof mergeBars)[number];

const acts = ({ members, postings }: MergeSide) => members > 0 || postings > 0;

/**
 * Why a record may not be merged into another, or null. A record acts while people can sign in for it or postings of it are on the market; one that
 * acts stays, and of two that act an officer merges neither: their people agree, and one of them is withdrawn first. [BD3]
 */
export function findMergeBar(from: MergeSide, into: MergeSide): MergeBar | null {
  const runs = ({ kind }: MergeSide) => kind === "coordination_group" || kind === "operator";
  if (runs(from) || runs(into)) return "platformBody";
  if (from.merged || into.merged) return "mergedAlready";
  if (acts(from)) return acts(into) ? "bothAct" : "actsItself";
  return from.openClaims > 0 ? "claimOpen" : null;
}

/** How a request for the consent of two acting bodies ended: they were merged, the officer dropped it, or nobody acted in time. [BD8] */
export const mergeEndings = ["merged", "dropped", "lapsed"] as const;
export type MergeEnding = (typeof mergeEndings)[number];

/** So many days both bodies have to sign, and the officer to merge. [BD8] */
export const mergeConsentDays = 14;
