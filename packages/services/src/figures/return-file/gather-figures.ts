import { FileRefusal, type Table, type TableRow } from "@lilink/model/file";
import type { Component } from "@lilink/model/goals/definition";
import { figureKey } from "@lilink/model/return";
import {
  createRowReader,
  type FaultyRow,
  type FileFigure,
  type FileMeta,
  metaSheetName,
  type ReturnFileRefusal,
  type RowReader,
  readHeading,
  readMetaRows,
} from "@lilink/model/return/file";

/** Where a figure stands in its file, so that a fault that shows later can be marked there. */
export type PlacedFigure = FileFigure & {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
};

export type Gathered = {
  readonly figures: readonly PlacedFigure[];
  readonly faults: readonly FaultyRow[];
  readonly rows: number;
  readonly meta: FileMeta;
  /** The cells of the heading row, by sheet. */
  readonly headings: ReadonlyMap<number, readonly string[]>;
};

/** Rows above the heading that may hold a title. */
const titleRows = 20;
const rowsPerStep = 2000;

type Sheet = { readonly read: RowReader; readonly valueColumn: number };

/**
 * Reads all rows of a file: every figure or every fault, never the first alone. `step` is told how many rows are done, and
 * stops the reading by answering false (null is answered then).
 */
export async function gatherFigures(
  table: Table,
  components: readonly Component[],
  step: (rows: number) => Promise<boolean>,
): Promise<Gathered | null> {
  const dimensions = [...new Set(components.flatMap((component) => component.dimensions))];
  const sheets = new Map<number, Sheet | "other">();
  const headings = new Map<number, readonly string[]>();
  const seen = new Map<string, number>();
  const figures: PlacedFigure[] = [];
  const faults: FaultyRow[] = [];
  const meta: string[][] = [];
  let rows = 0;
  let reported = 0;
  for await (const piece of table.pieces) {
    for (const row of piece) takeRow(row);
    rows += piece.length;
    if (rows - reported < rowsPerStep) continue;
    reported = rows;
    if (!(await step(rows))) return null;
  }
  if (![...sheets.values()].some((sheet) => sheet !== "other")) refuse("noHeading");
  if (figures.length === 0 && faults.length === 0) refuse("noFigures");
  return { figures, faults, rows, meta: readMetaRows(meta), headings };

  function takeRow(row: TableRow): void {
    const about = table.sheets[row.sheet];
    if (about?.name === metaSheetName) meta.push([...row.cells]);
    const sheet = sheets.get(row.sheet);
    if (sheet === "other" || about?.hidden) return;
    if (sheet === undefined) findHeading(row);
    else takeFigure(row, sheet);
  }

  function takeFigure(row: TableRow, { read, valueColumn }: Sheet): void {
    const found = read(row);
    if (found === null) return;
    const at = { sheet: row.sheet, row: row.row };
    if ("faults" in found) {
      faults.push({ ...at, faults: found.faults });
      return;
    }
    const key = figureKey(found.figure);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row.row);
      figures.push({ ...found.figure, ...at, column: valueColumn });
    } else {
      const params = { row: String(first) };
      faults.push({ ...at, faults: [{ column: valueColumn, rule: "duplicate", params }] });
    }
  }

  function findHeading(row: TableRow): void {
    const heading = readHeading(row.cells, dimensions);
    if (!heading) {
      if (row.row > titleRows) sheets.set(row.sheet, "other");
      return;
    }
    const { columns, twice } = heading;
    if (twice !== null) refuse("headingTwice", { heading: twice });
    headings.set(row.sheet, row.cells);
    sheets.set(row.sheet, {
      read: createRowReader(components, columns),
      valueColumn: columns.get("value") ?? 0,
    });
  }
}

function refuse(rule: ReturnFileRefusal, params: Readonly<Record<string, string>> = {}): never {
  throw new FileRefusal<ReturnFileRefusal>(rule, params);
}
