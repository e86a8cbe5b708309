type Growable = Uint8Array | Uint16Array | Int32Array | Uint32Array;

/** The array itself, or a copy at least twice as long where it has fewer than `needed` places. */
export function grow<Kind extends Growable>(array: Kind, needed: number): Kind {
  if (array.length >= needed) return array;
  const Make = array.constructor as new (length: number) => Kind;
  const longer = new Make(Math.max(needed, array.length * 2, 64));
  longer.set(array);
  return longer;
}

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

/** Of a term: all 32 bits that decide its place. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Terms by number, with the number of live documents that hold each. A table of its own, so that it can be saved as it is. */
export class TermTable {
  frequencies: Uint32Array;
  size: number;
  /** Open addressing, two places an entry: the hash, and 1 + the number of the term. */
  slots: Int32Array;
  private readonly saved: StringColumn | undefined;
  private readonly terms: (string | undefined)[];

  constructor(saved?: StringColumn, frequencies = new Uint32Array(1024) as Uint32Array, slots?: Int32Array) {
    this.saved = saved;
    this.frequencies = frequencies;
    this.size = saved?.length ?? 0;
    this.terms = new Array(this.size);
    this.slots = slots ?? new Int32Array(4096);
  }

  termOf(number: number): string {
    const term = this.terms[number] ?? this.saved?.at(number) ?? "";
    this.terms[number] = term;
    return term;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return (this.slots[this.placeOf(term, hashOf(term)) + 1] as number) - 1;
  }

  intern(term: string): number {
    const hash = hashOf(term);
    const place = this.placeOf(term, hash);
    const known = this.slots[place + 1] as number;
    if (known > 0) return known - 1;
    const number = this.size++;
    this.terms[number] = term;
    this.frequencies = grow(this.frequencies, number + 1);
    this.slots[place] = hash;
    this.slots[place + 1] = number + 1;
    if (this.size * 4 > this.slots.length) this.widen();
    return number;
  }

  /** Where a term stands, or the empty place where it belongs. */
  private placeOf(term: string, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 2;
    let place = (hash << 1) & mask;
    for (; slots[place + 1] !== 0; place = (place + 2) & mask) {
      if (slots[place] === hash && this.termOf((slots[place + 1] as number) - 1) === term) return place;
    }
    return place;
  }

  private widen(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    const mask = this.slots.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let place = ((old[at] as number) << 1) & mask;
      while (this.slots[place + 1] !== 0) place = (place + 2) & mask;
      this.slots[place] = old[at] as number;
      this.slots[place + 1] = old[at + 1] as number;
    }
  }
}

/** The documents by slot: a slot is given once and stays until the index is packed anew. */
export class DocumentTable {
  classes: Uint16Array;
  /** 1 for a slot whose document is in the index. */
  alive: Uint8Array;
  size: number;
  /** Of a loaded index: ids that nobody has asked for yet are read from here. */
  private saved: StringColumn | undefined;
  private readonly ids: (string | undefined)[];
  private slotById: Map<string, number> | undefined;

  constructor(saved?: StringColumn, classes: Uint16Array = new Uint16Array(1024)) {
    const count = saved?.length ?? 0;
    this.saved = saved;
    this.ids = new Array(count);
    this.classes = classes;
    this.alive = new Uint8Array(classes.length).fill(1, 0, count);
    this.size = count;
  }

  get slots(): number {
    return this.ids.length;
  }

  /** The id of a live document. */
  idOf(slot: number): string | undefined {
    const id = this.ids[slot];
    if (id !== undefined || !this.saved || this.alive[slot] !== 1) return id;
    this.ids[slot] = this.saved.at(slot);
    return this.ids[slot];
  }

  /** The slot of a document, or -1. */
  find(id: string): number {
    return this.byId().get(id) ?? -1;
  }

  add(id: string, lengthClass: number): number {
    const slot = this.ids.length;
    this.byId().set(id, slot);
    this.ids.push(id);
    this.classes = grow(this.classes, slot + 1);
    this.alive = grow(this.alive, slot + 1);
    this.classes[slot] = lengthClass;
    this.alive[slot] = 1;
    this.size += 1;
    return slot;
  }

  remove(slot: number): void {
    this.byId().delete(this.idOf(slot) ?? "");
    this.ids[slot] = undefined;
    this.alive[slot] = 0;
    this.size -= 1;
  }

  /** Gives every live document the next slot; returns the new slot of each old one, or -1. */
  pack(): Int32Array {
    const places = new Int32Array(this.ids.length).fill(-1);
    if (this.size === this.ids.length) return places.map((_, slot) => slot);
    let next = 0;
    for (let slot = 0; slot < this.ids.length; slot++) {
      if (this.alive[slot] === 0) continue;
      this.classes[next] = this.classes[slot] as number;
      this.ids[next] = this.idOf(slot);
      places[slot] = next++;
    }
    this.slotById = undefined;
    this.ids.length = next;
    this.saved = undefined;
    this.alive.fill(0).fill(1, 0, next);
    return places;
  }

  /** Made when first asked for: a loaded index that is only searched never needs it. */
  private byId(): Map<string, number> {
    if (this.slotById) return this.slotById;
    this.slotById = new Map();
    for (let slot = 0; slot < this.ids.length; slot++) {
      const id = this.idOf(slot);
      if (id !== undefined) this.slotById.set(id, slot);
    }
    return this.slotById;
  }
}
