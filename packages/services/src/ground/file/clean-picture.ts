import { crc32 } from "node:zlib";
import { Kept, mostPieces } from "./kept-bytes.ts";

/** Without the suggested palette: no viewer of today asks for it, and it has a name that a program gives. */
const keptChunks = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB bKGD hIST pHYs cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

/**
 * A PNG without its texts, its time, its EXIF and the name of its colours, and without what stands behind its end; one that
 * breaks off is kept as far as it goes. Null where it has too many pieces. [PO12]
 */
export function cleanPng(raw: Buffer): Buffer | null {
  const kept = new Kept(raw);
  kept.add(0, 8);
  let at = 8;
  for (let pieces = 0; at + 12 <= raw.length; pieces += 1) {
    if (pieces > mostPieces) return null;
    const name = raw.toString("latin1", at + 4, at + 8);
    const end = Math.min(raw.length, at + 12 + raw.readUInt32BE(at));
    if (keptChunks.has(name)) kept.add(at, end);
    if (name === "iCCP") kept.put(unnamed(raw.subarray(at, end)));
    at = end;
    if (name === "IEND") break;
  }
  return kept.join();
}

/** The profile of colours under the name "i"; nothing where it is no profile. */
function unnamed(chunk: Buffer): Buffer {
  const end = chunk.subarray(8, 8 + 80).indexOf(0);
  if (end < 1) return Buffer.alloc(0);
  const body = Buffer.concat([Buffer.from("iCCPi", "latin1"), chunk.subarray(8 + end, -4)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const startOfScan = 0xda;
const endOfPicture = 0xd9;

/**
 * A JPEG without EXIF, place, texts and what stands behind its end; which way it is turned is written anew, and one that
 * breaks off is kept as far as it goes. Null where it is no row of segments or has too many. [PO12]
 */
export function cleanJpeg(raw: Buffer): Buffer | null {
  const kept = new Kept(raw);
  let turn = 1;
  let at = 2;
  for (let pieces = 0; at + 2 <= raw.length; ) {
    const marker = raw[at + 1] ?? 0;
    if (raw[at] !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (marker === endOfPicture) {
      kept.add(at, at + 2);
      break;
    } else {
      pieces += 1;
      const end = endOfSegment(raw, at);
      if (pieces > mostPieces || end === 0) return null;
      if (marker === 0xe1) turn = readTurn(raw.subarray(at, end)) ?? turn;
      const stop = marker === startOfScan ? endOfScan(raw, end) : end;
      if (draws(marker, raw.subarray(at, end))) kept.add(at, stop);
      at = stop;
    }
  }
  return Buffer.concat([raw.subarray(0, 2), ...turnOf(turn), kept.join()]);
}

/** Behind a segment, the end of the file where it breaks off, 0 where its length is none. */
function endOfSegment(raw: Buffer, at: number): number {
  if (at + 4 > raw.length) return raw.length;
  const length = raw.readUInt16BE(at + 2);
  return length < 2 ? 0 : Math.min(raw.length, at + 2 + length);
}

/**
 * Of the segments for applications: JFIF, the profile of colours and Adobe's transform of them; no comment, and none of the
 * small pictures that stand beside the picture.
 */
function draws(marker: number, segment: Buffer): boolean {
  const says = (word: string) => segment.toString("latin1", 4, 4 + word.length) === word;
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return says("JFIF\0");
  return (marker === 0xe2 && says("ICC_PROFILE\0")) || (marker === 0xee && says("Adobe"));
}

/** Where the drawn points end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(raw: Buffer, from: number): number {
  for (let at = from; at + 1 < raw.length; at += 1) {
    if (raw[at] !== 0xff) continue;
    const next = raw[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return raw.length;
}

/** The tag "orientation" of an EXIF segment, 1 to 8. */
function readTurn(segment: Buffer): number | undefined {
  if (segment.toString("latin1", 4, 10) !== "Exif\0\0" || segment.length < 18) return undefined;
  const tiff = segment.subarray(10);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < Math.min(short(first), 64); index += 1) {
    const at = first + 2 + index * 12;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return undefined;
}

/** An EXIF segment that says which way the picture is turned, and nothing else; none where it stands upright. */
function turnOf(turn: number): Buffer[] {
  if (turn < 2 || turn > 8) return [];
  const tiff = Buffer.from("49492a0008000000010012010300010000000000000000000000", "hex");
  tiff.writeUInt16LE(turn, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length, ...Buffer.from("Exif\0\0", "latin1")]);
  return [Buffer.concat([head, tiff])];
}
