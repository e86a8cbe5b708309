import { type CellValue, type CsvCell, type Sheet, toCsv, writeWorkbook } from "@lilink/documents";
import { answerFile, xlsxType } from "./answer-file.ts";
import { noteExport } from "./export-mark.ts";
import { splitLong } from "./split-long.ts";

export type Table = {
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
  /** A row above the head, about the whole file. */
  readonly notice?: string | undefined;
  /** What else a workbook says of its figures, beside who took it. */
  readonly notes?: readonly string[] | undefined;
};

/** Answers a table as a file to store: CSV, or XLSX where the address asks for it; or the status of what its reading threw. */
export function answerTable(
  request: Request,
  read: () => Promise<Table>,
  note: (request: Request) => Promise<string> = noteExport,
): Promise<Response> {
  const isXlsx = new URL(request.url).searchParams.get("format") === "xlsx";
  return answerFile(async () => {
    const mark = await note(request);
    const { name, head, rows, notice, notes } = await read();
    if (!isXlsx) {
      const body = new TextEncoder().encode(toCsv(head, [...rows, toMarkRow(head, mark)], notice));
      return { name: `${name}.csv`, type: "text/csv; charset=utf-8", body };
    }
    const wide = splitLong({ head, rows });
    const columns = wide.head.map((header) => ({ header, kind: "decimal" as const, wrap: true, width: 24 }));
    const body = writeWorkbook([
      { name, columns, rows: wide.rows.map((row) => row.map(toValue)), ...(notice ? { notice } : {}) },
      toMarkSheet(mark, notes),
    ]);
    return { name: `${name}.xlsx`, type: xlsxType, body };
  });
}

/** The last line of a table, with the mark in its first cell and as wide as the others. */
export function toMarkRow(head: readonly string[], mark: string): CsvCell[] {
  return head.map((_header, at) => (at === 0 ? mark : null));
}

/** The mark, and what else is to be said of the figures, on a sheet of its own, so that what is filtered or added up beside it stays as it is. */
export function toMarkSheet(mark: string, notes: readonly string[] = []): Sheet {
  return {
    name: "LiLink",
    columns: [{ header: "LiLink", kind: "text", width: 80, wrap: true }],
    rows: [mark, ...notes].map((line) => [line]),
  };
}

function toValue(cell: CsvCell): CellValue {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === "boolean" ? String(cell) : cell;
}
