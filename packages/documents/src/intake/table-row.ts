import type { CellRule } from "./rule.ts";

export type CellFault = { readonly column: number; readonly rule: CellRule };

/** One row with something in it, as it is shown to whoever opens the file: every cell as text, "" where there is none. */
export type TableRow = {
  /** Place among the sheets, from 0; a CSV is one sheet. */
  readonly sheet: number;
  /** As the program that made the file numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
};

export type TableSheet = { readonly name: string; readonly hidden: boolean };

/** A file that may be read: its sheets, about how many rows it holds (for a progress bar), and its rows in pieces. */
export type Table = {
  readonly kind: "xlsx" | "csv";
  readonly sheets: readonly TableSheet[];
  readonly rowsAbout: number;
  readonly pieces: AsyncIterable<readonly TableRow[]>;
};
