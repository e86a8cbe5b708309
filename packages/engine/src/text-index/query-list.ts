import { type SaturationTable, saturate } from "./saturation.ts";
import {
  blockSize,
  denseOf,
  denseStride,
  gapBitsOf,
  gapBytes,
  listOf,
  readDocuments,
  readList,
  readRows,
  rowForm,
  rowFormOf,
  type Segment,
  sizeOf,
} from "./segment.ts";
import { grow, type TermTable } from "./tables.ts";
import type { Clause } from "./text-index.ts";

/** All clauses of a query share this many units of weight, so that a score fits 31 bits. */
const weightUnits = 2 ** 18;

export type WeighedClause = { readonly clause: Clause; readonly units: number };

type WeighedQuery = {
  readonly clauses: readonly WeighedClause[];
  /** What one unit times one step of saturation is worth as a score, but for the steps and k1. */
  readonly worth: number;
};

/** ln(1 + (N - df + 0.5) / (df + 0.5)), never below zero. */
function inverseFrequency(documents: number, frequency: number): number {
  const held = Math.min(documents, frequency);
  return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
}

/** Gives each clause that some document can answer its whole-number share of the query's weight. [TI3] */
export function weighClauses(
  clauses: readonly Clause[],
  documents: number,
  frequencyOf: (term: string) => number,
): WeighedQuery {
  const weights = clauses.map(({ members, weight }) => {
    const frequency = members.reduce((sum, member) => sum + member.weight * frequencyOf(member.term), 0);
    return frequency > 0 && weight > 0 ? weight * inverseFrequency(documents, frequency) : 0;
  });
  const total = [...weights].sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return { clauses: [], worth: 0 };
  const weighed = clauses.map((clause, at) => ({
    clause,
    units: Math.round((weightUnits * (weights[at] ?? 0)) / total),
  }));
  return { clauses: weighed.filter(({ units }) => units > 0), worth: total / weightUnits };
}

/** Documents of a segment that are scored together. */
export const windowSize = 8192;
export const windowShift = 13;

const none = new Int32Array(0);
const rows = new Uint16Array(blockSize);

/** A list of no more postings a window than this is read whole at the start. */
export const fewPostings = 64;

export const listKind = { listed: 0, blocks: 1, dense: 2 } as const;

/** One clause of a query on one segment: its postings, what they add, and the most they can add in each window. */
export class QueryList {
  readonly kind: number;
  readonly units: number;
  readonly segment: Segment;
  readonly list: number;
  /** The most that the clause adds within each window. */
  readonly bounds: Float64Array;
  /** By window: the first block that reaches into it, or the first posting of a listed clause. */
  readonly starts: Int32Array;
  /** Of a listed clause: documents and what each gains. Of blocks: the block that was read last. */
  documents = none;
  gains = none;
  size = 0;
  /** Of a dense list: where it begins, and where the row of each half byte begins in the table. */
  denseStart = 0;
  readonly rowOffsets = new Int32Array(16);
  private loaded = -1;
  private readonly scale: number;
  private readonly slack: number;

  constructor(kind: number, units: number, segment: Segment, list: number, windows: number, drift: number) {
    this.kind = kind;
    this.units = units;
    this.segment = segment;
    this.list = list;
    this.scale = 16 * units * drift;
    this.slack = drift > 1 ? units * drift : 0;
    this.bounds = new Float64Array(windows);
    this.starts = new Int32Array(windows + 1);
  }

  boundOfBlock(block: number): number {
    return (this.segment.bound[block] as number) * this.scale + this.slack;
  }

  /** Makes a dense list ready for a table that stays as it is for the query. */
  openDense({ stride }: SaturationTable): void {
    const { denseRows, count } = this.segment;
    const number = denseOf(this.segment, this.list);
    this.denseStart = number * denseStride(count);
    for (let half = 0; half < 16; half++)
      this.rowOffsets[half] = (denseRows[number * 16 + half] as number) * stride;
  }

  /** Bounds and starts by window, from the bounds of blocks. */
  measureBlocks(): void {
    const { segment, list, bounds, starts } = this;
    const { lastDocument, bound } = segment;
    const end = segment.firstBlock[list + 1] as number;
    let block = segment.firstBlock[list] as number;
    for (let window = 0; window < bounds.length; window++) {
      const last = (window + 1) * windowSize - 1;
      starts[window] = block;
      let highest = 0;
      for (; block < end && (lastDocument[block] as number) <= last; block++)
        if ((bound[block] as number) > highest) highest = bound[block] as number;
      if (block < end && (bound[block] as number) > highest) highest = bound[block] as number;
      bounds[window] = highest * this.scale + this.slack;
    }
    starts[bounds.length] = block;
  }

  /** The same for the segment as one window. */
  measureWhole(): void {
    const { segment, list, bounds, starts, gains, size } = this;
    const [first, end] =
      this.kind === listKind.listed
        ? [0, size]
        : [segment.firstBlock[list] as number, segment.firstBlock[list + 1] as number];
    let highest = 0;
    for (let at = first; at < end; at++) {
      const value = this.kind === listKind.listed ? (gains[at] as number) : this.boundOfBlock(at);
      if (value > highest) highest = value;
    }
    starts[0] = first;
    starts[1] = end;
    bounds[0] = highest;
  }

  /** Bounds and starts by window, from the postings themselves. */
  measureListed(): void {
    const { bounds, starts, documents, gains, size } = this;
    let at = 0;
    for (let window = 0; window < bounds.length; window++) {
      const end = (window + 1) * windowSize;
      starts[window] = at;
      let highest = 0;
      for (; at < size && (documents[at] as number) < end; at++)
        if ((gains[at] as number) > highest) highest = gains[at] as number;
      bounds[window] = highest;
    }
    starts[bounds.length] = at;
  }

  /** Reads a block into `documents` and `gains`, unless it is there already. */
  load(block: number, table: SaturationTable, classes: Uint16Array): void {
    if (this.loaded === block) return;
    this.loaded = block;
    if (this.documents === none) {
      this.documents = new Int32Array(blockSize);
      this.gains = new Int32Array(blockSize);
    }
    const { documents, gains, segment, units } = this;
    this.size = readDocuments(segment, this.list, block, documents, 0);
    readRows(segment, this.list, block, rows, 0);
    const { values, stride } = table;
    const { base } = segment;
    for (let at = 0; at < this.size; at++) {
      const lengthClass = classes[base + (documents[at] as number)] as number;
      gains[at] = units * (values[(rows[at] as number) * stride + lengthClass] as number);
    }
  }
}

/** Where lists are read to, and where they are before they become one; kept between queries. */
const ready: { documents: Int32Array<ArrayBuffer>; gains: Int32Array<ArrayBuffer> }[] = [];
const scratch = { documents: new Int32Array(1024), rows: new Uint16Array(1024), sums: new Float64Array(0) };

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
    const list = number < 0 ? -1 : listOf(segment, number);
    return list < 0 ? [] : [{ list, weight }];
  });
  const [first] = members;
  if (!first) return undefined;
  const plain = clause.members.length === 1 && first.weight === 1;
  const isDense = denseOf(segment, first.list) >= 0;
  if (plain && (isDense || context.isLed || sizeOf(segment, first.list) > fewPostings * windows)) {
    const kind = isDense ? listKind.dense : listKind.blocks;
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
  const size = sizeOf(segment, number);
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
    if (rowFormOf(shape) === rowForm.same) {
      const from = (offset[block] as number) + gapBytes(to - at, gapBitsOf(shape));
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
    const length = sizeOf(segment, member.list);
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
