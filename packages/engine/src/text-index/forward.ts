import type { Segment } from "./segment.ts";
import { grow } from "./tables.ts";

export type TermRow = { readonly term: number; readonly row: number };

/** Collects the terms of documents one after the other: gaps of term numbers and rows as varints. */
export class ForwardWriter {
  private at = new Uint32Array(1024);
  private bytes = new Uint8Array(65_536);
  private used = 0;
  private count = 0;

  /** The next document with the entries from `from` to `to`. */
  add(terms: Int32Array, rows: Uint16Array, from: number, to: number): void {
    const entries = Array.from({ length: to - from }, (_, at) => from + at);
    entries.sort((a, b) => (terms[a] as number) - (terms[b] as number));
    this.bytes = grow(this.bytes, this.used + entries.length * 8);
    let before = 0;
    for (const entry of entries) {
      const term = terms[entry] as number;
      this.write(term - before);
      this.write(rows[entry] as number);
      before = term;
    }
    this.close();
  }

  /** The next document as it stands in a segment. */
  copy(segment: Segment, document: number): void {
    const [from, to] = [segment.forwardAt[document] ?? 0, segment.forwardAt[document + 1] ?? 0];
    this.bytes = grow(this.bytes, this.used + to - from);
    for (let at = from; at < to; at++) this.bytes[this.used++] = segment.forwardBytes[at] as number;
    this.close();
  }

  /** A document that went. */
  close(): void {
    this.count += 1;
    this.at = grow(this.at, this.count + 1);
    this.at[this.count] = this.used;
  }

  finish(segment: Segment): Segment {
    return {
      ...segment,
      forwardAt: this.at.slice(0, this.count + 1),
      forwardBytes: this.bytes.slice(0, this.used),
    };
  }

  private write(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes[this.used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }
}

/** The terms of a document by the forward list of its segment. */
export function readForward({ forwardAt, forwardBytes }: Segment, document: number): readonly TermRow[] {
  const found: TermRow[] = [];
  let at = forwardAt[document] ?? 0;
  const end = forwardAt[document + 1] ?? 0;
  function read(): number {
    let [value, shift] = [0, 0];
    for (let byte = 128; byte > 127; shift += 7) {
      byte = forwardBytes[at++] as number;
      value |= (byte & 127) << shift;
    }
    return value;
  }
  for (let term = 0; at < end; ) {
    term += read();
    found.push({ term, row: read() });
  }
  return found;
}
