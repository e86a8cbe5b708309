/** Texts one after the other with where each ends, in UTF-16 units: read without making a string of each. */
export class StringColumn {
  readonly length: number;
  private readonly text: string;
  private readonly ends: Uint32Array;

  constructor(text: string, ends: Uint32Array) {
    this.text = text;
    this.ends = ends;
    this.length = ends.length;
  }

  at(place: number): string {
    return this.text.slice(place === 0 ? 0 : this.ends[place - 1], this.ends[place]);
  }
}

/** Where each of some texts ends when they stand one after the other. */
export function endsOf(texts: readonly string[]): Uint32Array {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [at, text] of texts.entries()) {
    end += text.length;
    ends[at] = end;
  }
  return ends;
}
