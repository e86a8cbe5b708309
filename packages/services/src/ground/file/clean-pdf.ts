import { cleanDict, cleanStream, type Resolve } from "./pdf/clean-object.ts";
import { PdfFile } from "./pdf/read-pdf.ts";
import { type PdfValue, Unreadable } from "./pdf/read-value.ts";
import { PdfWriter } from "./pdf/write-pdf.ts";

const mebibyte = 1024 * 1024;
/** What of one file is looked through, about a quarter of a second of work; a file that asks for more stays as it came, and its sender is told. */
const most = { values: 100_000, text: 3 * mebibyte, read: 24 * mebibyte, unfolded: 6 * mebibyte };

/** `keeps`: something of its maker may be left in it, which its sender is told. */
export type CleanPdf = { readonly bytes: Buffer; readonly keeps: boolean };

/**
 * A PDF without its properties, XMP, earlier states, names and times beside notes, and what its pictures tell: what its pages
 * use, written anew. Null where it is locked, signed, or not read for sure within the limits. [PO12]
 */
export function cleanPdf(raw: Buffer): CleanPdf | null {
  try {
    return rewrite(raw);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function rewrite(raw: Buffer): CleanPdf {
  const file = new PdfFile(raw, { ...most });
  const written = new PdfWriter(file);
  const ahead = [file.root];
  const seen = new Set<number>();
  let keeps = false;
  const resolve: Resolve = (value) => (typeof value === "number" ? file.resolve(value) : value);
  const visit = (value: PdfValue): void => {
    if (typeof value === "number") ahead.push(value);
    else if (Array.isArray(value)) for (const held of value) visit(held);
    else if (value instanceof Map) {
      keeps = cleanDict(value, resolve) || keeps;
      for (const held of value.values()) visit(held);
    }
  };
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) {
    const object = seen.has(number) ? null : file.load(number);
    seen.add(number);
    if (!object) continue;
    visit(object.value);
    if (object.stream === undefined) written.add(number, object.value);
    else {
      const stream = cleanStream(object.value, object.stream);
      keeps ||= stream.keeps;
      written.addStream(number, object.value, stream.bytes);
    }
  }
  return { bytes: written.end(file.root), keeps };
}
