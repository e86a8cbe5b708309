import type { FlowNetwork } from "@lilink/engine/flow";
import type { Market, Pairs } from "@lilink/model/allocation";
import { createRandom } from "./random.ts";

/**
 * Needs with quantities, suppliers with capacities, a price for what stays unmet: nodes are needs, then suppliers, then
 * the market; a need has `degree` arcs to suppliers at 1000 - score and one to the market at 1500.
 */
export function makeNetwork(seed: number, needs: number, suppliers: number, degree: number): FlowNetwork {
  const random = createRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const market = needs + suppliers;
  const arcs = needs * (degree + 1) + suppliers;
  const network = {
    nodes: market + 1,
    source: new Int32Array(arcs),
    target: new Int32Array(arcs),
    upper: new Float64Array(arcs),
    cost: new Float64Array(arcs),
    supply: new Float64Array(market + 1),
  };
  let [arc, total] = [0, 0];
  const put = (from: number, to: number, upper: number, cost: number) => {
    network.source[arc] = from;
    network.target[arc] = to;
    network.upper[arc] = upper;
    network.cost[arc++] = cost;
  };
  for (let need = 0; need < needs; need++) {
    const quantity = upTo(100);
    network.supply[need] = quantity;
    total += quantity;
    const chosen = new Set<number>();
    while (chosen.size < degree) chosen.add(Math.floor(random() * suppliers));
    for (const supplier of chosen) put(need, needs + supplier, quantity, upTo(1000) - 1);
    put(need, market, quantity, 1500);
  }
  for (let supplier = 0; supplier < suppliers; supplier++)
    put(needs + supplier, market, upTo((2 * total) / suppliers), 0);
  network.supply[market] = -total;
  return network;
}

/** The same network in the DIMACS form, for programs that read files. */
export function printDimacs({ nodes, source, target, upper, cost, supply }: FlowNetwork): string {
  const lines = [`p min ${nodes} ${source.length}`];
  supply.forEach((amount, node) => {
    if (amount !== 0) lines.push(`n ${node + 1} ${amount}`);
  });
  source.forEach((from, arc) => {
    lines.push(`a ${from + 1} ${(target[arc] ?? 0) + 1} 0 ${upper[arc]} ${cost[arc]}`);
  });
  return `${lines.join("\n")}\n`;
}

/** Judged pairs, `degree` for each of the left; half of a score is the same for everybody, so that the market crowds. */
export function makePairs(seed: number, lefts: number, rights: number, degree: number): Pairs {
  const random = createRandom(seed);
  const [wanted, fit] = [Array.from({ length: rights }, random), Array.from({ length: lefts }, random)];
  const rows = fit.flatMap((own, left) => {
    const chosen = new Set<number>();
    while (chosen.size < degree) chosen.add(Math.floor(random() * rights));
    return [...chosen].map((right) => ({
      left,
      right,
      leftScore: 0.5 * (wanted[right] ?? 0) + 0.5 * random(),
      rightScore: 0.5 * own + 0.5 * random(),
    }));
  });
  return {
    left: Int32Array.from(rows, ({ left }) => left),
    right: Int32Array.from(rows, ({ right }) => right),
    leftScore: Float64Array.from(rows, ({ leftScore }) => leftScore),
    rightScore: Float64Array.from(rows, ({ rightScore }) => rightScore),
  };
}

/** The crowded market of Su, Bayoumi and Joachims 2022: `crowding` of what makes a side wanted is the same for everybody. */
export function makeCrowdedMarket(
  seed: number,
  seekers: number,
  receivers: number,
  crowding: number,
): Market {
  const random = createRandom(seed);
  const [wanted, fit] = [Array.from({ length: receivers }, random), Array.from({ length: seekers }, random)];
  const [apply, accept] = [new Float64Array(seekers * receivers), new Float64Array(seekers * receivers)];
  for (let pair = 0; pair < apply.length; pair++) {
    const [seeker, receiver] = [Math.floor(pair / receivers), pair % receivers];
    apply[pair] = crowding * (wanted[receiver] ?? 0) + (1 - crowding) * random();
    accept[pair] = crowding * (fit[seeker] ?? 0) + (1 - crowding) * random();
  }
  return { seekers, receivers, apply, accept };
}
