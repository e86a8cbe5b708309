import { grow } from "./grow.ts";
import { fewPostings, listKind, QueryList } from "./query-list.ts";

/** Of longer queries the lists stay apart: merging them one by one would read the same postings over and over. */
const fewLists = 8;

/** Two buffers that merging writes to by turns; kept between queries. */
const buffers = [
  { documents: new Int32Array(1024), gains: new Int32Array(1024) },
  { documents: new Int32Array(1024), gains: new Int32Array(1024) },
];

type Postings = Pick<QueryList, "documents" | "gains" | "size">;

/** The lists of a query with the short ones that are ready as one, whose bounds are those of their sums. */
export function mergeListed(lists: readonly QueryList[]): readonly QueryList[] {
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
