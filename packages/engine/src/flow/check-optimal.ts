import type { FlowNetwork } from "./network.ts";

/**
 * Whether a flow is proved optimal by prices: it keeps every bound, every node sends what it has, an arc with
 * positive reduced cost runs at its least and one with negative reduced cost at its most. It reads the network alone and
 * shares nothing with the solver. [AL2]
 * @param potential one price a node; reduced cost is cost + price of source - price of target
 * @example isOptimalFlow(network, result.flow, result.potential)
 */
export function isOptimalFlow(network: FlowNetwork, flow: Float64Array, potential: Float64Array): boolean {
  const { nodes, source, target, lower, upper, cost, supply } = network;
  const balance = Float64Array.from(supply);
  for (let arc = 0; arc < source.length; arc++) {
    const [from, to] = [source[arc] as number, target[arc] as number];
    const [amount, price] = [flow[arc] as number, cost[arc] as number];
    const [least, most] = [lower?.[arc] ?? 0, upper[arc] as number];
    if (!Number.isSafeInteger(amount) || amount < least || amount > most) return false;
    const reduced = price + (potential[from] as number) - (potential[to] as number);
    if (!Number.isSafeInteger(reduced)) return false;
    if ((reduced > 0 && amount !== least) || (reduced < 0 && amount !== most)) return false;
    balance[from] = (balance[from] as number) - amount;
    balance[to] = (balance[to] as number) + amount;
  }
  for (let node = 0; node < nodes; node++) if (balance[node] !== 0) return false;
  return true;
}
