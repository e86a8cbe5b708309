import type { QueryList } from "./query-list.ts";
import type { ResolvedFilter } from "./resolve-filter.ts";
import type { SaturationTable } from "./saturation-table.ts";
import type { Segment } from "./segment.ts";
import type { TopSlots } from "./top-slots.ts";

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
