import { listKind, type QueryList, windowSize } from "./query-list.ts";
import type { SaturationTable } from "./saturation.ts";
import { gapBitsOf, leastGapBits, readGap, rowAt, type Segment } from "./segment.ts";
import { grow } from "./tables.ts";
import { firstAtLeast, type ResolvedFilter } from "./text-index.ts";
import { KthBest, type TopSlots } from "./top-slots.ts";

/** One search of one segment: what is read, and where the best go. */
export type SegmentSearch = {
  readonly segment: Segment;
  readonly lists: readonly QueryList[];
  readonly table: SaturationTable;
  readonly classes: Uint16Array;
  readonly alive: Uint8Array;
  readonly filter: ResolvedFilter | undefined;
  readonly top: TopSlots;
};

/** The same while a window of documents is at hand. */
export type WindowState = SegmentSearch & {
  /** The lists by rising bound in the window at hand. */
  readonly order: number[];
  /** `sums[i]`: what the first i lists of the order can add together. */
  readonly sums: Float64Array;
  readonly scores: Int32Array;
  readonly candidates: Int32Array;
};

type ProbeState = Pick<WindowState, "candidates" | "scores" | "table" | "classes" | "top">;

/** Completes the candidates by the lists that were not read, the strongest first; returns how many can still win. */
export function probeLists(state: WindowState, window: number, essential: number, given: number): number {
  const { lists, order, sums, top } = state;
  let found = given;
  for (let at = essential - 1; at >= 0 && found > 0; at--) {
    const list = lists[order[at] as number];
    if (!list || (list.bounds[window] as number) === 0) continue;
    probeList(state, list, window, found, sums[at] as number);
    found = keepAbove(state, found, top.need - (sums[at] as number));
  }
  return found;
}

/** Adds a list to the candidates that hold it; `rest` is what the lists after it can add at most. */
export function probeList(
  state: ProbeState,
  list: QueryList,
  window: number,
  found: number,
  rest: number,
): void {
  if (list.kind === listKind.listed) probeListed(state, list, window, found);
  else if (list.kind === listKind.blocks) probeBlocks(state, list, window, found, state.top.need - rest);
  else probeDense(state, list, window, found);
}

/** Leaves only candidates with at least this score; returns how many. */
function keepAbove({ candidates, scores }: ProbeState, found: number, score: number): number {
  let kept = 0;
  for (let each = 0; each < found; each++) {
    const place = candidates[each] as number;
    candidates[kept] = place;
    if ((scores[place] as number) >= score) kept++;
  }
  return kept;
}

function probeListed(
  { candidates, scores }: ProbeState,
  list: QueryList,
  window: number,
  found: number,
): void {
  const { documents, gains, starts } = list;
  const from = window * windowSize;
  const end = starts[window + 1] as number;
  let at = starts[window] as number;
  for (let each = 0; each < found; each++) {
    const place = candidates[each] as number;
    const document = from + place;
    while (at < end && (documents[at] as number) < document) at++;
    if (at === end) return;
    if (documents[at] === document) (scores[place] as number) += gains[at] as number;
  }
}

/** Walks the gaps of the blocks that hold candidates, no further than the candidates. */
function probeBlocks(state: ProbeState, list: QueryList, window: number, found: number, need: number): void {
  const { candidates, scores, table, classes } = state;
  const { segment, starts, units } = list;
  const { lastDocument, offset, form, bytes } = segment;
  const from = window * windowSize;
  const first = segment.firstBlock[list.list] as number;
  const end = segment.firstBlock[list.list + 1] as number;
  let block = starts[window] as number;
  let [read, bits, at, start, document] = [-1, 0, 0, 0, 0];
  for (let each = 0; each < found; each++) {
    const place = candidates[each] as number;
    const wanted = from + place;
    while (block < end && (lastDocument[block] as number) < wanted) block++;
    if (block === end) return;
    if ((scores[place] as number) + list.boundOfBlock(block) < need) continue;
    if (read !== block) {
      read = block;
      bits = gapBitsOf(form[block] as number);
      start = offset[block] as number;
      document = block > first ? (lastDocument[block - 1] as number) : -1;
      at = -1;
    }
    if (bits === leastGapBits) for (; document < wanted; at++) document += bytes[start + at + 1] as number;
    else for (; document < wanted; at++) document += readGap(bytes, start, at + 1, bits);
    if (document !== wanted) continue;
    const row = rowAt(segment, list.list, block, at);
    const lengthClass = classes[segment.base + wanted] as number;
    (scores[place] as number) += units * (table.values[row * table.stride + lengthClass] as number);
  }
}

function probeDense(
  { candidates, scores, table, classes }: ProbeState,
  { units, rowOffsets, denseStart, segment }: QueryList,
  window: number,
  found: number,
): void {
  const { values } = table;
  const { dense, base } = segment;
  const from = window * windowSize;
  for (let each = 0; each < found; each++) {
    const place = candidates[each] as number;
    const document = from + place;
    const half = ((dense[denseStart + (document >>> 1)] as number) >>> ((document & 1) << 2)) & 15;
    const lengthClass = classes[base + document] as number;
    (scores[place] as number) += units * (values[(rowOffsets[half] as number) + lengthClass] as number);
  }
}

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
