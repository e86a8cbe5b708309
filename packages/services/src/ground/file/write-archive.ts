import { crc32, deflateRawSync } from "node:zlib";
import type { ArchiveEntry } from "./read-archive.ts";

const firstDay = 0x0021;

/** An archive of entries: their bytes as they were, or others in their stead; without times, comments and extra fields. */
export function writeArchive(entries: readonly ArchiveEntry[], instead: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const rows: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = instead.get(entry.name);
    const packed = bytes ? (entry.method === 8 ? deflateRawSync(bytes) : bytes) : entry.packed;
    // Version, flags, method, time, day, sum, sizes and length of the name stand in both in the same order.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.isUtf8 ? 0x0800 : 0, 2);
    fields.writeUInt16LE(entry.method, 4);
    fields.writeUInt16LE(firstDay, 8);
    fields.writeUInt32LE(bytes ? crc32(bytes) : entry.sum, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes?.length ?? entry.size, 18);
    fields.writeUInt16LE(entry.raw.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    rows.push(Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), fields, place, entry.raw);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), fields, entry.raw, packed);
    at += 30 + entry.raw.length + packed.length;
  }
  const directory = Buffer.concat(rows);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
