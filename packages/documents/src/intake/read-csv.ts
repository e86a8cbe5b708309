import { Readable } from "node:stream";
import type { CellFault, Table, TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import { CsvError, parse } from "csv-parse";
import { decodeText } from "./decode-text.ts";
import type { FileLimits } from "./limit.ts";

const pieceRows = 500;
/** The first wins where two occur as often. */
const delimiters = ["\t", ";", ","];

/** What `toCsv` puts before a text that a spreadsheet would run; taken away again. */
const neutralized = /^'(?=[=+\-@\t\r＝＋－＠])/u;
const control = /(?![\t\n\r])\p{Cc}/u;

/** A CSV as a table: comma, tab or semicolon, whichever its first line holds most of; quotes as RFC 4180 has them. */
export function openCsv(bytes: Uint8Array, limits: FileLimits): Table {
  let first = "";
  let lines = 1;
  for (const piece of decodeText(bytes)) {
    if (first.length < 10_000) first += piece;
    for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) lines += 1;
  }
  return {
    kind: "csv",
    sheets: [{ name: "", hidden: false }],
    rowsAbout: lines,
    pieces: readPieces(bytes, pickDelimiter(first), limits),
  };
}

function pickDelimiter(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]?.replaceAll(/"[^"]*"/g, "") ?? "";
  const counts = delimiters.map((one) => line.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

async function* readPieces(
  bytes: Uint8Array,
  delimiter: string,
  limits: FileLimits,
): AsyncGenerator<readonly TableRow[]> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.cellText * 4,
    info: true,
  });
  Readable.from(decodeText(bytes))
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  let rows: TableRow[] = [];
  let row = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      row += 1;
      const found = toRow(record, row, limits);
      if (found) rows.push(found);
      if (rows.length < pieceRows) continue;
      yield rows;
      rows = [];
    }
    yield rows;
  } catch (error) {
    throw toRefusal(error);
  } finally {
    parser.destroy();
  }
}

function toRow(record: readonly string[], row: number, limits: FileLimits): TableRow | null {
  const cells = record.map((cell) => cell.replace(neutralized, ""));
  while (cells.at(-1) === "") cells.pop();
  if (cells.length === 0) return null;
  if (cells.length > limits.columns) throw new FileRefusal("tooManyColumns", { max: limits.columns, row });
  const faults = cells.flatMap((cell, column): CellFault[] =>
    cell.length > limits.cellText
      ? [{ column, rule: "cellTooLong" }]
      : control.test(cell)
        ? [{ column, rule: "controlCharacter" }]
        : [],
  );
  for (const { column } of faults)
    cells[column] = cells[column]?.slice(0, 100).replaceAll(/\p{Cc}/gu, " ") ?? "";
  return { sheet: 0, row, cells, faults };
}

/** A quote that is never closed swallows the rest of the file, so it is the whole file's fault, at the row where it begins. */
function toRefusal(error: unknown): Error {
  if (!(error instanceof CsvError)) return error instanceof Error ? error : new FileRefusal("damaged");
  const row = Number(error.records ?? 0) + 1;
  const column = Number(error.column ?? 0) + 1;
  return error.code === "CSV_MAX_RECORD_SIZE" || error.code.includes("QUOTE")
    ? new FileRefusal("openQuote", { row, column }, error)
    : new FileRefusal("damaged", { row }, error);
}
