import { mostPieces } from "./kept-bytes.ts";

/** Names, texts, maker, model, program, time, artist, computer and rights; XMP, IPTC and what Photoshop keeps; EXIF and place. */
const told = new Set([
  269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34853, 37724, 40091, 40092,
  40093, 40094, 40095, 42032, 42033, 42035, 42037,
]);
const smallerPictures = 330;
/** Bytes of one value, by its type. */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const row = 12;
/** A TIFF with more is none that a program writes; a row and its bytes are counted whenever they are looked at. */
const most = { tables: 1_000, rows: mostPieces, blanks: 3 };

/**
 * A TIFF in which nothing tells of its maker: the rows that do are taken out of its tables, and what they point at is blank.
 * Null where it is not read so. [PO12]
 */
export function cleanTiff(raw: Buffer): Buffer | null {
  const bytes = Buffer.from(raw);
  try {
    const tables = new Tables(bytes);
    const ahead = [tables.long(4)];
    for (let seen = 0; ahead.length > 0; seen += 1) {
      const at = ahead.pop() ?? 0;
      if (seen > most.tables) return null;
      if (at !== 0) ahead.push(...tables.clean(at));
    }
    return bytes;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Tables {
  private readonly isLittle: boolean;
  private rows = most.rows;
  private blanks: number;
  constructor(private readonly bytes: Buffer) {
    this.isLittle = bytes[0] === 0x49;
    this.blanks = most.blanks * bytes.length;
  }

  long(at: number): number {
    return this.isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  /** Takes out of one table what tells, and answers where others stand. */
  clean(at: number): number[] {
    const end = this.endOfRows(at);
    const others = [this.long(end)];
    let to = at + 2;
    for (let from = at + 2; from < end; from += row) {
      const tag = this.short(from);
      if (tag === smallerPictures) others.push(...this.places(from));
      if (told.has(tag)) this.blank(from);
      else {
        this.bytes.copyWithin(to, from, from + row);
        to += row;
      }
    }
    this.bytes.copyWithin(to, end, end + 4);
    this.bytes.fill(0, to + 4, end + 4);
    this.write(at, (to - at - 2) / row);
    return others;
  }

  /** What a row points at; of a table of EXIF or place, what that points at too. */
  private blank(from: number): void {
    const tag = this.short(from);
    if (tag === 34665 || tag === 34853) {
      const at = this.long(from + 8);
      const end = this.endOfRows(at);
      for (let inner = at + 2; inner < end; inner += row) this.blankValue(inner);
      this.bytes.fill(0, at, end + 4);
    } else this.blankValue(from);
  }

  private blankValue(from: number): void {
    const { at, length } = this.value(from);
    this.blanks -= length;
    if (this.blanks < 0) throw new RangeError();
    this.bytes.fill(0, at, at + length);
  }

  private endOfRows(at: number): number {
    const count = this.short(at);
    this.rows -= count;
    if (this.rows < 0) throw new RangeError();
    return at + 2 + count * row;
  }

  private places(from: number): number[] {
    const { at, length } = this.value(from);
    return Array.from({ length: Math.min(length / 4, most.tables) }, (_, index) => this.long(at + index * 4));
  }

  /** Where the values of a row stand: in the row itself where they fit. */
  private value(from: number): { readonly at: number; readonly length: number } {
    const length = (widths[this.short(from + 2)] ?? 0) * this.long(from + 4);
    return { at: length > 4 ? this.long(from + 8) : from + 8, length };
  }

  private short(at: number): number {
    return this.isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  private write(at: number, value: number): void {
    if (this.isLittle) this.bytes.writeUInt16LE(value, at);
    else this.bytes.writeUInt16BE(value, at);
  }
}
