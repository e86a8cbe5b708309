import { InputError } from "../error/index.ts";
import { bigCost, type FlowNetwork, type FlowResult } from "./network.ts";
import { createTree, moveSubtree, type Tree } from "./tree.ts";

/** Where an arc outside the tree runs: at its least, or at its most. Its gain is state times reduced cost. */
export const [atLower, inTree, atUpper] = [1, 0, -1] as const;

export type RunEnd = "done" | "unbounded";

/**
 * Primal network simplex over typed arrays: strongly feasible spanning trees (Cunningham), block search, and the
 * tree of LEMON. Arcs of the network come first, then one artificial arc a node, then perhaps a spare arc for repairs.
 */
export class Simplex {
  readonly arcs: number;
  readonly nodes: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly capacity: Float64Array;
  readonly cost: Float64Array;
  readonly state: Int8Array;
  readonly price: Float64Array;
  readonly tree: Tree;
  /** The cost of an artificial arc. */
  readonly big: number;
  pivots = 0;
  /** The arc that the last pivot took out of the tree; -1 where the entering arc only went to its other bound. */
  left = -1;
  private from = 0;

  constructor(network: FlowNetwork, hasSpare = false) {
    const { nodes, source, target, lower, upper, cost } = network;
    this.nodes = nodes;
    this.arcs = source.length;
    const all = this.arcs + nodes + Number(hasSpare);
    this.source = new Int32Array(all);
    this.target = new Int32Array(all);
    this.capacity = new Float64Array(all);
    this.cost = new Float64Array(all);
    this.state = new Int8Array(all).fill(atLower);
    this.price = new Float64Array(nodes + 1);
    this.tree = createTree(nodes);
    this.source.set(source);
    this.target.set(target);
    this.capacity.set(upper);
    this.cost.set(cost);
    const excess = Float64Array.from(network.supply);
    let dearest = 0;
    for (let arc = 0; arc < this.arcs; arc++) {
      dearest = Math.max(dearest, Math.abs(cost[arc] as number));
      const least = lower?.[arc] ?? 0;
      if (least === 0) continue;
      this.capacity[arc] = (upper[arc] as number) - least;
      excess[source[arc] as number] = (excess[source[arc] as number] as number) - least;
      excess[target[arc] as number] = (excess[target[arc] as number] as number) + least;
    }
    this.big = bigCost(nodes, dearest);
    for (let node = 0; node < nodes; node++) this.hangOnRoot(node, excess[node] as number);
  }

  private hangOnRoot(node: number, excess: number): void {
    const { tree, nodes: root } = this;
    const arc = this.arcs + node;
    const isUp = excess >= 0;
    tree.arc[node] = arc;
    tree.up[node] = isUp ? Infinity : -excess;
    tree.down[node] = isUp ? excess : Infinity;
    this.source[arc] = isUp ? node : root;
    this.target[arc] = isUp ? root : node;
    this.capacity[arc] = Infinity;
    this.state[arc] = inTree;
    this.cost[arc] = isUp ? 0 : this.big;
    this.price[node] = isUp ? 0 : this.big;
  }

  /** Begins from the cheapest arc out of each node, then into each: where it pays to take it. */
  crash(): void {
    const { arcs, nodes, source, target, cost, capacity } = this;
    const [out, into] = [new Int32Array(nodes).fill(-1), new Int32Array(nodes).fill(-1)];
    for (let arc = 0; arc < arcs; arc++) {
      if (capacity[arc] === 0) continue;
      const [from, to, price] = [source[arc] as number, target[arc] as number, cost[arc] as number];
      const [leaving, entering] = [out[from] as number, into[to] as number];
      if (leaving < 0 || price < (cost[leaving] as number)) out[from] = arc;
      if (entering < 0 || price < (cost[entering] as number)) into[to] = arc;
    }
    for (const cheapest of [out, into])
      for (let node = 0; node < nodes; node++) {
        const arc = cheapest[node] as number;
        if (arc >= 0 && this.gain(arc) < 0) this.pivot(arc);
      }
  }

  /** What a unit more through an arc costs by the prices that stand, or a unit less where it runs at its most. */
  gain(arc: number): number {
    const { source, target, price, cost, state } = this;
    const from = price[source[arc] as number] as number;
    return (state[arc] as number) * ((cost[arc] as number) + from - (price[target[arc] as number] as number));
  }

  /** Pivots until no arc of the network pays; `unbounded` when a cycle pays for ever. */
  run(): RunEnd {
    for (let arc = this.enter(); arc >= 0; arc = this.enter()) if (!this.pivot(arc)) return "unbounded";
    return "done";
  }

  /** The best arc of the first block that holds one, from where the last search ended; -1 when none pays. */
  private enter(): number {
    const { arcs: count, source, target, cost, price, state } = this;
    const block = Math.max(10, Math.floor(Math.sqrt(count)));
    let [best, found, left, arc] = [0, -1, block, this.from];
    for (let seen = 0; seen < count; ) {
      const end = Math.min(count, arc + Math.min(left, count - seen));
      seen += end - arc;
      left -= end - arc;
      for (; arc < end; arc++) {
        const gain =
          (state[arc] as number) *
          ((cost[arc] as number) +
            (price[source[arc] as number] as number) -
            (price[target[arc] as number] as number));
        if (gain < best) {
          best = gain;
          found = arc;
        }
      }
      if (arc === count) arc = 0;
      if (left > 0) continue;
      if (found >= 0) break;
      left = block;
    }
    this.from = arc;
    return found;
  }

