import type { PostingPart } from "./part.ts";
import type { PostingKind } from "./vocabulary.ts";
import { sidesOf } from "./vocabulary.ts";
import { stanceKey } from "./wall.ts";

/** What consent opens of a posting, as field names (`price`, `figures.purity`) in the order of its parts. */
export type Opening = {
  /** Opens to every partner. */
  readonly partner: readonly string[];
  /** Opens besides to one that the competitor wall kept out so far. */
  readonly walled: readonly string[];
};

/**
 * Which filled fields of a posting open to another organization by mutual consent, read off the stored parts ([IN8]).
 * @example toOpening(toParts(content, {})).partner // ["price"]
 */
export function toOpening(parts: readonly PostingPart[]): Opening {
  const namesAt = (level: "member" | "partner", walled: (part: PostingPart) => boolean) =>
    parts.filter((part) => part.level === level && walled(part)).flatMap(({ fields }) => namesOf(fields));
  return {
    partner: [...new Set(namesAt("partner", () => true))],
    walled: [...new Set(namesAt("member", (part) => part.walled))],
  };
}

function namesOf({ figures = [], ...fields }: PostingPart["fields"]): string[] {
  return [...Object.keys(fields), ...figures.map((figure) => `figures.${figure.attribute}`)];
}

/** The stand in the market that a posting is by itself: its sides on its concepts ([PO6]). */
export function stancesOfPosting(kind: PostingKind, concepts: readonly string[]): string[] {
  return sidesOf(kind).flatMap((side) => concepts.map((on) => stanceKey({ side, on })));
}

/**
 * Whether an asked posting, by what everybody reads of it, stands where the asking organization does: against the
 * wall of each of its own postings ([IN8]). Nothing else of its owner takes part, so that asking is no way to learn of it.
 */
export function showsRival(asked: readonly string[], wallKeys: readonly string[]): boolean {
  const keys = new Set(wallKeys);
  return asked.some((key) => keys.has(key));
}
