import type { ImportFault } from "../series.ts";

export type CsvRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };
export type Csv = {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly faults: readonly ImportFault[];
};

type Line = { readonly row: number; readonly cells: readonly string[] };

function splitLines(text: string): { lines: readonly Line[]; openQuote: number | null } {
  const lines: Line[] = [];
  let cells: string[] = [];
  let cell = "";
  let quotedSince: number | null = null;
  let row = 1;
  let startRow = 1;
  const endLine = () => {
    cells.push(cell);
    if (cells.some((value) => value !== "")) lines.push({ row: startRow, cells });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n") row += 1;
    if (quotedSince !== null) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quotedSince = null;
    } else if (character === '"' && cell === "") quotedSince = row;
    else if (character === ",") {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endLine();
      startRow = row;
    } else if (character !== "\r") cell += character;
  }
  endLine();
  return { lines, openQuote: quotedSince };
}

/**
 * Reads comma-separated text (RFC 4180, LF or CRLF, a byte order mark allowed) by the names of its heading.
 * @param required columns that must be in the heading; a missing one is a fault of row 1
 * @returns rows with as many cells as the heading; others are faults `badFormat` {expected, found}
 */
export function readCsv(text: string, required: readonly string[]): Csv {
  const { lines, openQuote } = splitLines(text.replace(/^\ufeff/, ""));
  const [heading, ...body] = lines;
  const columns = (heading?.cells ?? []).map((name) => name.trim());
  const faults: ImportFault[] = required
    .filter((column) => !columns.includes(column))
    .map((column) => ({ row: 1, column, rule: "required" }));
  if (openQuote !== null)
    faults.push({ row: openQuote, column: "", rule: "badFormat", params: { found: '"' } });
  if (faults.length > 0) return { columns, rows: [], faults };
  const rows: CsvRow[] = [];
  for (const { row, cells } of body) {
    if (cells.length === columns.length)
      rows.push({
        row,
        cells: Object.fromEntries(columns.map((name, at) => [name, cells[at]?.trim() ?? ""])),
      });
    else
      faults.push({
        row,
        column: "",
        rule: "badFormat",
        params: { expected: columns.length, found: cells.length },
      });
  }
  return { columns, rows, faults };
}
