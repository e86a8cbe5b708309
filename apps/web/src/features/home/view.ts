import type { LinkId } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";

/** What everyone may read of a posting, the newest of its link. */
export type PostingTeaser = {
  readonly publicId: string;
  readonly title: string;
  /** What the platform calls it where its author wrote in the other language only. */
  readonly made: string | null;
  /** Its first figures in one line. */
  readonly figures: string;
  readonly kind: PostingKind;
  readonly link: LinkId;
  readonly concept: string;
  readonly publishedOn: string;
  /** How many more postings its link has. */
  readonly others: number;
};
