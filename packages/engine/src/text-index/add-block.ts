import type { QueryList } from "./query-list.ts";
import { readDocuments } from "./read-block.ts";
import type { SaturationTable } from "./saturation-table.ts";
import { blockSize, rowForm } from "./segment.ts";

export type WindowSums = {
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
  const start = (segment.offset[block] as number) + length * (form >>> 4);
  const slot = segment.base + from;
  const limit = touched.length - 1;
  for (let at = 0; at < length; at++) {
    const place = (places[at] as number) - from;
    places[at] = place;
    touched[(touchedCount + at) & limit] = place;
  }
  if ((form & 15) === rowForm.nibble) {
    for (let at = 0; at < length; at++) {
      const place = places[at] as number;
      const row = ((bytes[start + (at >>> 1)] as number) >>> ((at & 1) << 2)) & 15;
      (partial[place] as number) +=
        units * (values[row * stride + (classes[slot + place] as number)] as number);
    }
  } else if ((form & 15) === rowForm.same) {
    const row = ((bytes[start] as number) | ((bytes[start + 1] as number) << 8)) * stride;
    for (let at = 0; at < length; at++) {
      const place = places[at] as number;
      (partial[place] as number) += units * (values[row + (classes[slot + place] as number)] as number);
    }
  } else {
    const wide = (form & 15) === rowForm.pair ? 1 : 0;
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
