/** The documents that hold one term: slot, occurrences in title and body, prominence of a concept in hundredths. */
export class PostingList {
  private slots = new Int32Array(4);
  private packed = new Uint32Array(4);
  private used = 0;

  get size(): number {
    return this.used;
  }

  add(slot: number, title: number, body: number, prominence: number): void {
    if (this.used === this.slots.length) this.grow();
    this.slots[this.used] = slot;
    this.packed[this.used] = Math.min(title, 255) | (Math.min(body, 255) << 8) | (prominence << 16);
    this.used += 1;
  }

  /** The last entry takes the place of the one that goes: the order of entries means nothing. */
  remove(slot: number): void {
    const at = this.slots.subarray(0, this.used).indexOf(slot);
    if (at < 0) return;
    this.used -= 1;
    this.slots[at] = this.slots[this.used] ?? 0;
    this.packed[at] = this.packed[this.used] ?? 0;
  }

  slotAt(index: number): number {
    return this.slots[index] ?? 0;
  }

  packedAt(index: number): number {
    return this.packed[index] ?? 0;
  }

  private grow(): void {
    const slots = new Int32Array(this.used * 2);
    const packed = new Uint32Array(this.used * 2);
    slots.set(this.slots);
    packed.set(this.packed);
    this.slots = slots;
    this.packed = packed;
  }
}
