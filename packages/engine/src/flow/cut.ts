import type { Adjacency, Ends } from "./adjacency.ts";
import type { Simplex } from "./simplex.ts";

/**
 * The two sides of a tree without one of its arcs, and the cheapest arcs from the near side to the other. While the cost
 * of that arc moves, prices of the near side stay as they were: what crosses over is brought up to date, and `close` does
 * so with the rest. Until then the gain of a crossing arc is the move at which it enters.
 */
export class Cut {
  /** How far the cost has moved. */
  risen = 0;
  private readonly near: Uint8Array;
  private readonly base: number;
  private nearCount = 0;
  private readonly crossing: number[] = [];
  private readonly rise: number[] = [];
  /** All crossing arcs below it are known. */
  private limit = -Infinity;
  private kept = 24;

  constructor(
    private readonly simplex: Simplex,
    private readonly adjacency: Adjacency,
    arc: number,
    nearEnd: number,
  ) {
    const { tree, source, target, nodes, price } = simplex;
    this.near = new Uint8Array(nodes + 1);
    this.base = price[nodes] as number;
    const child = (tree.arc[source[arc] as number] === arc ? source : target)[arc] as number;
    this.moveRange(child, child === nearEnd, 0);
  }

  /** Puts what stands below a node, or all else, on the other side, its prices changed. Returns the range in tree order. */
  private moveRange(node: number, isBelow: boolean, by: number): readonly [number, number] {
    const { near } = this;
    const { price, tree } = this.simplex;
    const { next, last } = tree;
    const after = next[last[node] as number] as number;
    const [begin, end] = isBelow ? [node, after] : [after, node];
    let count = 0;
    let at = begin;
    do {
      const side = 1 - (near[at] as number);
      near[at] = side;
      price[at] = (price[at] as number) + by;
      count += side === 1 ? 1 : -1;
      at = next[at] as number;
    } while (at !== end);
    this.nearCount += count;
    return [begin, end];
  }

  /** The crossing arc that enters first, `risen` set to it; -1 when none crosses. */
  findNearest(): number {
    const { crossing, rise } = this;
    for (;;) {
      let [best, least, kept] = [-1, Infinity, 0];
      for (let at = 0; at < crossing.length; at++) {
        const arc = crossing[at] as number;
        if (!this.crosses(arc)) continue;
        const own = rise[at] as number;
        crossing[kept] = arc;
        rise[kept++] = own;
        if (own >= least) continue;
        least = own;
        best = arc;
      }
      crossing.length = rise.length = kept;
      if (best >= 0) {
        this.risen = least;
        return best;
      }
      if (this.limit === Infinity) return -1;
      if (this.limit > -Infinity) this.kept *= 4;
      this.collect();
    }
  }

  /** Whether more can run over an arc from the near side to the other. */
  private crosses(arc: number): boolean {
    const { near } = this;
    const { source, target, state } = this.simplex;
    const ends = (near[source[arc] as number] as number) - (near[target[arc] as number] as number);
    return (state[arc] as number) * ends === 1;
  }

  /** Looks the smaller side through for the cheapest crossing arcs. */
  private collect(): void {
    const { near, simplex } = this;
    const small = 2 * this.nearCount <= simplex.nodes ? 1 : 0;
    this.limit = Infinity;
    for (let node = 0; node <= simplex.nodes; node++)
      if (near[node] === small) {
        this.lookAt(node);
      }
  }

  private lookAt(node: number): void {
    const sign = this.near[node] === 1 ? 1 : -1;
    this.lookAlong(this.adjacency.out, node, 1, sign);
    this.lookAlong(this.adjacency.into, node, -1, -sign);
    if (this.crossing.length > 4 * this.kept) this.dropDear();
  }

  /** Takes in the arcs at a node that cross, at their least (`sign` 1) or at their most (-1), and are not too dear. */
  private lookAlong({ start, arc, other, cost }: Ends, node: number, outward: 1 | -1, sign: number): void {
    const { near, risen, limit } = this;
    const { price, state } = this.simplex;
    const [side, own, end] = [near[node] as number, price[node] as number, start[node + 1] as number];
    for (let at = start[node] as number; at < end; at++) {
      const far = other[at] as number;
      const rise = sign * ((cost[at] as number) + outward * (own - (price[far] as number)));
      if (rise > limit || rise < risen) continue;
      if (near[far] === side || state[arc[at] as number] !== sign) continue;
      this.crossing.push(arc[at] as number);
      this.rise.push(rise);
    }
  }

  private dropDear(): void {
    const { crossing, rise, kept } = this;
    this.limit = Float64Array.from(rise).sort()[kept] as number;
    let count = 0;
    for (let at = 0; at < crossing.length; at++) {
      if ((rise[at] as number) > this.limit) continue;
      crossing[count] = crossing[at] as number;
      rise[count++] = rise[at] as number;
    }
    crossing.length = rise.length = count;
  }

  /** After a pivot: what now hangs on the other side goes over, and the arcs at it that now cross are taken in. */
  follow(entering: number): void {
    const { simplex, near } = this;
    const { left, source, target, tree, nodes } = simplex;
    if (left < 0) return;
    const child = (tree.arc[source[entering] as number] === entering ? source : target)[entering] as number;
    const side = near[source[left] as number] as number;
    const isBelow = near[child] === side;
    const [begin, end] = this.moveRange(child, isBelow, side === 1 ? -this.risen : this.risen);
    const moved = isBelow ? (tree.size[child] as number) : nodes + 1 - (tree.size[child] as number);
    if (moved > Math.min(this.nearCount, nodes + 1 - this.nearCount)) {
      this.crossing.length = this.rise.length = 0;
      this.limit = -Infinity;
      return;
    }
    let at = begin;
    do {
      this.lookAt(at);
      at = tree.next[at] as number;
    } while (at !== end);
  }

  /** Brings all prices up to date; the price of the root stays. */
  close(rise: number): void {
    const { near } = this;
    const { price, nodes } = this.simplex;
    const drift = (price[nodes] as number) - this.base - rise * (near[nodes] as number);
    for (let node = 0; node <= nodes; node++)
      price[node] = (price[node] as number) - rise * (near[node] as number) - drift;
  }
}
