import { inflateRawSync } from "node:zlib";

export type ArchiveEntry = {
  /** As it is written, and as it is compared: small letters, `/` between folders, none at the beginning. */
  readonly raw: Buffer;
  readonly name: string;
  readonly isUtf8: boolean;
  readonly isLocked: boolean;
  readonly method: number;
  readonly sum: number;
  readonly size: number;
  readonly packed: Buffer;
};

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const mostEntries = 5_000;
/** In a field of 32 bits: the value stands in 64 elsewhere. */
const elsewhere = 0xffffffff;

/** The entries of an archive by its directory, ZIP64 too; null where it is none, is broken, or two share their bytes. */
export function readArchive(raw: Buffer): ArchiveEntry[] | null {
  const directory = findDirectory(raw);
  if (!directory || directory.count > mostEntries) return null;
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  const taken: [number, number][] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > raw.length || raw.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + 46 + raw.readUInt16LE(at + 28);
    const extraEnd = nameEnd + raw.readUInt16LE(at + 30);
    if (extraEnd > raw.length) return null;
    const sizes = readSizes(raw.subarray(at, nameEnd), raw.subarray(nameEnd, extraEnd));
    const from = sizes ? startOfData(raw, sizes.place, directory.start) : null;
    if (!sizes || from === null || from + sizes.packed > directory.start) return null;
    const name = toName(raw.subarray(at + 46, nameEnd));
    if (names.has(name)) return null;
    names.add(name);
    taken.push([sizes.place, from + sizes.packed]);
    const flags = raw.readUInt16LE(at + 8);
    entries.push({
      raw: raw.subarray(at + 46, nameEnd),
      name,
      isUtf8: (flags & 0x0800) !== 0,
      isLocked: (flags & 0x0041) !== 0,
      method: raw.readUInt16LE(at + 10),
      sum: raw.readUInt32LE(at + 16),
      size: sizes.size,
      packed: raw.subarray(from, from + sizes.packed),
    });
    at = extraEnd + raw.readUInt16LE(at + 32);
  }
  taken.sort(([a], [b]) => a - b);
  return taken.some(([start], index) => start < (taken[index - 1]?.[1] ?? 0)) ? null : entries;
}

/** An entry unfolded; null where it is larger than allowed, broken, or packed in another way. */
export function unfoldEntry({ method, packed }: ArchiveEntry, most: number): Buffer | null {
  if (method === 0) return packed.length <= most ? packed : null;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
}

function toName(raw: Buffer): string {
  return raw.toString("utf8").replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** The end mark counts only where its comment ends with the file: a comment may hold such a mark too. */
function findDirectory(raw: Buffer): { start: number; count: number } | null {
  for (let at = raw.length - 22; at >= Math.max(0, raw.length - 22 - 0xffff); at -= 1) {
    if (raw[at] !== 0x50 || raw.readUInt32LE(at) !== endMark) continue;
    if (at + 22 + raw.readUInt16LE(at + 20) !== raw.length) continue;
    const short = { start: raw.readUInt32LE(at + 16), count: raw.readUInt16LE(at + 10) };
    const found = short.start === elsewhere || short.count === 0xffff ? readEnd64(raw, at) : short;
    if (found && found.count > 0 && found.start < at) return found;
  }
  return null;
}

function readEnd64(raw: Buffer, end: number): { start: number; count: number } | null {
  if (end < 20 || raw.readUInt32LE(end - 20) !== locator64Mark) return null;
  const at = Number(raw.readBigUInt64LE(end - 12));
  if (at + 56 > end || raw.readUInt32LE(at) !== end64Mark) return null;
  return { start: Number(raw.readBigUInt64LE(at + 48)), count: Number(raw.readBigUInt64LE(at + 32)) };
}

/** Sizes and place of an entry; what a row has no room for stands in its extra field, in this order. */
function readSizes(row: Buffer, extra: Buffer): { size: number; packed: number; place: number } | null {
  const wide = findWide(extra);
  let at = 0;
  const values = [24, 20, 42].map((field) => {
    const value = row.readUInt32LE(field);
    if (value !== elsewhere) return value;
    at += 8;
    return at <= wide.length ? Number(wide.readBigUInt64LE(at - 8)) : Number.NaN;
  });
  const [size = 0, packed = 0, place = 0] = values;
  return values.every(Number.isSafeInteger) ? { size, packed, place } : null;
}

function findWide(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  return Buffer.alloc(0);
}

function startOfData(raw: Buffer, place: number, start: number): number | null {
  if (place + 30 > start || raw.readUInt32LE(place) !== 0x04034b50) return null;
  return place + 30 + raw.readUInt16LE(place + 26) + raw.readUInt16LE(place + 28);
}
