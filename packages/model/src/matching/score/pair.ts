import type { Verdict } from "../document.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import type { Kinship } from "../relate/relate-concepts.ts";
import type { Answered } from "./answer-query.ts";
import type { SharedTerms } from "./compare-terms.ts";

/** Two documents that meet, with all that does not depend on weights or on the side of the reader. */
export type Pair = {
  readonly demand: PreparedDocument;
  readonly offer: PreparedDocument;
  readonly kinship: Kinship;
  readonly verdicts: readonly Verdict[];
  readonly shared: SharedTerms;
  /** Whether a side was read from its words and nobody confirmed it. [MT61] */
  readonly isHeard: boolean;
  /** Of a heard pair. */
  readonly answered: Answered;
};
