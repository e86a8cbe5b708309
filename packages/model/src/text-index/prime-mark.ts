import { grow } from "./grow.ts";
import { KthBest } from "./kth-best.ts";
import { listKind } from "./query-list.ts";
import type { SegmentSearch } from "./search-segment.ts";

/** Postings a clause of the query that are worth reading twice in order to begin with a high mark. */
const primedPostings = 1024;

let sums = new Int32Array(0);

/**
 * A mark to begin with: the k-th best of what the rarest clauses alone give to documents that may be answered. At least k
 * documents reach it, so whatever stays below it is no answer.
 */
export function primeMark({ segment, lists, alive, filter, top }: SegmentSearch): void {
  const rare = lists.filter(({ kind }) => kind === listKind.listed).sort((a, b) => a.size - b.size);
  let chosen = 0;
  for (let read = 0; chosen < rare.length; chosen++) {
    read += rare[chosen]?.size ?? 0;
    if (read > primedPostings * lists.length) break;
  }
  if (chosen === 0) return;
  sums = grow(sums, segment.count);
  for (const { documents, gains, size } of rare.slice(0, chosen))
    for (let at = 0; at < size; at++) (sums[documents[at] as number] as number) += gains[at] as number;
  const best = new KthBest(top.k);
  for (const { documents, size } of rare.slice(0, chosen)) {
    for (let at = 0; at < size; at++) {
      const document = documents[at] as number;
      const sum = sums[document] as number;
      if (sum === 0) continue;
      sums[document] = 0;
      const slot = segment.base + document;
      if (sum > best.mark && alive[slot] === 1 && (!filter || filter.mask[slot] === 1)) best.offer(sum);
    }
  }
  top.raise(best.mark);
}
