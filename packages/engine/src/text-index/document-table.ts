import { grow } from "./grow.ts";
import type { StringColumn } from "./string-column.ts";

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
