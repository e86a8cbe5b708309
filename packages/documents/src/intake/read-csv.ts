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
  let isQuoted = false;
  for (const piece of decodeText(bytes)) {
    isQuoted ||= piece.includes('"');
    if (first.length < 10_000) first += piece;
    for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) lines += 1;
  }
  const delimiter = pickDelimiter(first);
  const lineEnd = isQuoted ? undefined : /\r\n|\n|\r(?!$)/.exec(first)?.[0];
  const records =
    lineEnd === undefined
      ? parseRecords(bytes, delimiter, limits)
      : splitRecords(bytes, delimiter, lineEnd, limits);
  return {
    kind: "csv",
    sheets: [{ name: "", hidden: false }],
    rowsAbout: lines,
    pieces: inPieces(records, limits),
  };
}

function pickDelimiter(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]?.replaceAll(/"[^"]*"/g, "") ?? "";
  const counts = delimiters.map((one) => line.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Records, some at a time. */
type Records = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

async function* inPieces(records: Records, limits: FileLimits): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  let row = 0;
  for await (const some of records)
    for (const record of some) {
      row += 1;
      const found = toRow(record, row, limits);
      if (found) rows.push(found);
      if (rows.length < pieceRows) continue;
      yield rows;
      rows = [];
    }
  yield rows;
}

async function* parseRecords(
  bytes: Uint8Array,
  delimiter: string,
  limits: FileLimits,
): AsyncGenerator<readonly (readonly string[])[]> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord(limits),
  });
  Readable.from(decodeText(bytes))
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield [record];
  } catch (error) {
    throw toRefusal(error);
  } finally {
    parser.destroy();
  }
}

const longestRecord = ({ cellText }: FileLimits) => cellText * 4;

/** Where no quote stands in the whole file, a record is a line and a cell is what stands between two delimiters. */
function* splitRecords(
  bytes: Uint8Array,
  delimiter: string,
  lineEnd: string,
  limits: FileLimits,
): Generator<readonly (readonly string[])[]> {
  let rest = "";
  let row = 0;
  for (const piece of decodeText(bytes)) {
    const lines = `${rest}${piece}`.split(lineEnd);
    rest = lines.pop() ?? "";
    for (const line of lines) checkLength(line, ++row, delimiter, limits);
    checkLength(rest, row + 1, delimiter, limits);
    yield lines.map((line) => line.split(delimiter));
  }
  if (rest !== "") yield [rest.split(delimiter)];
}

/** A line without end is that of a file that is no table. */
function checkLength(line: string, row: number, delimiter: string, limits: FileLimits): void {
  if (line.length <= longestRecord(limits)) return;
  const column = line.slice(0, longestRecord(limits)).split(delimiter).length;
  throw new FileRefusal("openQuote", { row, column });
}

const toCell = (cell: string) => (cell.startsWith("'") ? cell.replace(neutralized, "") : cell);

function toRow(record: readonly string[], row: number, limits: FileLimits): TableRow | null {
  const cells = record.map(toCell);
  while (cells.at(-1) === "") cells.pop();
  if (cells.length === 0) return null;
  if (cells.length > limits.columns) throw new FileRefusal("tooManyColumns", { max: limits.columns, row });
  const faults: CellFault[] = [];
  for (const [column, cell] of cells.entries())
    if (cell.length > limits.cellText) faults.push({ column, rule: "cellTooLong" });
    else if (control.test(cell)) faults.push({ column, rule: "controlCharacter" });
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
