/** The k-th highest of some numbers, 0 as long as there are fewer: the k highest as a heap, the least on top. */
export class KthBest {
  mark = 0;
  private readonly k: number;
  private readonly kept: number[] = [];

  constructor(k: number) {
    this.k = k;
  }

  offer(value: number): void {
    const { kept, k } = this;
    let at = kept.length < k ? kept.push(value) - 1 : 0;
    if (at === 0) this.sink(value);
    for (; at > 0; at = (at - 1) >> 1) {
      const above = kept[(at - 1) >> 1] as number;
      if (above <= value) break;
      kept[at] = above;
      kept[(at - 1) >> 1] = value;
    }
    if (kept.length === k) this.mark = kept[0] as number;
  }

  private sink(value: number): void {
    const { kept } = this;
    let at = 0;
    for (let child = 1; child < kept.length; child = 2 * at + 1) {
      if (child + 1 < kept.length && (kept[child + 1] as number) < (kept[child] as number)) child++;
      if ((kept[child] as number) >= value) break;
      kept[at] = kept[child] as number;
      at = child;
    }
    kept[at] = value;
  }
}

/** Keeps the best k slots, exactly, ties by id: a heap with the worst of the kept on top. */
export class TopSlots {
  private readonly scores: number[] = [];
  private readonly slots: number[] = [];
  readonly k: number;
  private readonly idOf: (slot: number) => string | undefined;
  /** What a score must reach to be offered at all; equal scores may win by id. */
  need = 1;

  constructor(k: number, idOf: (slot: number) => string | undefined) {
    this.k = k;
    this.idOf = idOf;
  }

  offer(slot: number, score: number): void {
    const { scores, slots, k } = this;
    if (scores.length < k) {
      scores.push(score);
      slots.push(slot);
      for (let at = scores.length - 1; at > 0 && this.swapIfWorse(at, (at - 1) >> 1); ) at = (at - 1) >> 1;
    } else if (this.isWorse(scores[0] ?? 0, slots[0] ?? 0, score, slot)) {
      scores[0] = score;
      slots[0] = slot;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const child = left + 1 < k && this.isWorseAt(left + 1, left) ? left + 1 : left;
        if (child >= k || !this.swapIfWorse(child, at)) break;
        at = child;
      }
    }
    if (scores.length === k) this.raise(scores[0] ?? 0);
  }

  /** At least k documents are known to reach this. */
  raise(mark: number): void {
    if (mark > this.need) this.need = mark;
  }

  offerIfEnough(slot: number, score: number): void {
    if (score >= this.need) this.offer(slot, score);
  }

  /** The kept, best first. */
  take(): readonly { readonly id: string; readonly score: number }[] {
    return this.slots
      .map((slot, at) => ({ id: this.idOf(slot) ?? "", score: this.scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  private isWorse(score: number, slot: number, than: number, thanSlot: number): boolean {
    return score < than || (score === than && (this.idOf(slot) ?? "") > (this.idOf(thanSlot) ?? ""));
  }

  private isWorseAt(at: number, than: number): boolean {
    const { scores, slots } = this;
    return this.isWorse(scores[at] ?? 0, slots[at] ?? 0, scores[than] ?? 0, slots[than] ?? 0);
  }

  /** Puts the worse of the two nearer to the top; false when they stood right. */
  private swapIfWorse(below: number, above: number): boolean {
    if (!this.isWorseAt(below, above)) return false;
    const { scores, slots } = this;
    [scores[below], scores[above]] = [scores[above] ?? 0, scores[below] ?? 0];
    [slots[below], slots[above]] = [slots[above] ?? 0, slots[below] ?? 0];
    return true;
  }
}
