import type { Span } from "@lilink/engine/text";
import type { Mention } from "../analyze/mention.ts";
import { type Cue, cues, otherHeads } from "./head-table.ts";

/** A noun of a text that a figure may be of: an attribute's, or of another kind. */
export type Head =
  | (Span & { readonly cue: Cue; readonly of?: never })
  | (Span & { readonly cue?: never; readonly of: string });

/**
 * All heads of a text in its order, found in one pass of each word list; see `headsBetween`.
 * @param mentions the things that it names: a noun within their names is no substance beside them
 */
export function findHeads(text: string, mentions: readonly Mention[] = []): readonly Head[] {
  const heads: Head[] = [];
  const add = (pattern: RegExp, toHead: (span: Span) => Head) => {
    for (const match of text.matchAll(pattern))
      if (match[0] !== "") heads.push(toHead({ start: match.index, end: match.index + match[0].length }));
  };
  for (const cue of cues) add(cue.cue, (span) => ({ ...span, cue }));
  for (const { of, cue } of otherHeads) add(cue, (span) => ({ ...span, of }));
  return heads.filter((head) => !isPartOfName(text, head, mentions)).sort((a, b) => a.start - b.start);
}

/** DMC solvent, LiOH.H2O: a noun within the name of the goods is no substance beside them. */
function isPartOfName(text: string, { of, start, end }: Head, mentions: readonly Mention[]): boolean {
  if (of !== "substance") return false;
  return mentions.some(
    (mention) =>
      !mention.negated &&
      mention.start <= start &&
      ((end <= mention.end && /[a-z]{3}|\p{Script=Han}/u.test(text.slice(mention.start, mention.end))) ||
        (start === mention.end + 1 && /[.·]/.test(text.charAt(mention.end)))),
  );
}

/** The heads that begin in a part of the text and end in it. */
export function headsBetween(heads: readonly Head[], from: number, to: number): readonly Head[] {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle]?.start ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  const found: Head[] = [];
  for (let at = low; at < heads.length; at++) {
    const head = heads[at];
    if (!head || head.start >= to) break;
    if (head.end <= to) found.push(head);
  }
  return found;
}
