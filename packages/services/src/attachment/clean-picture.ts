const keptChunks = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT".split(
    " ",
  ),
);

/** A PNG without its texts, its time and its EXIF, and without what stands behind its end; null where it is broken. [PO12] */
export function cleanPng(raw: Buffer): Buffer | null {
  const kept = [raw.subarray(0, 8)];
  for (let at = 8; at + 12 <= raw.length; ) {
    const name = raw.toString("latin1", at + 4, at + 8);
    const end = at + 12 + raw.readUInt32BE(at);
    if (end > raw.length) return null;
    if (keptChunks.has(name)) kept.push(raw.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const startOfScan = 0xda;
const endOfPicture = 0xd9;

/**
 * A JPEG without EXIF, place, texts and what stands behind its end; which way it is turned is written anew. Null where it
 * is broken. [PO12]
 */
export function cleanJpeg(raw: Buffer): Buffer | null {
  const kept: Buffer[] = [];
  let turn = 1;
  for (let at = 2; at + 2 <= raw.length; ) {
    const marker = raw[at + 1];
    if (raw[at] !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (marker === endOfPicture) {
      kept.push(raw.subarray(at, at + 2));
      return Buffer.concat([raw.subarray(0, 2), ...turnOf(turn), ...kept]);
    } else {
      const end = at + 4 > raw.length ? raw.length + 1 : at + 2 + raw.readUInt16BE(at + 2);
      if (end > raw.length) return null;
      const stop = marker === startOfScan ? endOfScan(raw, end) : end;
      const segment = raw.subarray(at, stop);
      if (marker === 0xe1) turn = readTurn(segment) ?? turn;
      if (draws(marker ?? 0, segment)) kept.push(segment);
      at = stop;
    }
  }
  return null;
}

/** Of the segments for applications: JFIF, the profile of colours and Adobe's transform of them; no comment. */
function draws(marker: number, segment: Buffer): boolean {
  const says = (word: string) => segment.toString("latin1", 4, 4 + word.length) === word;
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return marker === 0xe0 || (marker === 0xe2 && says("ICC_PROFILE")) || (marker === 0xee && says("Adobe"));
}

/** Where the drawn points end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(raw: Buffer, from: number): number {
  for (let at = raw.indexOf(0xff, from); at >= 0 && at + 1 < raw.length; at = raw.indexOf(0xff, at + 1)) {
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
