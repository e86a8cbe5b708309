import type { WindowState } from "./probe-lists.ts";
import { listKind, type QueryList, windowSize } from "./query-list.ts";
import type { SaturationTable } from "./saturation.ts";
import { blockSize, gapBitsOf, gapBytes, readDocuments, rowForm, rowFormOf } from "./segment.ts";
import { firstAtLeast, type ResolvedFilter } from "./text-index.ts";

type WindowSums = {
  readonly partial: Int32Array;
  /** The document at the first place of the window. */
  readonly from: number;
  readonly touched: Int32Array;
  readonly touchedCount: number;
};

const places = new Int32Array(blockSize);

/** Adds a block that lies in one window whole to the sums there; returns how many places were touched so far. */
export function addBlock(
  { segment, list, units }: QueryList,
  block: number,
  { values, stride }: SaturationTable,
  classes: Uint16Array,
  { partial, from, touched, touchedCount }: WindowSums,
): number {
  const length = readDocuments(segment, list, block, places, 0);
  const { bytes } = segment;
  const form = segment.form[block] as number;
  const start = (segment.offset[block] as number) + gapBytes(length, gapBitsOf(form));
  const slot = segment.base + from;
  const limit = touched.length - 1;
  for (let at = 0; at < length; at++) {
    const place = (places[at] as number) - from;
    places[at] = place;
    touched[(touchedCount + at) & limit] = place;
  }
  if (rowFormOf(form) === rowForm.nibble) {
    for (let at = 0; at < length; at++) {
      const place = places[at] as number;
      const row = ((bytes[start + (at >>> 1)] as number) >>> ((at & 1) << 2)) & 15;
      (partial[place] as number) +=
        units * (values[row * stride + (classes[slot + place] as number)] as number);
    }
  } else if (rowFormOf(form) === rowForm.same) {
    const row = ((bytes[start] as number) | ((bytes[start + 1] as number) << 8)) * stride;
    for (let at = 0; at < length; at++) {
      const place = places[at] as number;
      (partial[place] as number) += units * (values[row + (classes[slot + place] as number)] as number);
    }
  } else {
    const wide = rowFormOf(form) === rowForm.pair ? 1 : 0;
    for (let at = 0; at < length; at++) {
      const place = places[at] as number;
      const low = bytes[start + (at << wide)] as number;
      const row = wide === 0 ? low : low | ((bytes[start + 2 * at + 1] as number) << 8);
      (partial[place] as number) +=
        units * (values[row * stride + (classes[slot + place] as number)] as number);
    }
  }
  return touchedCount + length;
}

const partial = new Int32Array(windowSize);

/** The places that were added to, as long as they are few enough to be worth more than a look at the whole window. */
const touchedLimit = 1024;
const touched = new Int32Array(touchedLimit);
let touchedCount = 0;

/**
 * Reads the essential lists of a window (those from `essential` on in the order) and leaves the documents that may still
 * reach the mark in `candidates`, ascending, with what they have so far in `scores`; returns how many.
 */
export function gatherWindow(state: WindowState, window: number, essential: number, total: number): number {
  const { order, lists } = state;
  const from = window * windowSize;
  const only = essential === order.length - 1 ? lists[order[essential] as number] : undefined;
  if (only?.kind === listKind.listed && !state.filter) return collectListed(state, only, window);
  touchedCount = 0;
  let readers = 0;
  for (let at = order.length - 1; at >= essential; at--) {
    const list = lists[order[at] as number];
    if (!list || (list.bounds[window] as number) === 0) continue;
    readers += 1;
    if (list.kind === listKind.listed)
      addSpan(list, list.starts[window] as number, list.starts[window + 1] as number, from);
    else if (list.kind === listKind.blocks) addBlocks(state, list, window, total);
    else addDense(state, list, window);
  }
  const rest = state.sums[essential] as number;
  if (state.filter) return collectAccepted(state, state.filter, window, rest);
  if (touchedCount > touchedLimit) return collectAll(state, window, rest);
  const found = collectTouched(state, window, rest);
  if (readers > 1 && essential > 0 && found > 1) state.candidates.subarray(0, found).sort();
  return found;
}

function addBlocks(state: WindowState, list: QueryList, window: number, total: number): void {
  const { table, classes, top } = state;
  const { segment, starts, bounds } = list;
  const { lastDocument } = segment;
  const from = window * windowSize;
  const slack = total - (bounds[window] as number);
  const first = starts[window] as number;
  const end = Math.min(segment.firstBlock[list.list + 1] as number, (starts[window + 1] as number) + 1);
  for (let block = first; block < end; block++) {
    if (slack + list.boundOfBlock(block) < top.need) continue;
    if (block > first && (lastDocument[block] as number) < from + windowSize) {
      touchedCount = addBlock(list, block, table, classes, { partial, from, touched, touchedCount });
      continue;
    }
    list.load(block, table, classes);
    addSpan(list, 0, list.size, from);
  }
}

