import type { Adjacency } from "./adjacency.ts";
import { Cut } from "./cut.ts";
import { inTree, type Simplex } from "./simplex.ts";

/**
 * Lets the cost of an arc of the tree rise or fall by an amount, and sends what it then carries too dear, or could carry
 * cheaper, the other way round. The tree falls in two without the arc; the crossing arc with the least reduced cost
 * enters as the cost reaches it. The basis is optimal at every step, for the cost of the moment.
 * @returns false where the basis cannot go on: too many pivots, or a cycle that pays for ever
 * @source Ahuja, Magnanti and Orlin, Network Flows, 1993, 11.8 (parametric network simplex)
 */
export function shiftCost(simplex: Simplex, adjacency: Adjacency, arc: number, by: number): boolean {
  const { source, target, state, cost, nodes } = simplex;
  const [end, limit] = [Math.abs(by), simplex.pivots + 4 * nodes + 1000];
  const cut = new Cut(simplex, adjacency, arc, (by > 0 ? source : target)[arc] as number);
  cost[arc] = (cost[arc] as number) + by;
  while (simplex.pivots < limit) {
    const entering = cut.findNearest();
    if (entering < 0 || cut.risen > end) {
      cut.close(end);
      return true;
    }
    if (!simplex.pivot(entering, false)) return false;
    if (state[arc] !== inTree) {
      cut.close(cut.risen);
      return true;
    }
    cut.follow(entering);
  }
  return false;
}
