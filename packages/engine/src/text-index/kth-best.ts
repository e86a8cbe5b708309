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
