import type { LinkId } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";

/** Published postings of one link of the chain, by kind. */
export type ChainCount = {
  readonly link: LinkId;
  readonly capabilities: number;
  readonly needs: number;
  readonly projects: number;
};

/** One goal that the paper gives a figure for, in words that are already formatted. */
export type GoalTeaser = {
  readonly id: string;
  readonly title: string;
  readonly horizon: number;
  readonly closed: boolean;
  /** null where there is none. */
  readonly baseline: string | null;
  readonly target: string;
};

/** What everyone may read of a posting. */
export type PostingTeaser = {
  readonly publicId: string;
  readonly title: string;
  readonly kind: PostingKind;
  readonly link: LinkId;
  readonly concept: string;
  readonly publishedOn: string;
};
