type Cases = Readonly<Record<string, readonly MessagePart[]>>;

/** A piece of a text: words, a value, or words that depend on one. `count` is the number of the case around it. */
export type MessagePart =
  | string
  | { readonly kind: "count" }
  | { readonly kind: "value"; readonly name: string }
  | { readonly kind: "number"; readonly name: string }
  | { readonly kind: "tag"; readonly name: string; readonly inside: readonly MessagePart[] }
  | { readonly kind: "plural" | "selectordinal" | "select"; readonly name: string; readonly cases: Cases };

/**
 * Reads what the catalog writes of ICU's message syntax: values, numbers, cases by number or by name, and elements. What it does not know is an error.
 * @example parseMessage("{n, plural, =0 {none} other {# of them}}")
 */
export function parseMessage(text: string): readonly MessagePart[] {
  const reader = new Reader(text);
  const parts = reader.parts(false);
  if (!reader.isAtEnd) throw new Error(`a sign too many in: ${text}`);
  return parts;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Up to the end, a closing brace or a closing element. */
  parts(counts: boolean): MessagePart[] {
    const parts: MessagePart[] = [];
    let words = "";
    const add = (part: MessagePart) => {
      if (words !== "") parts.push(words);
      words = "";
      parts.push(part);
    };
    while (!this.isAtEnd && this.#text[this.#at] !== "}" && !this.#text.startsWith("</", this.#at)) {
      const sign = this.#text[this.#at];
      if (sign === "{") add(this.#argument());
      else if (sign === "#" && counts) {
        this.#at += 1;
        add({ kind: "count" });
      } else if (sign === "<" && /[a-z]/i.test(this.#text[this.#at + 1] ?? "")) add(this.#element(counts));
      else if (sign === "'") words += this.#quoted();
      else {
        words += sign;
        this.#at += 1;
      }
    }
    if (words !== "") parts.push(words);
    return parts;
  }

  #argument(): MessagePart {
    const [, name = "", end = ""] = this.#take(/\{\s*(\w+)\s*([,}])/y);
    if (end === "}") return { kind: "value", name };
    const [, kind = "", next = ""] = this.#take(/\s*(\w+)\s*([,}])/y);
    if (kind === "number" && next === "}") return { kind, name };
    if (next !== "," || (kind !== "plural" && kind !== "selectordinal" && kind !== "select"))
      throw new Error(`no ${kind} in: ${this.#text}`);
    const cases: Record<string, readonly MessagePart[]> = {};
    while (!this.#isNext(/\s*\}/y)) {
      const [, label = ""] = this.#take(/\s*(=?\w+)\s*\{/y);
      cases[label] = this.parts(kind !== "select");
      this.#take(/\}/y);
    }
    this.#take(/\s*\}/y);
    return { kind, name, cases };
  }

  #element(counts: boolean): MessagePart {
    const [, name = ""] = this.#take(/<(\w+)>/y);
    const inside = this.parts(counts);
    this.#take(new RegExp(`</${name}>`, "y"));
    return { kind: "tag", name, inside };
  }

  /** Two quotes are one; one before a sign of the syntax begins words that are taken as they stand. */
  #quoted(): string {
    if (this.#isNext(/''/y)) return this.#take(/''/y) && "'";
    const found = /'([{}<>#|](?:[^']|'')*)(?:'|$)/y;
    if (this.#isNext(found)) return (this.#take(found)[1] ?? "").replaceAll("''", "'");
    this.#at += 1;
    return "'";
  }

  #isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) throw new Error(`not understood from ${this.#at} on: ${this.#text}`);
    this.#at += found[0].length;
    return found;
  }
}
