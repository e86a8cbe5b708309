export type ScoredSlot = { readonly slot: number; readonly score: number; readonly id: string };

/** Whether a stands before b: higher score first, ties by id. */
export function isBefore(a: ScoredSlot, b: ScoredSlot): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}

/** Keeps the best k of a stream, exactly: a heap with the worst of the kept on top. */
export class TopHits {
  private readonly heap: ScoredSlot[] = [];
  private readonly k: number;

  constructor(k: number) {
    this.k = k;
  }

  offer(hit: ScoredSlot): void {
    if (this.k <= 0) return;
    if (this.heap.length < this.k) {
      this.heap.push(hit);
      this.rise(this.heap.length - 1);
      return;
    }
    const worst = this.heap[0];
    if (!worst || !isBefore(hit, worst)) return;
    this.heap[0] = hit;
    this.sink();
  }

  /** The kept hits, best first. */
  take(): readonly ScoredSlot[] {
    return [...this.heap].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  private rise(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [this.heap[2 * at + 1], this.heap[2 * at + 2]];
      const child = left && right && isBefore(left, right) ? 2 * at + 2 : 2 * at + 1;
      if (!this.swapIfWorse(child, at)) return;
      at = child;
    }
  }

  /** Puts the worse of the two nearer to the top; false when they stood right. */
  private swapIfWorse(below: number, above: number): boolean {
    const [lower, upper] = [this.heap[below], this.heap[above]];
    if (!lower || !upper || !isBefore(upper, lower)) return false;
    this.heap[below] = upper;
    this.heap[above] = lower;
    return true;
  }
}
