import { InputError } from "../error/index.ts";

/** A directed network. Arrays of arcs run in parallel, nodes count from 0; every figure is an integer. */
export type FlowNetwork = {
  readonly nodes: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Least flow of each arc; left out it is 0. */
  readonly lower?: Float64Array;
  /** Most flow of each arc; Infinity is allowed. */
  readonly upper: Float64Array;
  /** Cost of one unit. */
  readonly cost: Float64Array;
  /** What each node sends out above what it takes in; negative for demand. */
  readonly supply: Float64Array;
};

/** `potential`: the dual price of each node. `flow` and `potential` are those of the last basis. */
export type FlowResult = {
  readonly status: "optimal" | "infeasible" | "unbounded";
  readonly value: number;
  readonly flow: Float64Array;
  readonly potential: Float64Array;
  readonly pivots: number;
};

/**
 * Refuses what cannot be worked out exactly: broken figures, arcs without ends, and sums that leave the integers of a
 * double. [AL1]
 * @throws InputError with params {rule, at}
 */
export function checkNetwork(network: FlowNetwork): void {
  const { nodes, source, target, lower, upper, cost, supply } = network;
  const arcs = source.length;
  const same = [target, upper, cost, ...(lower ? [lower] : [])].every(({ length }) => length === arcs);
  if (!same || supply.length !== nodes) throw new InputError({ rule: "length" });
  let [dearest, mass] = [0, 0];
  for (let node = 0; node < nodes; node++) {
    const amount = supply[node] as number;
    if (!Number.isSafeInteger(amount)) throw new InputError({ rule: "supply", at: node });
    mass += Math.abs(amount);
  }
  for (let arc = 0; arc < arcs; arc++) {
    const [from, to, most, price] = [source[arc], target[arc], upper[arc], cost[arc]] as Four;
    const least = lower?.[arc] ?? 0;
    if (!(from >= 0 && from < nodes && to >= 0 && to < nodes))
      throw new InputError({ rule: "node", at: arc });
    if (!Number.isSafeInteger(price)) throw new InputError({ rule: "cost", at: arc });
    const isWhole = Number.isSafeInteger(least) && (most === Infinity || Number.isSafeInteger(most));
    if (!isWhole || most < least) throw new InputError({ rule: "bounds", at: arc });
    dearest = Math.max(dearest, Math.abs(price));
    mass += Math.abs(least);
  }
  if (!Number.isSafeInteger(mass) || !Number.isSafeInteger(bigCost(nodes, dearest) * 16))
    throw new InputError({ rule: "tooLarge" });
}

type Four = [number, number, number, number];

/** Dearer than every way through the network, so that no artificial arc is used where a real way exists. */
export function bigCost(nodes: number, dearest: number): number {
  return (dearest + 1) * (nodes + 1);
}
