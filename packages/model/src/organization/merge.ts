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
 * acts stays, and two that act are merged once administrators of both signed for it. [BD3] [BD8]
 */
export function findMergeBar(from: MergeSide, into: MergeSide, isSigned = false): MergeBar | null {
  const runs = ({ kind }: MergeSide) => kind === "coordination_group" || kind === "operator";
  if (runs(from) || runs(into)) return "platformBody";
  if (from.merged || into.merged) return "mergedAlready";
  if (acts(from) && !acts(into)) return "actsItself";
  if (acts(from) && !isSigned) return "bothAct";
  return from.openClaims > 0 ? "claimOpen" : null;
}

/** How a request for the consent of two acting bodies ended: they were merged, the officer dropped it, or nobody acted in time. [BD8] */
export const mergeEndings = ["merged", "dropped", "lapsed"] as const;
export type MergeEnding = (typeof mergeEndings)[number];

/** So many days both bodies have to sign, and the officer to merge. [BD8] */
export const mergeConsentDays = 14;
