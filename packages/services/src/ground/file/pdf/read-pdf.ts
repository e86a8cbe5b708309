import { type Place, type Places, readPlaces, readTable } from "./read-places.ts";
import { type PdfDict, PdfReader, type PdfValue, type Room, spend, Unreadable } from "./read-value.ts";
import { unfoldStream } from "./unfold-stream.ts";

/** A stream is a dictionary with bytes of its own behind it. */
export type PdfObject =
  | { readonly value: PdfValue; readonly stream?: undefined }
  | { readonly value: PdfDict; readonly stream: Buffer };

const head = /[\0\t\n\f\r ]{0,9}(\d{1,7})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj/y;
const begin = /stream(?:\r\n|\n)/y;
const finish = /[\0\t\n\f\r ]{0,9}endstream/y;
const pair = /[\0\t\n\f\r ]{0,9}(\d{1,7})[\0\t\n\f\r ]{1,9}(\d{1,8})/y;
const deepest = 4;
/** What finding and writing an object costs beside its values. */
const perObject = 2;

/**
 * A PDF by its own tables of places, read strictly: whatever is not where they say, is packed in another way, or is locked
 * throws `Unreadable`. Objects are read one at a time, when they are asked for.
 */
export class PdfFile {
  private readonly text: string;
  private readonly places: Places = new Map();
  private readonly unfolded = new Map<
    number,
    { text: string; starts: readonly (readonly [number, number])[] }
  >();
  readonly root: number;
  readonly version: string;

  constructor(
    private readonly raw: Buffer,
    private readonly room: Room,
  ) {
    this.text = raw.toString("latin1");
    const tail = this.text.lastIndexOf("startxref");
    const root = this.readSections(
      Number(/^startxref\s{1,9}(\d{1,10})/.exec(this.text.slice(tail, tail + 40))?.[1]),
    );
    if (typeof root !== "number") throw new Unreadable();
    this.root = root;
    this.version = /^%PDF-(\d\.\d)/.exec(this.text)?.[1] ?? "1.5";
  }

  /** The first number that no object has. */
  get free(): number {
    return [...this.places.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  }

  /** The object of a number; null where there is none. */
  load(number: number, depth = 0): PdfObject | null {
    const place = this.places.get(number);
    if (depth > deepest) throw new Unreadable();
    if (!place) return null;
    spend(this.room, "values", perObject);
    return "at" in place ? this.loadAt(place.at, number, depth) : this.loadInside(place, number, depth);
  }

  /** What stands behind a reference, and behind that, should it be one too. */
  resolve(number: number, depth = 0): PdfValue | undefined {
    const value = this.load(number, depth)?.value;
    return typeof value === "number" ? this.resolve(value, depth + 1) : value;
  }

  /** From the newest section to the oldest; answers the root of the newest. */
  private readSections(start: number): PdfValue | undefined {
    const ahead = [start];
    const seen = new Set<number>();
    let root: PdfValue | undefined;
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (!Number.isInteger(at) || at >= this.text.length) throw new Unreadable();
      if (seen.has(at)) continue;
      seen.add(at);
      const trailer = this.readSection(at);
      if (trailer.has("/Encrypt")) throw new Unreadable();
      root ??= trailer.get("/Root");
      if (trailer.has("/Prev")) ahead.push(Number(trailer.get("/Prev")));
    }
    return root;
  }

  private readSection(at: number) {
    const told: [number, Place][] = [];
    const tell = (number: number, place: Place) => {
      spend(this.room, "values", 1);
      told.push([number, place]);
    };
    const reader = new PdfReader(this.text, this.room, at);
    const isTable = reader.takes("xref");
    const trailer = isTable ? readTable(reader, tell) : this.readStream(at, tell);
    spend(this.room, "text", reader.at - at);
    // What a table hides from old readers stands in a stream of its own.
    if (isTable && trailer.has("/XRefStm")) {
      const hidden = told.splice(0);
      this.readStream(Number(trailer.get("/XRefStm")), tell);
      told.push(...hidden);
    }
    for (const [number, place] of told) if (!this.places.has(number)) this.places.set(number, place);
    return trailer;
  }

  private readStream(at: number, tell: (number: number, place: Place) => void) {
    const { value, stream } = this.loadAt(at, undefined, 0);
    if (!stream) throw new Unreadable();
    readPlaces(value, unfoldStream(value, stream, this.room), tell);
    return value;
  }

  private loadAt(at: number, number: number | undefined, depth: number): PdfObject {
    const reader = new PdfReader(this.text, this.room, at);
    const found = Number(reader.take(head)[1]);
    if (number !== undefined && found !== number) throw new Unreadable();
    const value = reader.value();
    reader.skip();
    spend(this.room, "text", reader.at - at);
    if (!(value instanceof Map) || !reader.match(begin)) return { value };
    const given = value.get("/Length");
    const length = Number(typeof given === "number" ? this.load(given, depth + 1)?.value : given);
    const from = reader.at;
    if (!Number.isInteger(length) || length < 0) throw new Unreadable();
    spend(this.room, "read", length);
    reader.at = from + length;
    reader.take(finish);
    return { value, stream: this.raw.subarray(from, from + length) };
  }

  private loadInside(place: { inside: number; index: number }, number: number, depth: number): PdfObject {
    const { text, starts } = this.unfolded.get(place.inside) ?? this.unfold(place.inside, depth);
    const [found, at] = starts[place.index] ?? [];
    if (found !== number || at === undefined) throw new Unreadable();
    const reader = new PdfReader(text, this.room, at);
    const value = reader.value();
    spend(this.room, "text", reader.at - at);
    return { value };
  }

  private unfold(number: number, depth: number) {
    const place = this.places.get(number);
    if (!place || !("at" in place)) throw new Unreadable();
    const { value, stream } = this.loadAt(place.at, number, depth + 1);
    if (!stream || value.get("/Type") !== "/ObjStm") throw new Unreadable();
    const text = unfoldStream(value, stream, this.room).toString("latin1");
    const reader = new PdfReader(text, this.room);
    const first = Number(value.get("/First"));
    const starts: [number, number][] = [];
    for (let left = Number(value.get("/N")); left > 0; left -= 1) {
      const [, held = "", at = ""] = reader.take(pair);
      spend(this.room, "values", 1);
      starts.push([Number(held), first + Number(at)]);
    }
    const unfolded = { text, starts };
    this.unfolded.set(number, unfolded);
    return unfolded;
  }
}
