import { checkNetwork, type FlowNetwork, type FlowResult } from "./network.ts";
import { Simplex } from "./simplex.ts";

/**
 * The cheapest flow through a network, exactly, by the primal network simplex. [AL1] [AL3]
 * @param network arrays of arcs; integers; supplies that add up to 0
 * @returns `infeasible` when supplies cannot be sent within the bounds, `unbounded` when a cycle pays for ever
 * @throws InputError for figures that are no integers or leave the exact range of a double
 * @source Király and Kovács, Efficient implementations of minimum-cost flow algorithms, 2012; Cunningham 1976
 * @example solveFlow(readDimacs("p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 4 2\n")).value // 8
 */
export function solveFlow(network: FlowNetwork): FlowResult {
  checkNetwork(network);
  const simplex = new Simplex(network);
  simplex.crash();
  return simplex.read(network, simplex.run());
}
