/**
 * A value as it stands in a PDF: a number is a reference to the object of that number, a text is everything else that is
 * written in one piece, as it is written (a name with its slash, a string with its brackets, a figure, true, false, null).
 */
export type PdfValue = string | number | PdfValue[] | PdfDict;
export type PdfDict = Map<string, PdfValue>;

/** Something that is not read for sure, or more of it than is looked through. */
export class Unreadable extends Error {}

/** What one file may still cost: values that are read, bytes that they stand in, bytes of streams, and bytes that are unfolded. */
export type Room = { values: number; text: number; read: number; unfolded: number };

/** Takes from what a file may still cost. */
export function spend(room: Room, what: keyof Room, amount: number): void {
  room[what] -= amount;
  if (!(room[what] >= 0)) throw new Unreadable();
}

const deepest = 32;
/** Of a name, by ISO 32000; one byte may be written as three. */
const mostLetters = 127;
const spaces = "\\0\\t\\n\\f\\r ";
const marks = "()<>\\[\\]{}/%";
const end = `(?![^${spaces}${marks}])`;
const toSticky = (source: string) => new RegExp(source, "y");
const name = toSticky(`/[^${spaces}${marks}]{0,${3 * mostLetters}}${end}`);
const hex = toSticky(`<[\\da-fA-F${spaces}]*>`);
const reference = toSticky(`(\\d{1,7})[${spaces}]{1,9}\\d{1,5}[${spaces}]{1,9}R${end}`);
const plain = toSticky(`(?:true|false|null|[-+.\\d]{1,100})${end}`);

/** Reads the values of a PDF one after the other; bytes are letters of the same number. */
export class PdfReader {
  constructor(
    readonly text: string,
    private readonly room: Room,
    public at = 0,
  ) {}

  value(depth = 0): PdfValue {
    spend(this.room, "values", 1);
    if (depth > deepest) throw new Unreadable();
    this.skip();
    const mark = this.text[this.at];
    if (mark === "/") return this.name();
    if (mark === "(") return this.string();
    if (mark === "[") return this.list(depth);
    if (mark === "<") return this.text[this.at + 1] === "<" ? this.dict(depth) : this.take(hex)[0];
    const found = this.match(reference);
    return found ? Number(found[1]) : this.take(plain)[0];
  }

  /** What a pattern that sticks to its place finds here; null where it finds nothing. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  take(pattern: RegExp): RegExpExecArray {
    const found = this.match(pattern);
    if (!found) throw new Unreadable();
    return found;
  }

  takes(word: string): boolean {
    this.skip();
    const is = this.text.startsWith(word, this.at);
    if (is) this.at += word.length;
    return is;
  }

  /** Past spaces and comments. */
  skip(): void {
    let isComment = false;
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x25) isComment = true;
      else if (code === 10 || code === 13) isComment = false;
      else if (!isComment && code !== 32 && code !== 0 && code !== 9 && code !== 12) return;
    }
  }

  /** One name may be written in many ways: letters and digits are never left as numbers. */
  private name(): string {
    const written = this.take(name)[0];
    const escapes = written.split("#").length - 1;
    if (escapes === 0 && written.length <= mostLetters + 1) return written;
    spend(this.room, "values", escapes);
    if (written.replaceAll(/#[\da-f]{2}/gi, "#").length > mostLetters + 1) throw new Unreadable();
    return written.replaceAll(/#([46][1-9a-f]|[57][\da]|3\d)/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }

  private string(): string {
    let open = 0;
    for (let at = this.at; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 0x5c) at += 1;
      else if (code === 0x28) open += 1;
      else if (code === 0x29) open -= 1;
      if (open > 0 || code === 0x5c) continue;
      const from = this.at;
      this.at = at + 1;
      return this.text.slice(from, this.at);
    }
    throw new Unreadable();
  }

  private list(depth: number): PdfValue[] {
    this.at += 1;
    const list: PdfValue[] = [];
    while (!this.takes("]")) list.push(this.value(depth + 1));
    return list;
  }

  private dict(depth: number): PdfDict {
    this.at += 2;
    const dict: PdfDict = new Map();
    while (!this.takes(">>")) dict.set(this.name(), this.value(depth + 1));
    return dict;
  }
}

/** The value as it is written anew. */
export function writeValue(value: PdfValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return `${value} 0 R`;
  if (Array.isArray(value)) return `[${value.map(writeValue).join(" ")}]`;
  return `<<${[...value].map(([key, held]) => `${key} ${writeValue(held)}`).join("\n")}>>`;
}
