import { type PdfDict, type PdfReader, type PdfValue, Unreadable } from "./read-value.ts";

/** Where an object stands: in the file, or as one of those in a stream; null where there is none any more. */
export type Place = { readonly at: number } | { readonly inside: number; readonly index: number } | null;

/** By number; the first that is told counts, for the newest is read first. */
export type Places = Map<number, Place>;

const pair = /(\d{1,7})[ \t]{1,9}(\d{1,7})/y;
const row = /(\d{1,10})[ \t]{1,9}(\d{1,5})[ \t]{1,9}([nf])/y;

/** A table of places, its reader behind the word "xref"; answers its trailer. */
export function readTable(reader: PdfReader, tell: (number: number, place: Place) => void): PdfDict {
  while (!reader.takes("trailer")) {
    const [, first, count] = reader.take(pair).map(Number);
    for (let index = 0; index < (count ?? 0); index += 1) {
      reader.skip();
      const [, at, , kind] = reader.take(row);
      tell((first ?? 0) + index, kind === "n" ? { at: Number(at) } : null);
    }
  }
  const trailer = reader.value();
  if (!(trailer instanceof Map)) throw new Unreadable();
  return trailer;
}

/** A stream of places, unfolded. */
export function readPlaces(dict: PdfDict, bytes: Buffer, tell: (number: number, place: Place) => void): void {
  const widths = figures(dict.get("/W"));
  const length = widths.reduce((sum, width) => sum + width, 0);
  if (dict.get("/Type") !== "/XRef" || widths.length !== 3 || widths.some((width) => width > 6) || length < 1)
    throw new Unreadable();
  const index = dict.has("/Index") ? figures(dict.get("/Index")) : [0, Number(dict.get("/Size"))];
  let at = 0;
  const next = (width: number, usual: number) => {
    const value = width > 0 ? bytes.readUIntBE(at, width) : usual;
    at += width;
    return value;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    const [first = 0, count = 0] = index.slice(part, part + 2);
    if (at + count * length > bytes.length) throw new Unreadable();
    for (let number = first; number < first + count; number += 1) {
      const kind = next(widths[0] ?? 0, 1);
      const place = next(widths[1] ?? 0, 0);
      const rest = next(widths[2] ?? 0, 0);
      tell(number, kind === 1 ? { at: place } : kind === 2 ? { inside: place, index: rest } : null);
    }
  }
}

function figures(value: PdfValue | undefined): number[] {
  const list = Array.isArray(value) ? value.map(Number) : [];
  if (!list.every((figure) => Number.isInteger(figure) && figure >= 0)) throw new Unreadable();
  return list;
}
