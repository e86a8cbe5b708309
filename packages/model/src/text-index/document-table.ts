import { grow } from "./grow.ts";

/** The documents by slot: a slot is given once and stays until the index is packed anew. */
export class DocumentTable {
  ids: (string | undefined)[];
  classes: Uint16Array;
  /** 1 for a slot whose document is in the index. */
  alive: Uint8Array;
  size = 0;
  private slotById: Map<string, number> | undefined;

  constructor(ids: (string | undefined)[] = [], classes: Uint16Array = new Uint16Array(1024)) {
    this.ids = ids;
    this.classes = grow(classes, ids.length);
    this.alive = new Uint8Array(this.classes.length);
    for (let slot = 0; slot < ids.length; slot++) {
      if (ids[slot] === undefined) continue;
      this.alive[slot] = 1;
      this.size += 1;
    }
  }

  get slots(): number {
    return this.ids.length;
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
    this.byId().delete(this.ids[slot] ?? "");
    this.ids[slot] = undefined;
    this.alive[slot] = 0;
    this.size -= 1;
  }

  /** Gives every live document the next slot; returns the new slot of each old one, or -1. */
  pack(): Int32Array {
    const places = new Int32Array(this.ids.length).fill(-1);
    let next = 0;
    for (let slot = 0; slot < this.ids.length; slot++) {
      if (this.alive[slot] === 0) continue;
      this.classes[next] = this.classes[slot] as number;
      this.ids[next] = this.ids[slot];
      places[slot] = next++;
    }
    if (next < this.ids.length) this.slotById = undefined;
    this.ids.length = next;
    this.alive.fill(0).fill(1, 0, next);
    return places;
  }

  /** Made when first asked for: a loaded index that is only searched never needs it. */
  private byId(): Map<string, number> {
    if (this.slotById) return this.slotById;
    this.slotById = new Map();
    for (let slot = 0; slot < this.ids.length; slot++) {
      const id = this.ids[slot];
      if (id !== undefined) this.slotById.set(id, slot);
    }
    return this.slotById;
  }
}
