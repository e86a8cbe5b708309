import { LilinkError } from "../../error/index.ts";
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
  /** The network as it is now, a copy. */
  network(): FlowNetwork;
};

const spareArcs = 64;

/**
 * Solves a network and keeps the basis, so that one change costs a few pivots. A change that would break a bound sends
 * the excess over a repair arc that runs at its upper bound and is too dear to stay. [AL4]
 * @throws LilinkError INVALID_INPUT as solveFlow, and for a change that is no integer or names no arc or node
 * @example const open = openFlow(network); open.change({ kind: "upper", arc: 3, upper: 0 }); open.read().value
 */
export function openFlow(initial: FlowNetwork): OpenFlow {
  const network = copyNetwork(initial);
  checkNetwork(network);
  let simplex = new Simplex(network, spareArcs);
  let end: RunEnd = solveCold();

  function solveCold(): RunEnd {
    simplex = new Simplex(network, spareArcs);
    simplex.crash();
    return simplex.run();
  }

  function change(change: FlowChange): number {
    checkChange(network, change);
    const before = simplex.pivots;
    const isDear = change.kind === "cost" && bigCost(network.nodes, Math.abs(change.cost)) > simplex.big;
    write(network, change);
    if (isDear || end !== "done" || !applyChange(simplex, network, change)) {
      checkNetwork(network);
      end = solveCold();
      return simplex.pivots;
    }
    end = simplex.run(4 * network.nodes + 1000);
    if (end !== "stopped") return simplex.pivots - before;
    end = solveCold();
    return simplex.pivots;
  }

  return {
    change,
    read: () => simplex.read(network, end),
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
  if (!isRight) throw new LilinkError("INVALID_INPUT", { rule: change.kind });
}

function write(network: Mutable, change: FlowChange): void {
  if (change.kind === "cost") network.cost[change.arc] = change.cost;
  else if (change.kind === "upper") network.upper[change.arc] = change.upper;
  else {
    network.supply[change.from] = (network.supply[change.from] as number) + change.amount;
    network.supply[change.to] = (network.supply[change.to] as number) - change.amount;
  }
}

/** Takes the change into the basis. False when no spare arc is free. */
function applyChange(simplex: Simplex, network: Mutable, change: FlowChange): boolean {
  if (change.kind === "cost") return simplex.changeCost(change.arc, change.cost);
  if (change.kind === "supply") return simplex.sendAround(change.from, change.to, change.amount);
  const room = change.upper - (network.lower[change.arc] as number);
  return simplex.changeCapacity(change.arc, room);
}
