import { InputError } from "../error/index.ts";
import { isOptimalFlow } from "../flow/check-optimal.ts";
import { checkNetwork, type FlowNetwork } from "../flow/network.ts";
import { solveFlow } from "../flow/solve-flow.ts";
import type { Answer, Infeasible } from "./answer.ts";

export type FlowProblem = {
  readonly kind: "flow";
  readonly network: FlowNetwork;
  /** What one unit of change costs: whole numbers, 1 unless told; `false` where nothing may change. */
  readonly relax?: {
    readonly capacity?: (arc: number) => number | false;
    readonly supply?: (node: number) => number | false;
  };
};

/** `by` is added: to the capacity or the least flow of an arc, to the supply of a node (demand is negative supply). */
export type FlowRepair = {
  readonly what: "capacity" | "least" | "supply";
  readonly at: number;
  readonly by: number;
};

/** The cheapest flow, proven by reduced costs; where supplies cannot be sent, the least change that lets them. [EN30] [EN31] */
export function solveFlowProblem({ network, relax = {} }: FlowProblem): Answer<Float64Array, FlowRepair> {
  const { status, value, flow, potential } = solveFlow(network);
  if (status === "unbounded") throw new InputError({ rule: "unbounded" });
  if (status === "infeasible") return repairFlow(network, relax);
  const proven = isOptimalFlow(network, flow, potential);
  return { infeasible: false, value, bound: proven ? value : -Infinity, proven, solution: flow };
}

type Spare = {
  readonly repair: Pick<FlowRepair, "what" | "at"> & { readonly sign: 1 | -1 };
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly price: number;
};

/** Beside each arc and each supply an elastic one that costs its weight, while real arcs are free. No node changes sides. */
function repairFlow(network: FlowNetwork, relax: NonNullable<FlowProblem["relax"]>): Infeasible<FlowRepair> {
  checkNetwork(network);
  const { nodes, source, target, lower, upper, supply } = network;
  const spares: Spare[] = [];
  const offer = (price: number | false, spare: Omit<Spare, "price">) => {
    if (price !== false && spare.most > 0) spares.push({ ...spare, price });
  };
  for (let arc = 0; arc < source.length; arc++) {
    const [from, to] = [source[arc] as number, target[arc] as number];
    const price = relax.capacity?.(arc) ?? 1;
    const least = lower?.[arc] ?? 0;
    if (upper[arc] !== Infinity)
      offer(price, { repair: { what: "capacity", at: arc, sign: 1 }, from, to, most: Infinity });
    offer(price, {
      repair: { what: "least", at: arc, sign: -1 },
      from: to,
      to: from,
      most: Math.max(0, least),
    });
  }
  const ground = nodes;
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    const amount = supply[node] as number;
    total += amount;
    if (amount === 0) continue;
    const price = relax.supply?.(node) ?? 1;
    const less = { repair: { what: "supply", at: node, sign: -1 }, from: node, to: ground } as const;
    const more = { repair: { what: "supply", at: node, sign: 1 }, from: ground, to: node } as const;
    offer(price, { ...less, most: amount > 0 ? amount : Infinity });
    offer(price, { ...more, most: amount > 0 ? Infinity : -amount });
  }
  const elastic: FlowNetwork = {
    nodes: nodes + 1,
    source: Int32Array.from([...source, ...spares.map(({ from }) => from)]),
    target: Int32Array.from([...target, ...spares.map(({ to }) => to)]),
    lower: Float64Array.from([...(lower ?? source.map(() => 0)), ...spares.map(() => 0)]),
    upper: Float64Array.from([...upper, ...spares.map(({ most }) => most)]),
    cost: Float64Array.from([...source.map(() => 0), ...spares.map(({ price }) => price)]),
    supply: Float64Array.from([...supply, -total]),
  };
  const { status, value, flow, potential } = solveFlow(elastic);
  if (status !== "optimal") return { infeasible: true, repairs: [], price: Infinity, proven: true };
  const repairs = spares.flatMap(({ repair: { what, at, sign } }, place) => {
    const by = flow[source.length + place] as number;
    return by === 0 ? [] : [{ what, at, by: sign * by }];
  });
  return { infeasible: true, repairs, price: value, proven: isOptimalFlow(elastic, flow, potential) };
}