  /**
   * Brings an arc into the tree and moves the prices with it, unless the caller does so. False when nothing bounds the
   * gain. Of arcs that are full alike the last on the way round leaves, which keeps the tree strongly feasible.
   */
  pivot(entering: number, movesPrices = true): boolean {
    const { source, target, state, capacity } = this;
    const { parent, size, arc, up, down } = this.tree;
    this.pivots++;
    const [from, to] = [source[entering] as number, target[entering] as number];
    const [first, second] = state[entering] === atLower ? [from, to] : [to, from];
    const room = capacity[entering] as number;
    let [above, below, out, outBelow, amount, amountBelow] = [first, second, -1, -1, room, Infinity];
    while (above !== below) {
      if ((size[above] as number) < (size[below] as number)) {
        const least = down[above] as number;
        if (least < amount) {
          amount = least;
          out = above;
        }
        above = parent[above] as number;
      } else {
        const least = up[below] as number;
        if (least <= amountBelow) {
          amountBelow = least;
          outBelow = below;
        }
        below = parent[below] as number;
      }
    }
    const isBelow = amountBelow <= amount && amountBelow < Infinity;
    if (isBelow) [amount, out] = [amountBelow, outBelow];
    if (amount === Infinity) return false;
    if (amount > 0) {
      send(parent, down, up, first, above, amount);
      send(parent, up, down, second, above, amount);
    }
    this.left = out < 0 ? -1 : (arc[out] as number);
    if (out < 0) {
      state[entering] = -(state[entering] as number);
      return true;
    }
    const [inner, outer] = isBelow ? [second, first] : [first, second];
    state[entering] = inTree;
    state[this.left] = (source[this.left] === out) === isBelow ? atUpper : atLower;
    moveSubtree(this.tree, entering, inner, outer, out, above);
    up[inner] = isBelow ? amount : room - amount;
    down[inner] = isBelow ? room - amount : amount;
    if (movesPrices) this.movePrices(entering, inner, outer);
    return true;
  }

  private movePrices(entering: number, inner: number, outer: number): void {
    const { price, cost } = this;
    const paid = this.source[entering] === inner ? (cost[entering] as number) : -(cost[entering] as number);
    this.raisePrices(inner, (price[outer] as number) - (price[inner] as number) - paid);
  }

  /** Raises the prices at and below a node, or lowers all others where these are fewer: only differences count. */
  raisePrices(node: number, rise: number): void {
    const { price, nodes: root } = this;
    const { next, last, size } = this.tree;
    let [at, end, by] = [node, next[last[node] as number] as number, rise];
    const isMost = 2 * (size[node] as number) > root && Math.abs(price[root] as number) < 4 * this.big;
    if (isMost) [at, end, by] = [end, node, -rise];
    for (; at !== end; at = next[at] as number) price[at] = (price[at] as number) + by;
  }

  /** What the basis says of the network that it stands for. */
  read(network: FlowNetwork, end: RunEnd): FlowResult {
    const { arcs, nodes, capacity, state, pivots, price } = this;
    const flow = network.lower?.slice() ?? new Float64Array(arcs);
    for (let arc = 0; arc < arcs; arc++)
      if (state[arc] === atUpper) flow[arc] = (flow[arc] as number) + (capacity[arc] as number);
    for (let node = 0; node < nodes; node++) {
      const arc = this.tree.arc[node] as number;
      if (arc < arcs) flow[arc] = (flow[arc] as number) + this.treeFlow(node);
    }
    const status = end === "unbounded" ? end : this.isFeasible() ? "optimal" : "infeasible";
    return { status, value: this.value(network), flow, potential: price.slice(0, nodes), pivots };
  }

  /** What the flow of the basis costs. */
  value({ cost, lower }: FlowNetwork): number {
    const { arcs, nodes, capacity, state, tree } = this;
    let value = 0;
    for (let arc = 0; arc < arcs; arc++) {
      if (state[arc] === atUpper) value += (capacity[arc] as number) * (cost[arc] as number);
      if (lower) value += (lower[arc] as number) * (cost[arc] as number);
    }
    for (let node = 0; node < nodes; node++) {
      const arc = tree.arc[node] as number;
      if (arc < arcs) value += this.treeFlow(node) * (cost[arc] as number);
    }
    if (!Number.isSafeInteger(value)) throw new InputError({ rule: "tooLarge" });
    return value;
  }

  /** What runs over the arc between a node and its parent. */
  treeFlow(node: number): number {
    const { arc, up, down } = this.tree;
    return (this.source[arc[node] as number] === node ? down[node] : up[node]) as number;
  }

  /** Whether nothing is left on artificial arcs. */
  isFeasible(): boolean {
    const { arcs, nodes, state, capacity } = this;
    for (let node = 0; node < nodes; node++)
      if ((this.tree.arc[node] as number) >= arcs && this.treeFlow(node) !== 0) return false;
    for (let arc = arcs; arc < state.length; arc++)
      if (state[arc] === atUpper && capacity[arc] !== 0) return false;
    return true;
  }
}

/** Sends an amount along the way from a node up to another: room on the one hand, room back on the other. */
function send(
  parent: Int32Array,
  room: Float64Array,
  back: Float64Array,
  start: number,
  end: number,
  amount: number,
): void {
  for (let node = start; node !== end; node = parent[node] as number) {
    room[node] = (room[node] as number) - amount;
    back[node] = (back[node] as number) + amount;
  }
}
