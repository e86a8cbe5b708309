import type { DocumentTable } from "./document-table.ts";
import type { PostingStore } from "./posting-store.ts";
import type { TermTable } from "./term-table.ts";
import type { TupleTable } from "./tuple-table.ts";

/** What an index is made of; a snapshot holds the same. */
export type IndexParts = {
  readonly terms: TermTable;
  readonly documents: DocumentTable;
  /** Row 0 is absence: it adds nothing. */
  readonly rows: TupleTable;
  readonly classes: TupleTable;
  /** By field: the sum of lengths, and the documents that have the field. */
  readonly lengths: readonly { total: number; documents: number }[];
  readonly store: PostingStore;
};
