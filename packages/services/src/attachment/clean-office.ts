import { crc32 } from "node:zlib";

const xml = (root: string) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root}/>`, "utf8");
const schemas = "http://schemas.openxmlformats.org";
/** What an office program writes of maker, company, times and templates, and its empty form. */
const blanks: ReadonlyMap<string, Buffer> = new Map([
  ["docprops/core.xml", xml(`cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties"`)],
  ["docprops/app.xml", xml(`Properties xmlns="${schemas}/officeDocument/2006/extended-properties"`)],
  ["docprops/custom.xml", xml(`Properties xmlns="${schemas}/officeDocument/2006/custom-properties"`)],
]);

type Entry = { readonly row: Buffer; readonly name: string; readonly at: number };

/**
 * A workbook or document whose properties are empty: the archive written anew, every other entry as it was, byte for byte.
 * Null where it cannot be read so, or where it is signed and a change would break the signature. [PO12]
 */
export function cleanOffice(raw: Buffer): Buffer | null {
  const tail = raw.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (tail < 0 || tail + 22 > raw.length) return null;
  const start = raw.readUInt32LE(tail + 16);
  const entries = readDirectory(raw, start, raw.readUInt16LE(tail + 10));
  if (!entries || entries.some(({ name }) => name.startsWith("_xmlsignatures/"))) return null;
  const parts: Buffer[] = [];
  const rows: Buffer[] = [];
  let written = 0;
  for (const [index, { row, name, at }] of entries.entries()) {
    const blank = blanks.get(name);
    const part = blank ? writeEntry(row, blank) : raw.subarray(at, entries[index + 1]?.at ?? start);
    row.writeUInt32LE(written, 42);
    parts.push(part);
    rows.push(row);
    written += part.length;
  }
  const directory = Buffer.concat(rows);
  const end = Buffer.from(raw.subarray(tail, tail + 22));
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(written, 16);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([...parts, directory, end]);
}

/** The rows of the directory as copies, by the place of their entries; null where one does not fit or two overlap. */
function readDirectory(raw: Buffer, start: number, count: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > raw.length || raw.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + 46 + raw.readUInt16LE(at + 28);
    const end = nameEnd + raw.readUInt16LE(at + 30) + raw.readUInt16LE(at + 32);
    if (end > raw.length) return null;
    const place = raw.readUInt32LE(at + 42);
    if (place + 30 > start || raw.readUInt32LE(place) !== 0x04034b50) return null;
    const name = raw.toString("utf8", at + 46, nameEnd).toLowerCase();
    entries.push({ row: Buffer.from(raw.subarray(at, end)), name, at: place });
    at = end;
  }
  entries.sort((a, b) => a.at - b.at);
  return new Set(entries.map((entry) => entry.at)).size === entries.length ? entries : null;
}

/** An entry that is stored as it is; its row of the directory is made to say so. */
function writeEntry(row: Buffer, bytes: Buffer): Buffer {
  const name = row.subarray(46, 46 + row.readUInt16LE(28));
  row.writeUInt16LE(row.readUInt16LE(8) & 0x0800, 8);
  row.writeUInt16LE(0, 10);
  row.writeUInt32LE(crc32(bytes), 16);
  row.writeUInt32LE(bytes.length, 20);
  row.writeUInt32LE(bytes.length, 24);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  // Version, flags, method, time, sum, sizes and length of the name stand in both in the same order.
  row.copy(head, 4, 6, 30);
  head.writeUInt16LE(0, 28);
  return Buffer.concat([head, name, bytes]);
}
