import type { Adjacency } from "./adjacency.ts";
import { shiftCost } from "./shift-cost.ts";
import { atLower, atUpper, inTree, type Simplex } from "./simplex.ts";

/**
 * A new cost. An arc outside the tree that now pays enters at the cost at which it would not yet.
 * @returns false where the basis cannot go on: too many pivots, or a cycle that pays for ever
 */
export function changeCost(simplex: Simplex, adjacency: Adjacency, arc: number, cost: number): boolean {
  const { state } = simplex;
  const by = cost - (simplex.cost[arc] as number);
  if (state[arc] === inTree) return by === 0 || shiftCost(simplex, adjacency, arc, by);
  simplex.cost[arc] = cost;
  const gain = simplex.gain(arc);
  if (gain >= 0) return true;
  const rest = gain * (state[arc] as number);
  simplex.cost[arc] = cost - rest;
  if (!simplex.pivot(arc, false)) return false;
  if (state[arc] === inTree) return shiftCost(simplex, adjacency, arc, rest);
  simplex.cost[arc] = cost;
  return true;
}

/**
 * A new capacity: what no longer fits, or newly would, is sent around.
 * @returns false also where no bound stands where one held, or no way is left for what is sent
 */
export function changeCapacity(
  simplex: Simplex,
  adjacency: Adjacency,
  arc: number,
  capacity: number,
): boolean {
  const { tree, source, target, state } = simplex;
  const [from, to] = [source[arc] as number, target[arc] as number];
  const old = simplex.capacity[arc] as number;
  simplex.capacity[arc] = capacity;
  if (state[arc] === atLower) return true;
  if (state[arc] === atUpper) {
    return capacity !== Infinity && sendAround(simplex, adjacency, from, to, old - capacity);
  }
  const [child, room, flow] = tree.arc[from] === arc ? [from, tree.up, tree.down] : [to, tree.down, tree.up];
  const running = flow[child] as number;
  const settled = Math.min(running, capacity);
  flow[child] = settled;
  room[child] = capacity - settled;
  return sendAround(simplex, adjacency, from, to, running - settled);
}

/**
 * Sends an amount from a node to another, first over the spare arc, whose cost then rises until nothing is left on it.
 * @returns false also where no other way is left
 */
export function sendAround(
  simplex: Simplex,
  adjacency: Adjacency,
  from: number,
  to: number,
  amount: number,
): boolean {
  if (amount === 0 || from === to) return true;
  const { source, target, state, capacity, price, cost, big } = simplex;
  const spare = state.length - 1;
  const [start, end] = amount > 0 ? [from, to] : [to, from];
  source[spare] = start;
  target[spare] = end;
  capacity[spare] = Math.abs(amount);
  state[spare] = atUpper;
  const now = (price[end] as number) - (price[start] as number);
  cost[spare] = now;
  simplex.pivot(spare, false);
  if (state[spare] !== inTree) return true;
  return shiftCost(simplex, adjacency, spare, 2 * big - now) && state.at(-1) === atLower;
}
