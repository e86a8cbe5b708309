import { LilinkError } from "../../error/index.ts";
import { bigCost, type FlowNetwork, type FlowResult } from "./network.ts";
import { createTree, moveSubtree, type Tree } from "./tree.ts";

const [atLower, inTree, atUpper] = [1, 0, -1] as const;

export type RunEnd = "done" | "stopped" | "unbounded";

/**
 * Primal network simplex over typed arrays: strongly feasible spanning trees (Cunningham), block search, and the
 * tree of LEMON. Arcs of the network come first, then one artificial arc a node, then `spare` arcs for repairs.
 */
export class Simplex {
  readonly arcs: number;
  readonly nodes: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly capacity: Float64Array;
  readonly cost: Float64Array;
  readonly flow: Float64Array;
  readonly state: Int8Array;
  readonly price: Float64Array;
  readonly tree: Tree;
  /** The cost of an artificial arc. */
  readonly big: number;
  pivots = 0;
  private from = 0;
  private out = 0;
  private entersAtFirst = false;

  constructor(network: FlowNetwork, spare: number) {
    const { nodes, source, target, lower, upper, cost } = network;
    this.nodes = nodes;
    this.arcs = source.length;
    const all = this.arcs + nodes + spare;
    this.source = new Int32Array(all);
    this.target = new Int32Array(all);
    this.capacity = new Float64Array(all);
    this.cost = new Float64Array(all);
    this.flow = new Float64Array(all);
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
    tree.direction[node] = isUp ? 1 : -1;
    this.source[arc] = isUp ? node : root;
    this.target[arc] = isUp ? root : node;
    this.capacity[arc] = Infinity;
    this.flow[arc] = Math.abs(excess);
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
        if (arc >= 0 && this.reducedCost(arc) * (this.state[arc] as number) < 0) this.pivot(arc);
      }
  }

  reducedCost(arc: number): number {
    const { source, target, price } = this;
    const from = price[source[arc] as number] as number;
    return (this.cost[arc] as number) + from - (price[target[arc] as number] as number);
  }

  /** Pivots until no arc of the network pays; `stopped` after `most` pivots, `unbounded` when a cycle pays for ever. */
  run(most = Infinity): RunEnd {
    const limit = this.pivots + most;
    for (let arc = this.enter(); arc >= 0; arc = this.enter()) {
      if (this.pivots >= limit) return "stopped";
      if (!this.pivot(arc)) return "unbounded";
    }
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

  /** Brings an arc into the tree. False when nothing bounds the gain. */
  pivot(entering: number): boolean {
    const { tree, source, target, flow, state } = this;
    const { parent, size, arc, direction } = tree;
    this.pivots++;
    const [from, to] = [source[entering] as number, target[entering] as number];
    let [a, b] = [from, to];
    while (a !== b) {
      if ((size[a] as number) < (size[b] as number)) a = parent[a] as number;
      else b = parent[b] as number;
    }
    const join = a;
    const isForward = state[entering] === atLower;
    const [first, second] = isForward ? [from, to] : [to, from];
    const amount = this.leave(entering, first, second, join);
    if (amount === Infinity) return false;
    if (amount > 0) {
      const change = (state[entering] as number) * amount;
      flow[entering] = (flow[entering] as number) + change;
      for (let node = from; node !== join; node = parent[node] as number) {
        const up = arc[node] as number;
        flow[up] = (flow[up] as number) - (direction[node] as number) * change;
      }
      for (let node = to; node !== join; node = parent[node] as number) {
        const up = arc[node] as number;
        flow[up] = (flow[up] as number) + (direction[node] as number) * change;
      }
    }
    if (this.out < 0) {
      state[entering] = -(state[entering] as number);
      return true;
    }
    const leaving = arc[this.out] as number;
    state[entering] = inTree;
    state[leaving] = flow[leaving] === 0 ? atLower : atUpper;
    const [inner, outer] = this.entersAtFirst ? [first, second] : [second, first];
    moveSubtree(tree, entering, inner === from ? 1 : -1, inner, outer, this.out, join);
    this.shiftPrices(entering, inner, outer);
    return true;
  }

  /** How much can go round the cycle; `out` is then the node whose arc leaves, -1 for the entering arc itself. */
  private leave(entering: number, first: number, second: number, join: number): number {
    const { capacity, flow, tree } = this;
    const { parent, arc, direction } = tree;
    let least = capacity[entering] as number;
    this.out = -1;
    this.entersAtFirst = false;
    for (let node = first; node !== join; node = parent[node] as number) {
      const up = arc[node] as number;
      const running = flow[up] as number;
      const room = direction[node] === 1 ? running : (capacity[up] as number) - running;
      if (room >= least) continue;
      least = room;
      this.out = node;
      this.entersAtFirst = true;
    }
    for (let node = second; node !== join; node = parent[node] as number) {
      const up = arc[node] as number;
      const running = flow[up] as number;
      const room = direction[node] === 1 ? (capacity[up] as number) - running : running;
      if (room > least || room === Infinity) continue;
      least = room;
      this.out = node;
      this.entersAtFirst = false;
    }
    return least;
  }

  private shiftPrices(entering: number, inner: number, outer: number): void {
    const { tree, price, cost } = this;
    const rise =
      (price[outer] as number) -
      (price[inner] as number) -
      (tree.direction[inner] as number) * (cost[entering] as number);
    this.raisePrices(inner, rise);
  }

  /** Adds to the price of every node at and below one. */
  raisePrices(node: number, rise: number): void {
    const { next, last } = this.tree;
    const { price } = this;
    const end = next[last[node] as number] as number;
    for (let at = node; at !== end; at = next[at] as number) price[at] = (price[at] as number) + rise;
  }

  /** A new cost: where the arc is of the tree, the prices below it follow. */
  changeCost(arc: number, cost: number): true {
    const { tree, source, target } = this;
    const rise = cost - (this.cost[arc] as number);
    this.cost[arc] = cost;
    const [from, to] = [source[arc] as number, target[arc] as number];
    if (this.state[arc] !== inTree) return true;
    if (tree.arc[from] === arc) this.raisePrices(from, -rise);
    else this.raisePrices(to, rise);
    return true;
  }

  /** A new capacity: what no longer fits, or newly would, is sent around. False when no spare arc is free. */
  changeCapacity(arc: number, capacity: number): boolean {
    const [running, state] = [this.flow[arc] as number, this.state[arc]];
    this.capacity[arc] = capacity;
    const keeps = state === atLower || (state === inTree && running <= capacity);
    if (keeps) return true;
    if (capacity === Infinity) this.state[arc] = atLower;
    const settled = capacity === Infinity ? 0 : capacity;
    this.flow[arc] = settled;
    return this.sendAround(this.source[arc] as number, this.target[arc] as number, running - settled);
  }

  /** Sends an amount from a node to another over a spare arc that is too dear to keep it. */
  sendAround(from: number, to: number, amount: number): boolean {
    if (amount === 0 || from === to) return true;
    const spare = this.findSpare();
    if (spare < 0) return false;
    this.source[spare] = amount > 0 ? from : to;
    this.target[spare] = amount > 0 ? to : from;
    this.capacity[spare] = Math.abs(amount);
    this.flow[spare] = Math.abs(amount);
    this.state[spare] = atUpper;
    this.cost[spare] = this.big;
    return this.pivot(spare);
  }

  private findSpare(): number {
    for (let arc = this.arcs + this.nodes; arc < this.flow.length; arc++)
      if (this.state[arc] !== inTree && this.flow[arc] === 0) return arc;
    return -1;
  }

  /** What the basis says of the network that it stands for. */
  read(network: FlowNetwork, end: RunEnd): FlowResult {
    const { arcs, cost, pivots } = this;
    const flow = this.flow.slice(0, arcs);
    let value = 0;
    for (let arc = 0; arc < arcs; arc++) {
      if (network.lower) flow[arc] = (flow[arc] as number) + (network.lower[arc] as number);
      value += (flow[arc] as number) * (cost[arc] as number);
    }
    if (!Number.isSafeInteger(value)) throw new LilinkError("INVALID_INPUT", { rule: "tooLarge" });
    const status = end === "unbounded" ? end : this.isFeasible() ? "optimal" : "infeasible";
    return { status, value, flow, potential: this.price.slice(0, this.nodes), pivots };
  }

  /** Whether nothing is left on artificial arcs. */
  isFeasible(): boolean {
    for (let arc = this.arcs; arc < this.flow.length; arc++) if (this.flow[arc] !== 0) return false;
    return true;
  }
}
