import { inflateSync } from "node:zlib";
import { type PdfDict, type PdfValue, type Room, spend, Unreadable } from "./read-value.ts";

const alone = (value: PdfValue | undefined): PdfValue | undefined =>
  Array.isArray(value) && value.length === 1 ? value[0] : value;

/** The bytes of a stream that holds objects or their places: plain or deflated, its rows told as differences or not. */
export function unfoldStream(dict: PdfDict, packed: Buffer, room: Room): Buffer {
  const filter = alone(dict.get("/Filter"));
  if (filter === undefined) return packed;
  if (filter !== "/FlateDecode" || room.unfolded < 1) throw new Unreadable();
  const bytes = inflate(packed, room.unfolded);
  spend(room, "unfolded", bytes.length);
  const parms = alone(dict.get("/DecodeParms"));
  if (!(parms instanceof Map)) return bytes;
  const figure = (key: string) => Number(parms.get(key) ?? 1);
  if (figure("/Predictor") === 1) return bytes;
  if (
    figure("/Predictor") < 10 ||
    figure("/Colors") !== 1 ||
    Number(parms.get("/BitsPerComponent") ?? 8) !== 8
  )
    throw new Unreadable();
  return undoRows(bytes, figure("/Columns"));
}

function inflate(packed: Buffer, most: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch (cause) {
    throw new Unreadable("", { cause });
  }
}

/** Rows of single bytes that are told as differences to the one before or above; the way of each row stands before it. */
function undoRows(bytes: Buffer, width: number): Buffer {
  if (!Number.isInteger(width) || width < 1 || bytes.length % (width + 1) !== 0) throw new Unreadable();
  const rows = bytes.length / (width + 1);
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1);
    const way = bytes[from] ?? 0;
    if (way > 2) throw new Unreadable();
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const isFirst = way === 0 || (way === 1 ? at === row * width : row === 0);
      const guess = isFirst ? 0 : (out[at - (way === 1 ? 1 : width)] ?? 0);
      out[at] = (bytes[from + 1 + at - row * width] ?? 0) + guess;
    }
  }
  return out;
}
