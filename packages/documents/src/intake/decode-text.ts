import { FileRefusal } from "@lilink/model/file";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);
const sampleLength = 4096;
const pieceLength = 65_536;

/** Characters that a table cannot mean: what another encoding leaves behind when it is taken for this one. */
const strange = /[\ufffd\ue000-\uf8ff]/;

/**
 * In which encoding a text is: by its mark, by the zero bytes of unmarked UTF-16, as UTF-8 where it is valid, else as GB 18030.
 * Null where it is none of these, so that it is refused and never read as rubbish.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodes(bytes, "utf-8") ? "utf-8" : null;
  const wide = detectWide(bytes);
  if (wide) return bytes.length % 2 === 0 && decodes(bytes, wide) ? wide : null;
  if (decodes(bytes, "utf-8")) return "utf-8";
  return decodes(bytes, "gb18030", strange) ? "gb18030" : null;
}

function detectWide(bytes: Uint8Array): TextEncoding | null {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  let even = 0;
  let odd = 0;
  const sample = bytes.subarray(0, sampleLength);
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1))
    if (at % 2 === 0) even += 1;
    else odd += 1;
  // Commas, digits and line ends of a table have one zero byte each, always on the same side.
  const enough = sample.length / 10;
  if (odd > enough && even === 0) return "utf-16le";
  return even > enough && odd === 0 ? "utf-16be" : null;
}

function decodes(bytes: Uint8Array, encoding: TextEncoding, unwanted?: RegExp): boolean {
  try {
    for (const piece of decodePieces(bytes, encoding)) if (unwanted?.test(piece)) return false;
    return true;
  } catch {
    return false;
  }
}

/** The text in pieces, without its mark. */
export function* decodePieces(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += pieceLength)
    yield decoder.decode(bytes.subarray(from, from + pieceLength), { stream: true });
  yield decoder.decode();
}

/** Decodes what `detectEncoding` judged, or refuses it. */
export function decodeText(bytes: Uint8Array): Generator<string> {
  const encoding = detectEncoding(bytes);
  if (!encoding) throw new FileRefusal("encoding");
  return decodePieces(bytes, encoding);
}
