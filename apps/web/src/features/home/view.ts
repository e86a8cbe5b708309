import type { LinkId } from "@lilink/model/chain";

/** Published postings of one link of the chain, by kind. */
export type ChainCount = {
  readonly link: LinkId;
  readonly capabilities: number;
  readonly needs: number;
  readonly projects: number;
};

/** One released goal: how far it has come, in words that are already formatted. */
export type GoalTeaser = {
  readonly id: string;
  readonly title: string;
  readonly horizon: number;
  /** 0 to 1, or null where there is no figure yet. */
  readonly progress: number | null;
  readonly progressText: string;
};

/** What everyone may read of a posting. */
export type PostingTeaser = {
  readonly publicId: string;
  readonly title: string;
  readonly kind: string;
  readonly link: LinkId;
  readonly concept: string;
  readonly publishedOn: string;
};
