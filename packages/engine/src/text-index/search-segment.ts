import { gatherWindow } from "./gather-window.ts";
import { mergeListed } from "./merge-listed.ts";
import { primeMark } from "./prime-mark.ts";
import { probeLists } from "./probe-lists.ts";
import { windowShift, windowSize } from "./query-list.ts";
import type { SegmentSearch, WindowState } from "./segment-search.ts";

/** Windows with the highest bounds that are scored first, so that the others have a high mark to pass. */
const primedWindows = 1;

/** Of a long query more lists are read than must be: many candidates cost more than the last lists that leave fewer. */
const longQuery = 8;
const longShare = 0.8;

const scores = new Int32Array(windowSize);
const candidates = new Int32Array(windowSize);

/**
 * Offers the best documents of a segment: MaxScore by windows of documents. In each window the lists whose bounds together
 * stay below the mark are not read but probed for the few documents that the others leave. [TI4]
 */
export function searchSegment(given: SegmentSearch): void {
  const lists = mergeListed(given.lists);
  const search = { ...given, lists };
  const { segment } = search;
  if (lists.length === 0) return;
  primeMark(search);
  const windows = (segment.count + windowSize - 1) >>> windowShift;
  const totals = new Float64Array(windows);
  for (const { bounds } of lists)
    for (let window = 0; window < windows; window++) (totals[window] as number) += bounds[window] as number;
  const order = lists.map((_, at) => at);
  const state: WindowState = {
    ...search,
    order,
    scores,
    candidates,
    sums: new Float64Array(lists.length + 1),
  };
  for (let turn = 0; turn < Math.min(primedWindows, windows - 1); turn++) {
    const best = totals.indexOf(Math.max(...totals));
    if ((totals[best] as number) <= 0) return;
    scoreWindow(state, best, totals[best] as number);
    totals[best] = 0;
  }
  for (let window = 0; window < windows; window++) {
    const total = totals[window] as number;
    if (total > 0 && total >= search.top.need) scoreWindow(state, window, total);
  }
}

function scoreWindow(state: WindowState, window: number, total: number): void {
  const { lists, order, sums, top } = state;
  for (let at = 1; at < order.length; at++) {
    const moved = order[at] as number;
    const bound = lists[moved]?.bounds[window] as number;
    let to = at;
    for (; to > 0 && (lists[order[to - 1] as number]?.bounds[window] as number) > bound; to--)
      order[to] = order[to - 1] as number;
    order[to] = moved;
  }
  const spare = order.length > longQuery ? top.need * longShare : top.need;
  let essential = 0;
  for (let at = 0; at < order.length; at++) {
    const sum = (sums[at] as number) + (lists[order[at] as number]?.bounds[window] as number);
    sums[at + 1] = sum;
    if (sum < spare) essential = at + 1;
  }
  let found = gatherWindow(state, window, essential, total);
  if (found > 0 && essential > 0) found = probeLists(state, window, essential, found);
  const first = state.segment.base + window * windowSize;
  for (let at = 0; at < found; at++) {
    const place = candidates[at] as number;
    top.offerIfEnough(first + place, scores[place] as number);
  }
}
