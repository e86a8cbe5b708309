import { KthBest } from "./kth-best.ts";
import { probeList } from "./probe-lists.ts";
import { listKind, type QueryList, windowShift, windowSize } from "./query-list.ts";
import type { SegmentSearch } from "./segment-search.ts";

/** The most documents, by the number asked for, whose full scores are worked out in order to begin with a high mark. */
const primedShare = 2;

/** Postings a clause of the query that are worth reading once more for it. */
const primedPostings = 8192;

const candidates = new Int32Array(1);
const scores = new Int32Array(windowSize);

/**
 * A mark to begin with: of the documents to which the rarest clauses alone give the most, the k-th best full score. At least k
 * documents reach it, so whatever stays below it is no answer.
 */
export function primeMark(search: SegmentSearch): void {
  const { top } = search;
  const rare = search.lists
    .filter(({ kind, size }) => kind === listKind.listed && size <= primedPostings * search.lists.length)
    .reduce<QueryList | undefined>((best, list) => (best && best.size >= list.size ? best : list), undefined);
  if (!rare) return;
  const gained = kthGain(search, rare);
  if (gained === 0) return;
  top.raise(gained);
  const others = search.lists.filter((list) => list !== rare);
  const best = new KthBest(top.k);
  let left = primedShare * top.k;
  const { documents, gains, size } = rare;
  for (let at = 0; at < size && left > 0; at++) {
    const gain = gains[at] as number;
    if (gain < gained || !isAnswer(search, documents[at] as number)) continue;
    left--;
    const full = fullScore(search, others, documents[at] as number, gain);
    if (full > best.mark) best.offer(full);
  }
  top.raise(best.mark);
}

function isAnswer({ segment, alive, filter }: SegmentSearch, document: number): boolean {
  const slot = segment.base + document;
  return alive[slot] === 1 && (!filter || filter.mask[slot] === 1);
}

function kthGain(search: SegmentSearch, { documents, gains, size }: QueryList): number {
  const best = new KthBest(search.top.k);
  for (let at = 0; at < size; at++) {
    const gain = gains[at] as number;
    if (gain > best.mark && isAnswer(search, documents[at] as number)) best.offer(gain);
  }
  return best.mark;
}

function fullScore(
  { table, classes, top }: SegmentSearch,
  lists: readonly QueryList[],
  document: number,
  gain: number,
): number {
  const window = document >>> windowShift;
  const place = document - window * windowSize;
  candidates[0] = place;
  scores[place] = gain;
  for (const list of lists)
    if ((list.bounds[window] as number) > 0)
      probeList({ candidates, scores, table, classes, top }, list, window, 1, Number.POSITIVE_INFINITY);
  return scores[place] as number;
}