/** Adds what a list has ready, leaving out documents of other windows. */
function addSpan({ documents, gains }: QueryList, start: number, end: number, from: number): void {
  let at = start;
  let count = touchedCount;
  while (at < end && (documents[at] as number) < from) at++;
  for (; at < end; at++) {
    const place = (documents[at] as number) - from;
    if (place >= windowSize) break;
    touched[count++ & (touchedLimit - 1)] = place;
    (partial[place] as number) += gains[at] as number;
  }
  touchedCount = count;
}

function addDense(state: WindowState, list: QueryList, window: number): void {
  const { table, classes, filter } = state;
  const { values } = table;
  const { units, rowOffsets } = list;
  const { dense, base, count } = list.segment;
  const start = list.denseStart;
  const from = window * windowSize;
  const end = Math.min(count, from + windowSize);
  touchedCount += windowSize;
  if (filter) {
    const { slots, count: accepted } = filter;
    for (let at = firstAtLeast(filter, base + from); at < accepted; at++) {
      const document = (slots[at] as number) - base;
      if (document >= end) break;
      const half = ((dense[start + (document >>> 1)] as number) >>> ((document & 1) << 2)) & 15;
      const lengthClass = classes[base + document] as number;
      (partial[document - from] as number) +=
        units * (values[(rowOffsets[half] as number) + lengthClass] as number);
    }
    return;
  }
  for (let document = from; document < end; document += 2) {
    const pair = dense[start + (document >>> 1)] as number;
    const slot = base + document;
    const place = document - from;
    (partial[place] as number) +=
      units * (values[(rowOffsets[pair & 15] as number) + (classes[slot] as number)] as number);
    (partial[place + 1] as number) +=
      units * (values[(rowOffsets[pair >>> 4] as number) + (classes[slot + 1] as number)] as number);
  }
}

/** The same where one list alone must be read, which is ready. */
function collectListed(
  { segment, alive, scores, candidates, top, sums, order }: WindowState,
  { documents, gains, starts }: QueryList,
  window: number,
): number {
  const from = window * windowSize;
  const first = segment.base + from;
  const need = Math.max(1, top.need - (sums[order.length - 1] as number));
  const end = starts[window + 1] as number;
  let found = 0;
  for (let at = starts[window] as number; at < end; at++) {
    const gain = gains[at] as number;
    if (gain < need) continue;
    const place = (documents[at] as number) - from;
    if (alive[first + place] === 0) continue;
    scores[place] = gain;
    candidates[found++] = place;
  }
  return found;
}

/** The accepted documents of a window that may still reach the mark. */
function collectAccepted(state: WindowState, filter: ResolvedFilter, window: number, rest: number): number {
  const { segment, alive, scores, candidates, top } = state;
  const from = window * windowSize;
  const first = segment.base + from;
  const length = Math.min(windowSize, segment.count - from);
  const need = Math.max(1, top.need - rest);
  let found = 0;
  for (let at = firstAtLeast(filter, first); at < filter.count; at++) {
    const place = (filter.slots[at] as number) - first;
    if (place >= length) break;
    const score = partial[place] as number;
    if (score < need || alive[first + place] === 0) continue;
    scores[place] = score;
    candidates[found++] = place;
  }
  partial.fill(0);
  return found;
}

function collectAll(
  { segment, alive, scores, candidates, top }: WindowState,
  window: number,
  rest: number,
): number {
  const from = window * windowSize;
  const first = segment.base + from;
  const length = Math.min(windowSize, segment.count - from);
  const need = Math.max(1, top.need - rest);
  let found = 0;
  for (let place = 0; place < length; place++) {
    const score = partial[place] as number;
    if (score < need || alive[first + place] === 0) continue;
    scores[place] = score;
    candidates[found++] = place;
  }
  partial.fill(0);
  return found;
}

/** The same of few places, in any order; a place that comes again has been emptied by then. */
function collectTouched(
  { segment, alive, scores, candidates, top }: WindowState,
  window: number,
  rest: number,
): number {
  const first = segment.base + window * windowSize;
  const need = Math.max(1, top.need - rest);
  let found = 0;
  for (let at = 0; at < touchedCount; at++) {
    const place = touched[at] as number;
    const score = partial[place] as number;
    partial[place] = 0;
    if (score < need || alive[first + place] === 0) continue;
    scores[place] = score;
    candidates[found++] = place;
  }
  return found;
}
