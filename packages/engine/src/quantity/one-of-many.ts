import type { Span } from "../text/index.ts";

type Edges = { readonly starts: ReadonlySet<number>; readonly ends: ReadonlySet<number> };

// Of March and May no one stretch can be made.
const listed = /^ ?(?:和|与|及|、|,? ?and ) ?$/;
const longestList = 8;

/** March and May 2027, 2027年3月和5月: one of several dates with the same words about it. */
export function isOneOfMany(text: string, { start, end }: Span, others: Edges): boolean {
  for (let gap = 1; gap <= longestList; gap++) {
    if (others.starts.has(end + gap) && listed.test(text.slice(end, end + gap))) return true;
    if (others.ends.has(start - gap) && listed.test(text.slice(start - gap, start))) return true;
  }
  return false;
}
