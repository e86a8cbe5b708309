import type { Table, TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import { checkArchive } from "./check-archive.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { countRows } from "./count-rows.ts";
import { decodeText } from "./decode-text.ts";
import type { FileLimits } from "./limit.ts";
import { listSheets } from "./list-sheets.ts";
import { readFormats } from "./number-format.ts";
import { openPatents } from "./open-patents.ts";
import { openCsv } from "./read-csv.ts";
import { readSheetRows, type SheetContext } from "./read-sheet.ts";
import { readStrings } from "./read-strings.ts";

/**
 * Opens a file of rows as what its bytes are, and only if its name says the same. Runs in a thread of its own: see
 * `readGuarded`.
 */
export async function openTable(bytes: Uint8Array, name: string, limits: FileLimits): Promise<Table> {
  if (bytes.length === 0) throw new FileRefusal("empty");
  if (bytes.length > limits.bytes) throw new FileRefusal("tooLarge", { max: limits.bytes });
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "xml" || ending === "json")
    return limitRows(openPatents([...decodeText(bytes)].join(""), ending), limits);
  const kind = sniffTable(bytes);
  const endings = kind === "xlsx" ? ["xlsx"] : ["csv", "txt", "tsv"];
  if (!endings.includes(ending)) throw new FileRefusal("renamed", { ending, found: kind });
  return limitRows(kind === "xlsx" ? await openWorkbook(bytes, limits) : openCsv(bytes, limits), limits);
}

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

function sniffTable(bytes: Uint8Array): Table["kind"] {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return "xlsx";
  // The container of old Office files, and of new ones that are locked with a password.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from("EncryptedPackage", "utf16le"),
    );
    throw new FileRefusal(locked ? "encrypted" : "oldKind");
  }
  const other = [
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x1f, 0x8b],
    [0x4d, 0x5a],
  ];
  if (other.some((head) => starts(bytes, ...head)) || /^\s*<(?:!doctype|html|\?xml)/i.test(headOf(bytes)))
    throw new FileRefusal("unknownKind");
  return "csv";
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.byteLength)).toString("latin1");
}

async function openWorkbook(bytes: Uint8Array, limits: FileLimits): Promise<Table> {
  const archive = await checkArchive(bytes, limits);
  await checkWorkbook(archive);
  const book = await listSheets(archive);
  const context: SheetContext = {
    strings: await readStrings(archive, book.strings, limits),
    formats: await readFormats(archive, book.styles),
    from1904: book.from1904,
    limits,
  };
  let rowsAbout = 0;
  for (const { part } of book.sheets) rowsAbout += await countRows(archive, part);
  return {
    kind: "xlsx",
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rowsAbout,
    pieces: (async function* () {
      for (const [at, { part }] of book.sheets.entries()) yield* readSheetRows(archive, part, at, context);
    })(),
  };
}

function limitRows(table: Table, limits: FileLimits): Table {
  const pieces = async function* (): AsyncGenerator<readonly TableRow[]> {
    let rows = 0;
    for await (const piece of table.pieces) {
      rows += piece.length;
      if (rows > limits.rows) throw new FileRefusal("tooManyRows", { max: limits.rows });
      yield piece;
    }
  };
  return { ...table, pieces: pieces() };
}
