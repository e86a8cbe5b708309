import type { CellFault, TableRow } from "@lilink/model/file";

/**
 * Rows on their way from one thread to another: their cells as one text, with the sheet, the number, the count and the lengths of the cells of
 * each. A list of rows would be taken apart and put together again text by text, which takes four times as long.
 */
export type PackedRows = {
  readonly text: string;
  readonly places: Uint32Array;
  /** The rows that have faults, by their place in the list. */
  readonly faults: readonly (readonly [number, readonly CellFault[]])[];
};

export function packRows(rows: readonly TableRow[]): PackedRows {
  let text = "";
  const places: number[] = [];
  const faults: (readonly [number, readonly CellFault[]])[] = [];
  for (const [at, { sheet, row, cells, faults: found }] of rows.entries()) {
    places.push(sheet, row, cells.length);
    for (const cell of cells) {
      text += cell;
      places.push(cell.length);
    }
    if (found.length > 0) faults.push([at, found]);
  }
  return { text, places: Uint32Array.from(places), faults };
}

const none: readonly CellFault[] = [];

/** @example unpackRows(packRows(rows)) // rows */
export function unpackRows({ text, places, faults }: PackedRows): readonly TableRow[] {
  const rows: TableRow[] = [];
  const faultsAt = new Map(faults);
  let from = 0;
  for (let at = 0; at < places.length; ) {
    const [sheet, row, count] = [places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0];
    at += 3;
    const cells: string[] = [];
    for (const last = at + count; at < last; at++) {
      const to = from + (places[at] ?? 0);
      cells.push(text.slice(from, to));
      from = to;
    }
    rows.push({ sheet, row, cells, faults: faultsAt.get(rows.length) ?? none });
  }
  return rows;
}
