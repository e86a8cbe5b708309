/** What a column holds: it decides how a cell is written, never what it says. */
export type CellKind = "text" | "decimal" | "integer" | "date";

/** A decimal comes as its digits ("-12.50"), a day as "2026-11-24". */
export type CellValue = string | number | null;

/** How a cell looks: a heading, a note beside the data, a place to fill in, or one with a fault. */
export type CellLook = "plain" | "head" | "note" | "input" | "fault";

export type Cell =
  | CellValue
  | {
      readonly value: CellValue;
      readonly look: CellLook;
      /** In which a number is shown, thousands apart; without it as it was written. */
      readonly decimals?: number;
    };

export type Column = {
  readonly header: string;
  readonly kind: CellKind;
  /** In characters of the usual font. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Long text is broken into lines. */
  readonly wrap?: boolean;
};

/** A list that a person chooses from, for one column (from 0) of rows (from 0, the heading not counted), both ends included. */
export type Choice = {
  readonly column: number;
  readonly rows: readonly [from: number, to: number];
  readonly options: readonly string[];
  /** What is said to whoever types something else; without it anything else is let through. */
  readonly refusal?: { readonly title: string; readonly text: string };
};

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  readonly choices?: readonly Choice[];
  /** A line above the heading that is about the whole sheet. */
  readonly notice?: string;
  /** Only cells that look like `input` can be changed. */
  readonly locked?: boolean;
  /** Not shown, and not in the list of hidden sheets either. */
  readonly hidden?: boolean;
};

/** What the format itself allows. */
export const maxRows = 1_048_576;
export const maxCellText = 32_767;
