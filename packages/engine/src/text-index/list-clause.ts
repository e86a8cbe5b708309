import { grow } from "./grow.ts";
import { saturate } from "./quantize.ts";
import { fewPostings, listKind, QueryList, windowShift, windowSize } from "./query-list.ts";
import { readDocuments, readList, readRows } from "./read-block.ts";
import type { SaturationTable } from "./saturation-table.ts";
import { blockSize, rowForm, type Segment } from "./segment.ts";
import type { TermTable } from "./term-table.ts";
import type { WeighedClause } from "./weigh-clauses.ts";

/** Where lists are read to, and where they are before they become one; kept between queries. */
const ready: { documents: Int32Array<ArrayBuffer>; gains: Int32Array<ArrayBuffer> }[] = [];
const scratch = { documents: new Int32Array(1024), rows: new Uint16Array(1024), sums: new Float64Array(0) };

const rows = new Uint16Array(blockSize);

type Context = {
  readonly segment: Segment;
  readonly terms: TermTable;
  readonly table: SaturationTable;
  readonly classes: Uint16Array;
  readonly k1: number;
  /** Whether a filter leads: lists are then probed, not read, and the segment is one window. */
  readonly isLed: boolean;
  /** Place of the clause in its query: each has buffers of its own. */
  readonly at: number;
};

/** A clause on a segment, or undefined where no document of the segment holds any of its terms. */
export function listClause({ clause, units }: WeighedClause, context: Context): QueryList | undefined {
  const { segment, terms } = context;
  const windows = context.isLed ? 1 : (segment.count + windowSize - 1) >>> windowShift;
  const members = clause.members.flatMap(({ term, weight }) => {
    const number = terms.find(term);
    const list = number < 0 ? -1 : (segment.localOf[number] ?? 0) - 1;
    return list < 0 ? [] : [{ list, weight }];
  });
  const [first] = members;
  if (!first) return undefined;
  const plain = clause.members.length === 1 && first.weight === 1;
  const size = segment.sizes[first.list] ?? 0;
  if (plain && ((segment.denseOf[first.list] ?? 0) > 0 || context.isLed || size > fewPostings * windows)) {
    const kind = (segment.denseOf[first.list] ?? 0) > 0 ? listKind.dense : listKind.blocks;
    const list = new QueryList(kind, units, segment, first.list, windows, driftOf(segment, context.table));
    if (kind === listKind.dense) list.openDense(context.table);
    if (context.isLed) list.measureWhole();
    else list.measureBlocks();
    return list;
  }
  const list = new QueryList(listKind.listed, units, segment, -1, windows, 1);
  if (plain) gatherOne(list, first.list, context);
  else gatherMany(list, members, context);
  if (context.isLed) list.measureWhole();
  else list.measureListed();
  return list;
}

/** By how much the bounds of a segment may have been outgrown since: longer means soften the cost of length. [TI8] */
function driftOf(segment: Segment, table: SaturationTable): number {
  return Math.max(1, ...table.means.map((mean, at) => mean / (segment.boundMeans[at] ?? mean)));
}

function gatherOne(list: QueryList, number: number, { segment, table, classes, at: place }: Context): void {
  const size = segment.sizes[number] ?? 0;
  const own = ready[place] ?? { documents: new Int32Array(size), gains: new Int32Array(size) };
  ready[place] = own;
  own.documents = grow(own.documents, size);
  own.gains = grow(own.gains, size);
  list.documents = own.documents;
  list.gains = own.gains;
  const { documents, gains, units } = list;
  const { values, stride } = table;
  const { base, form, offset, bytes } = segment;
  const end = segment.firstBlock[number + 1] as number;
  let at = 0;
  for (let block = segment.firstBlock[number] as number; block < end; block++) {
    const to = at + readDocuments(segment, number, block, documents, at);
    const shape = form[block] as number;
    if ((shape & 15) === rowForm.same) {
      const from = (offset[block] as number) + (to - at) * (shape >>> 4);
      const row = ((bytes[from] as number) | ((bytes[from + 1] as number) << 8)) * stride;
      for (; at < to; at++)
        gains[at] = units * (values[row + (classes[base + (documents[at] as number)] as number)] as number);
      continue;
    }
    readRows(segment, number, block, rows, 0);
    for (let each = 0; at < to; at++, each++) {
      const lengthClass = classes[base + (documents[at] as number)] as number;
      gains[at] = units * (values[(rows[each] as number) * stride + lengthClass] as number);
    }
  }
  list.size = at;
}

/** Sums the frequencies of the members in the order of the clause, then saturates. */
function gatherMany(
  list: QueryList,
  members: readonly { readonly list: number; readonly weight: number }[],
  { segment, table, classes, k1 }: Context,
): void {
  if (scratch.sums.length < segment.count) scratch.sums = new Float64Array(segment.count);
  const { sums } = scratch;
  const { frequencies, stride } = table;
  let found = new Int32Array(1024);
  let size = 0;
  for (const member of members) {
    const length = segment.sizes[member.list] ?? 0;
    scratch.documents = grow(scratch.documents, length);
    scratch.rows = grow(scratch.rows, length);
    found = grow(found, size + length);
    readList(segment, member.list, scratch.documents, scratch.rows);
    for (let at = 0; at < length; at++) {
      const document = scratch.documents[at] as number;
      const lengthClass = classes[segment.base + document] as number;
      if (sums[document] === 0) found[size++] = document;
      (sums[document] as number) +=
        member.weight * (frequencies[(scratch.rows[at] as number) * stride + lengthClass] as number);
    }
  }
  list.documents = found.subarray(0, size).sort();
  list.gains = new Int32Array(size);
  list.size = size;
  for (let at = 0; at < size; at++) {
    const document = list.documents[at] as number;
    list.gains[at] = list.units * saturate(sums[document] as number, k1);
    sums[document] = 0;
  }
}
