import { Kept, mostPieces } from "./kept-bytes.ts";

const extension = 0x21;
const image = 0x2c;
const end = 0x3b;
/** How one picture is shown, and how often they are. */
const control = 0xf9;
const application = 0xff;
const loops = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** A GIF without comments, texts and XMP. Null where it is no row of blocks, or has too many. [PO12] */
export function cleanGif(raw: Buffer): Buffer | null {
  const kept = new Kept(raw);
  const colours = (at: number) => ((raw[at] ?? 0) & 0x80 ? 3 << (((raw[at] ?? 0) & 7) + 1) : 0);
  let at = 13 + colours(10);
  kept.add(0, at);
  for (let pieces = 0; pieces < mostPieces && at < raw.length; pieces += 1) {
    const kind = raw[at];
    if (kind === end) {
      kept.add(at, at + 1);
      return kept.join();
    }
    if (kind !== extension && kind !== image) return null;
    const stop = endOfBlocks(raw, kind === image ? at + 11 + colours(at + 9) : at + 2);
    const isLoop = raw[at + 1] === application && loops.has(raw.toString("latin1", at + 3, at + 14));
    if (kind === image || raw[at + 1] === control || isLoop) kept.add(at, stop);
    at = stop;
  }
  return null;
}

/** Behind blocks that each tell their length, the last one nothing. */
function endOfBlocks(raw: Buffer, from: number): number {
  let at = from;
  while (at < raw.length && raw[at] !== 0) at += 1 + (raw[at] ?? 0);
  return at + 1;
}

const drawn = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const tellsOfMaker = 0x08 | 0x04;

/** A WebP without EXIF, XMP and what no viewer knows. Null where it breaks off, or has too many pieces. [PO12] */
export function cleanWebp(raw: Buffer): Buffer | null {
  const kept = new Kept(raw);
  let at = 12;
  for (let pieces = 0; at + 8 <= raw.length; pieces += 1) {
    const length = raw.readUInt32LE(at + 4);
    const stop = at + 8 + length + (length & 1);
    if (pieces > mostPieces || stop > raw.length) return null;
    if (drawn.has(raw.toString("latin1", at, at + 4))) kept.add(at, stop);
    at = stop;
  }
  const body = Buffer.from(kept.join());
  if (body.toString("latin1", 0, 4) === "VP8X" && body.length > 8) body[8] = (body[8] ?? 0) & ~tellsOfMaker;
  const head = Buffer.from(raw.subarray(0, 12));
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
