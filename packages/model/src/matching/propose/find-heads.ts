import type { Span } from "@lilink/engine/text";
import { type Cue, cues, otherHeads } from "./head-table.ts";

/** A noun of a text that a figure may be of: an attribute's, or of another kind. */
export type Head =
  | (Span & { readonly cue: Cue; readonly of?: never })
  | (Span & { readonly cue?: never; readonly of: string });

/** All heads of a text in its order, found in one pass of each word list; see `headsBetween`. */
export function findHeads(text: string): readonly Head[] {
  const heads: Head[] = [];
  const add = (pattern: RegExp, toHead: (span: Span) => Head) => {
    for (const match of text.matchAll(pattern))
      if (match[0] !== "") heads.push(toHead({ start: match.index, end: match.index + match[0].length }));
  };
  for (const cue of cues) add(cue.cue, (span) => ({ ...span, cue }));
  for (const { of, cue } of otherHeads) add(cue, (span) => ({ ...span, of }));
  return heads.sort((a, b) => a.start - b.start);
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
