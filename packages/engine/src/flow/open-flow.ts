import { InputError } from "../error/index.ts";
import { type Adjacency, listAdjacent, setCost } from "./adjacency.ts";
import { changeCapacity, changeCost, sendAround } from "./change-basis.ts";
import { bigCost, checkNetwork, type FlowNetwork, type FlowResult } from "./network.ts";
import { type RunEnd, Simplex } from "./simplex.ts";

/** One thing that changes: the cost or upper bound of an arc, or an amount that now goes from a node to another. */
export type FlowChange =
  | { readonly kind: "cost"; readonly arc: number; readonly cost: number }
  | { readonly kind: "upper"; readonly arc: number; readonly upper: number }
  | { readonly kind: "supply"; readonly from: number; readonly to: number; readonly amount: number };

export type OpenFlow = {
  /** Takes a change in and allocates again from the basis that stands. Returns the pivots it took. */
  change(change: FlowChange): number;
  /** The result for the network as it is now; the same value as a cold solve, though a tie may fall otherwise. */
  read(): FlowResult;
  /** What the flow costs now, without the copies that `read` makes; of an infeasible network it means nothing. */
  value(): number;
  /** The network as it is now, a copy. */
  network(): FlowNetwork;
};

/**
 * Solves a network and keeps the basis, so that one change costs a few pivots: a cost moves from its old figure to the
 * new one while the basis follows, and what a bound or an amount displaces goes over a spare arc that grows dearer. What
 * cannot be satisfied is solved from scratch at each change. [AL4]
 * @throws InputError as solveFlow, and for a change that is no integer or names no arc or node
 * @example const open = openFlow(network); open.change({ kind: "upper", arc: 3, upper: 0 }); open.read().value
 */
export function openFlow(initial: FlowNetwork): OpenFlow {
  const network = copyNetwork(initial);
  checkNetwork(network);
  let simplex = new Simplex(network, true);
  const adjacency = listAdjacent(simplex);
  let end: RunEnd = solveCold();
  let goesOn = end === "done" && simplex.isFeasible();

  function solveCold(): RunEnd {
    simplex = new Simplex(network, true);
    simplex.crash();
    return simplex.run();
  }

  function change(change: FlowChange): number {
    checkChange(network, change);
    const before = simplex.pivots;
    const isDear = change.kind === "cost" && bigCost(network.nodes, Math.abs(change.cost)) > simplex.big;
    write(network, adjacency, change);
    if (goesOn && !isDear && applyChange(change)) return simplex.pivots - before;
    checkNetwork(network);
    end = solveCold();
    goesOn = end === "done" && simplex.isFeasible();
    return simplex.pivots;
  }

  /** Takes the change into the basis. False when the basis cannot go on. */
  function applyChange(change: FlowChange): boolean {
    if (change.kind === "supply")
      return sendAround(simplex, adjacency, change.from, change.to, change.amount);
    if (change.kind === "upper")
      return changeCapacity(
        simplex,
        adjacency,
        change.arc,
        change.upper - (network.lower[change.arc] as number),
      );
    return changeCost(simplex, adjacency, change.arc, change.cost);
  }

  return {
    change,
    read: () => simplex.read(network, end),
    value: () => simplex.value(network),
    network: () => copyNetwork(network),
  };
}

type Mutable = FlowNetwork & { readonly lower: Float64Array };

function copyNetwork({ nodes, source, target, lower, upper, cost, supply }: FlowNetwork): Mutable {
  return {
    nodes,
    source: source.slice(),
    target: target.slice(),
    lower: lower?.slice() ?? new Float64Array(source.length),
    upper: upper.slice(),
    cost: cost.slice(),
    supply: supply.slice(),
  };
}

function checkChange({ nodes, source, lower }: Mutable, change: FlowChange): void {
  const isNode = (node: number) => Number.isInteger(node) && node >= 0 && node < nodes;
  const isArc = (arc: number) => Number.isInteger(arc) && arc >= 0 && arc < source.length;
  const isRight =
    change.kind === "supply"
      ? isNode(change.from) && isNode(change.to) && Number.isSafeInteger(change.amount)
      : change.kind === "cost"
        ? isArc(change.arc) && Number.isSafeInteger(change.cost)
        : isArc(change.arc) &&
          (change.upper === Infinity || Number.isSafeInteger(change.upper)) &&
          change.upper >= (lower[change.arc] as number);
  if (!isRight) throw new InputError({ rule: change.kind });
}

function write(network: Mutable, adjacency: Adjacency, change: FlowChange): void {
  if (change.kind === "cost") {
    const { arc, cost } = change;
    network.cost[arc] = cost;
    setCost(adjacency, network.source[arc] as number, network.target[arc] as number, arc, cost);
  } else if (change.kind === "upper") network.upper[change.arc] = change.upper;
  else {
    network.supply[change.from] = (network.supply[change.from] as number) + change.amount;
    network.supply[change.to] = (network.supply[change.to] as number) - change.amount;
  }
}
