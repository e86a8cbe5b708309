import { deflateSync } from "node:zlib";
import { type PdfDict, type PdfValue, writeValue } from "./read-value.ts";

const perStream = 200;
/** Kind, place and index of an object. */
const widths = [1, 4, 2] as const;

/** Objects by number that are written as a new file, those without bytes of their own in streams, as files since PDF 1.5 have them. */
export class PdfWriter {
  private readonly parts: Buffer[] = [];
  private readonly rows: (readonly [number: number, kind: number, place: number, index: number])[] = [];
  private waiting: (readonly [number, string])[] = [];
  private at = 0;
  private free: number;

  constructor({ version, free }: { readonly version: string; readonly free: number }) {
    this.free = free;
    this.rows.push([0, 0, 0, 0xffff]);
    this.put(`%PDF-${version < "1.5" ? "1.5" : version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
  }

  add(number: number, value: PdfValue): void {
    this.waiting.push([number, writeValue(value)]);
    if (this.waiting.length === perStream) this.flush();
  }

  addStream(number: number, dict: PdfDict, bytes: Buffer): void {
    dict.set("/Length", `${bytes.length}`);
    this.rows.push([number, 1, this.at, 0]);
    this.put(`${number} 0 obj\n${writeValue(dict)}\nstream\n`);
    this.put(bytes);
    this.put("\nendstream\nendobj\n");
  }

  end(root: number): Buffer {
    this.flush();
    const { at, free } = this;
    const rows = [...this.rows, [free, 1, at, 0] as const].sort(([a], [b]) => a - b);
    const places = Buffer.alloc(rows.length * 7);
    for (const [index, [, kind, place, inside]] of rows.entries()) {
      places.writeUInt8(kind, index * 7);
      places.writeUInt32BE(place, index * 7 + 1);
      places.writeUInt16BE(inside, index * 7 + 5);
    }
    const facts = { "/Type": "/XRef", "/Size": `${free + 1}`, "/Root": root };
    this.addPacked({ ...facts, "/W": widths.map(String), "/Index": toIndex(rows) }, places);
    this.put(`startxref\n${at}\n%%EOF\n`);
    return Buffer.concat(this.parts);
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    let at = 0;
    let head = "";
    for (const [index, [number, text]] of this.waiting.entries()) {
      head += `${number} ${at} `;
      at += text.length + 1;
      this.rows.push([number, 2, this.free, index]);
    }
    const facts = { "/Type": "/ObjStm", "/N": `${this.waiting.length}`, "/First": `${head.length}` };
    const body = head + this.waiting.map(([, text]) => text).join("\n");
    this.waiting = [];
    this.addPacked(facts, Buffer.from(body, "latin1"));
  }

  private addPacked(facts: Readonly<Record<string, PdfValue>>, bytes: Buffer): void {
    const dict = new Map(Object.entries({ ...facts, "/Filter": "/FlateDecode" }));
    this.addStream(this.free, dict, deflateSync(bytes, { level: 1 }));
    this.free += 1;
  }

  private put(part: Buffer | string): void {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    this.parts.push(bytes);
    this.at += bytes.length;
  }
}

/** First number and count of each unbroken row of numbers. */
function toIndex(rows: readonly (readonly [number, ...unknown[]])[]): string[] {
  const index: [number, number][] = [];
  for (const [number] of rows) {
    const last = index.at(-1);
    if (last && last[0] + last[1] === number) last[1] += 1;
    else index.push([number, 1]);
  }
  return index.flat().map(String);
}
