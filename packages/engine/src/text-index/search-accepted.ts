import { grow } from "./grow.ts";
import { KthBest } from "./kth-best.ts";
import { keepAbove, probeList } from "./probe-lists.ts";
import { firstAtLeast, type ResolvedFilter } from "./resolve-filter.ts";
import type { SegmentSearch } from "./segment-search.ts";

let candidates = new Int32Array(0);
let scores = new Int32Array(0);

/**
 * Offers the best documents of a segment where few pass the filter: each of those is looked for in every list, the strongest
 * list first, as long as it may still reach the k-th best. [TI4]
 */
export function searchAccepted(search: SegmentSearch, filter: ResolvedFilter): void {
  const { segment, lists, alive, table, classes, top } = search;
  candidates = grow(candidates, filter.count);
  scores = grow(scores, segment.count);
  let found = 0;
  const end = segment.base + segment.count;
  for (let at = firstAtLeast(filter, segment.base); at < filter.count; at++) {
    const slot = filter.slots[at] as number;
    if (slot >= end) break;
    if (alive[slot] === 0) continue;
    scores[slot - segment.base] = 0;
    candidates[found++] = slot - segment.base;
  }
  const state = { candidates, scores, table, classes, top };
  const order = [...lists].sort((a, b) => (a.bounds[0] as number) - (b.bounds[0] as number));
  const rests = new Float64Array(order.length + 1);
  for (const [at, { bounds }] of order.entries())
    rests[at + 1] = (rests[at] as number) + (bounds[0] as number);
  for (let at = order.length - 1; at >= 0; at--) {
    const list = order[at];
    if (!list) continue;
    const rest = rests[at] as number;
    probeList(state, list, 0, found, rest);
    const best = new KthBest(top.k);
    for (let each = 0; each < found; each++) {
      const score = scores[candidates[each] as number] as number;
      if (score > best.mark) best.offer(score);
    }
    top.raise(best.mark);
    found = keepAbove(state, found, top.need - rest);
  }
  for (let each = 0; each < found; each++) {
    const document = candidates[each] as number;
    top.offerIfEnough(segment.base + document, scores[document] as number);
  }
}
