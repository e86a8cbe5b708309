import type { DocumentTable } from "./document-table.ts";
import { grow } from "./grow.ts";
import type { TextFilter } from "./text-index.ts";

/** A filter as an index sees it: 1 for every accepted slot, and those slots in order. */
export type ResolvedFilter = { mask: Uint8Array; slots: Int32Array; count: number; seen: number };

/** A filter that fewer than one in so many pass leads the search itself. */
const sparseShare = 16;

export function isLeading(filter: ResolvedFilter | undefined): filter is ResolvedFilter {
  return filter !== undefined && filter.count * sparseShare < filter.mask.length;
}

/** The place of the first accepted slot from a slot on. */
export function firstAtLeast({ slots, count }: ResolvedFilter, slot: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle] as number) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Asks a filter only about documents that came since it was last used here. */
export function resolveFilter(
  filter: TextFilter,
  documents: DocumentTable,
  known: WeakMap<TextFilter, ResolvedFilter>,
): ResolvedFilter {
  let resolved = known.get(filter);
  if (!resolved) {
    resolved = { mask: new Uint8Array(documents.slots), slots: new Int32Array(64), count: 0, seen: 0 };
    known.set(filter, resolved);
    if (filter.ids && filter.ids.length * 8 < documents.slots) {
      const slots = filter.ids.map((id) => documents.find(id)).filter((slot) => slot >= 0);
      for (const slot of slots.sort((a, b) => a - b)) accept(resolved, slot);
      resolved.seen = documents.slots;
    }
  }
  resolved.mask = grow(resolved.mask, documents.slots);
  for (; resolved.seen < documents.slots; resolved.seen++) {
    const id = documents.idOf(resolved.seen);
    if (id !== undefined && filter.accepts(id)) accept(resolved, resolved.seen);
  }
  return resolved;
}

function accept(resolved: ResolvedFilter, slot: number): void {
  resolved.mask[slot] = 1;
  resolved.slots = grow(resolved.slots, resolved.count + 1);
  resolved.slots[resolved.count++] = slot;
}
