import { gatherWindow } from "./gather-window.ts";
import type { Head } from "./posting-store.ts";
import { probeList, probeLists, type SegmentSearch, type WindowState } from "./probe-lists.ts";
import {
  fewPostings,
  listKind,
  QueryList,
  type WeighedClause,
  windowShift,
  windowSize,
} from "./query-list.ts";
import { type SaturationTable, saturate } from "./saturation.ts";
import { grow, type TermTable } from "./tables.ts";
import type { ResolvedFilter } from "./text-index.ts";
import { KthBest, type TopSlots } from "./top-slots.ts";

type Member = { readonly clause: number; readonly weight: number; readonly term: number };

type HeadSearch = {
  readonly head: Head;
  readonly clauses: readonly WeighedClause[];
  readonly terms: TermTable;
  readonly table: SaturationTable;
  readonly classes: Uint16Array;
  readonly alive: Uint8Array;
  readonly filter: ResolvedFilter | undefined;
  readonly k1: number;
  readonly top: TopSlots;
};

/** 1 for each term of the query at hand, so that nearly all entries are passed over by one look. */
let marks = new Uint8Array(0);

/** Offers the documents of the head that hold a term of the query: reads every entry of it. */
export function searchHead({
  head,
  clauses,
  terms,
  table,
  classes,
  alive,
  filter,
  k1,
  top,
}: HeadSearch): void {
  if (head.count === 0) return;
  const members: readonly Member[] = clauses.flatMap(({ clause }, at) =>
    clause.members.map(({ term, weight }) => ({ clause: at, weight, term: terms.find(term) })),
  );
  const membersOf = new Map<number, number[]>();
  for (const [at, { term }] of members.entries()) membersOf.set(term, [...(membersOf.get(term) ?? []), at]);
  marks = grow(marks, terms.size);
  for (const { term } of members) if (term >= 0) marks[term] = 1;
  const held = new Float64Array(members.length);
  const sums = new Float64Array(clauses.length);
  for (let at = 0; at < head.count; at++) {
    const slot = head.base + at;
    if (alive[slot] === 0 || (filter && filter.mask[slot] === 0)) continue;
    const lengthClass = classes[slot] as number;
    let found = false;
    const end = head.starts[at + 1] as number;
    for (let entry = head.starts[at] as number; entry < end; entry++) {
      const term = head.terms[entry] as number;
      if (marks[term] === 0) continue;
      found = true;
      const frequency = table.frequencies[
        (head.rows[entry] as number) * table.stride + lengthClass
      ] as number;
      for (const member of membersOf.get(term) ?? []) held[member] = frequency;
    }
    if (found) top.offerIfEnough(slot, scoreOf(members, held, sums, clauses, k1));
  }
  for (const { term } of members) if (term >= 0) marks[term] = 0;
}

function scoreOf(
  members: readonly Member[],
  held: Float64Array,
  sums: Float64Array,
  clauses: readonly WeighedClause[],
  k1: number,
): number {
  for (const [at, { clause, weight }] of members.entries())
    (sums[clause] as number) += weight * (held[at] as number);
  let score = 0;
  for (const [at, { units }] of clauses.entries()) score += units * saturate(sums[at] as number, k1);
  held.fill(0);
  sums.fill(0);
  return score;
}

/** The most documents, by the number asked for, whose full scores are worked out in order to begin with a high mark. */
const primedShare = 2;

/** Postings a clause of the query that are worth reading once more for it. */
const primedPostings = 8192;

const primed = new Int32Array(1);
const primedScores = new Int32Array(windowSize);

/**
 * A mark to begin with: of the documents to which the rarest clauses alone give the most, the k-th best full score. At least k
 * documents reach it, so whatever stays below it is no answer.
 */
function primeMark(search: SegmentSearch): void {
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
  primed[0] = place;
  primedScores[place] = gain;
  for (const list of lists)
    if ((list.bounds[window] as number) > 0)
      probeList(
        { candidates: primed, scores: primedScores, table, classes, top },
        list,
        window,
        1,
        Number.POSITIVE_INFINITY,
      );
  return primedScores[place] as number;
}

/** Of longer queries the lists stay apart: merging them one by one would read the same postings over and over. */
const fewLists = 8;

/** Two buffers that merging writes to by turns; kept between queries. */
const buffers = [
  { documents: new Int32Array(1024), gains: new Int32Array(1024) },
  { documents: new Int32Array(1024), gains: new Int32Array(1024) },
];

type Postings = Pick<QueryList, "documents" | "gains" | "size">;

/** The lists of a query with the short ones that are ready as one, whose bounds are those of their sums. */
function mergeListed(lists: readonly QueryList[]): readonly QueryList[] {
  const short = lists.filter(isShort).sort((a, b) => a.size - b.size);
  const [first, ...others] = short;
  if (!first || others.length === 0 || short.length > fewLists) return lists;
  let merged: Postings = first;
  for (const [turn, other] of others.entries()) merged = mergeTwo(merged, other, turn & 1);
  const { segment, bounds } = first;
  const whole = new QueryList(listKind.listed, 1, segment, -1, bounds.length, 1);
  whole.documents = merged.documents;
  whole.gains = merged.gains;
  whole.size = merged.size;
  whole.measureListed();
  return [whole, ...lists.filter((list) => !isShort(list))];
}

function isShort({ kind, size, bounds }: QueryList): boolean {
  return kind === listKind.listed && size <= fewPostings * bounds.length;
}

function mergeTwo(a: Postings, b: Postings, turn: number): Postings {
  const buffer = buffers[turn];
  if (!buffer) return a;
  const most = a.size + b.size;
  buffer.documents = grow(buffer.documents, most);
  buffer.gains = grow(buffer.gains, most);
  const { documents, gains } = buffer;
  const [ad, ag, bd, bg] = [a.documents, a.gains, b.documents, b.gains];
  const [an, bn] = [a.size, b.size];
  let [i, j, size] = [0, 0, 0];
  while (i < an && j < bn) {
    const x = ad[i] as number;
    const y = bd[j] as number;
    const least = Math.min(x, y);
    let gain = 0;
    if (x === least) gain += ag[i++] as number;
    if (y === least) gain += bg[j++] as number;
    documents[size] = least;
    gains[size++] = gain;
  }
  for (; i < an; i++) {
    documents[size] = ad[i] as number;
    gains[size++] = ag[i] as number;
  }
  for (; j < bn; j++) {
    documents[size] = bd[j] as number;
    gains[size++] = bg[j] as number;
  }
  return { documents, gains, size };
}

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
