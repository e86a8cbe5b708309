import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../error/index.ts";
import { isOptimalFlow } from "./check-optimal.ts";
import type { FlowNetwork } from "./network.ts";
import { type FlowChange, openFlow } from "./open-flow.ts";
import { readDimacs } from "./read-dimacs.ts";
import { solveFlow } from "./solve-flow.ts";

type Arc = { from: number; to: number; lower: number; room: number; cost: number };

function toNetwork(nodes: number, arcs: readonly Arc[], supply: readonly number[]): FlowNetwork {
  return {
    nodes,
    source: Int32Array.from(arcs, ({ from }) => from),
    target: Int32Array.from(arcs, ({ to }) => to),
    lower: Float64Array.from(arcs, ({ lower }) => lower),
    upper: Float64Array.from(arcs, ({ lower, room }) => lower + room),
    cost: Float64Array.from(arcs, ({ cost }) => cost),
    supply: Float64Array.from(supply),
  };
}

/** Networks whose supplies add up to 0; some cannot be satisfied. */
function anyNetwork(nodes: number, arcs: number, most: number): fc.Arbitrary<FlowNetwork> {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  const arc = fc.record({
    from: node,
    to: node,
    lower: fc.constantFrom(0, 0, 0, 1),
    room: fc.integer({ min: 0, max: most }),
    cost: fc.integer({ min: -5, max: 20 }),
  });
  const shift = fc.tuple(node, node, fc.integer({ min: 0, max: most }));
  return fc
    .tuple(fc.array(arc, { maxLength: arcs }), fc.array(shift, { maxLength: 4 }))
    .map(([list, shifts]) => {
      const supply = new Array<number>(nodes).fill(0);
      for (const [from, to, amount] of shifts) {
        supply[from] = (supply[from] ?? 0) + amount;
        supply[to] = (supply[to] ?? 0) - amount;
      }
      return toNetwork(nodes, list, supply);
    });
}

/** The least cost by trying every integer flow on every arc; undefined when none fits. */
function tryAll({ nodes, source, target, lower, upper, cost, supply }: FlowNetwork): number | undefined {
  const balance = [...supply];
  let best: number | undefined;
  const visit = (arc: number, spent: number): void => {
    if (arc === source.length) {
      if (balance.every((amount) => amount === 0) && (best === undefined || spent < best)) best = spent;
      return;
    }
    const [from, to] = [source[arc] ?? 0, target[arc] ?? 0];
    for (let amount = lower?.[arc] ?? 0; amount <= (upper[arc] ?? 0); amount++) {
      balance[from] = (balance[from] ?? 0) - amount;
      balance[to] = (balance[to] ?? 0) + amount;
      visit(arc + 1, spent + amount * (cost[arc] ?? 0));
      balance[from] = (balance[from] ?? 0) + amount;
      balance[to] = (balance[to] ?? 0) - amount;
    }
  };
  expect(balance).toHaveLength(nodes);
  visit(0, 0);
  return best;
}

describe("minimum-cost flow", () => {
  it("[AL3] finds what trying everything finds, or says that nothing fits", () => {
    fc.assert(
      fc.property(anyNetwork(4, 6, 3), (network) => {
        const best = tryAll(network);
        const result = solveFlow(network);
        expect(result.status).toBe(best === undefined ? "infeasible" : "optimal");
        if (best !== undefined) expect(result.value).toBe(best);
      }),
      { numRuns: 400 },
    );
  });

  it("[AL2] every optimum is proved by its prices, and a worse flow is not", () => {
    fc.assert(
      fc.property(anyNetwork(12, 60, 9), (network) => {
        const result = solveFlow(network);
        if (result.status !== "optimal") return;
        expect(isOptimalFlow(network, result.flow, result.potential)).toBe(true);
        const arc = network.cost.findIndex((_, at) => network.upper[at] !== result.flow[at]);
        if (arc < 0 || network.source[arc] === network.target[arc]) return;
        const broken = result.flow.slice();
        broken[arc] = (broken[arc] ?? 0) + 1;
        expect(isOptimalFlow(network, broken, result.potential)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("[AL4] after any changes the value is that of a cold solve, with proof", () => {
    const number = fc.nat(1000);
    const change = fc.tuple(fc.constantFrom("cost", "upper", "supply"), number, number, number);
    fc.assert(
      fc.property(
        anyNetwork(10, 40, 9),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        (network, list) => {
          const open = openFlow(network);
          for (const [kind, a, b, c] of list) {
            const step = toChange(open.network(), kind, a, b, c);
            if (!step) continue;
            open.change(step);
            const [warm, cold] = [open.read(), solveFlow(open.network())];
            expect(warm.status).toBe(cold.status);
            if (cold.status !== "optimal") continue;
            expect(warm.value).toBe(cold.value);
            expect(isOptimalFlow(open.network(), warm.flow, warm.potential)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("[AL4] a market that always has a way keeps its proof through every change", () => {
    const number = fc.nat(1000);
    const change = fc.tuple(fc.constantFrom("cost", "upper", "supply"), number, number, number);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, number), { minLength: 20, maxLength: 120 }),
        fc.array(change, { minLength: 20, maxLength: 40 }),
        (wishes, list) => {
          const open = openFlow(toMarket(wishes));
          for (const [kind, a, b, c] of list) {
            const step = toChange(open.network(), kind, a, b, c);
            // The dear arcs to the market, the last ones, stay, so that no amount is ever without a way.
            if (!step || (step.kind !== "supply" && step.arc >= wishes.length)) continue;
            open.change(step);
            const [warm, network] = [open.read(), open.network()];
            expect([warm.status, open.value()]).toEqual(["optimal", warm.value]);
            expect(isOptimalFlow(network, warm.flow, warm.potential)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("[AL1] says unbounded, and refuses what is not exact", () => {
    const network = toNetwork(2, [{ from: 0, to: 1, lower: 0, room: Infinity, cost: -1 }], [0, 0]);
    const back = { from: 1, to: 0, lower: 0, room: Infinity, cost: 0 };
    const cycle = toNetwork(2, [{ from: 0, to: 1, lower: 0, room: Infinity, cost: -1 }, back], [0, 0]);
    expect(solveFlow(network).status).toBe("optimal");
    expect(solveFlow(cycle).status).toBe("unbounded");
    for (const cost of [0.5, 2 ** 52, Number.NaN]) {
      const broken = { ...network, cost: Float64Array.of(cost) };
      expect(() => solveFlow(broken)).toThrow(InputError);
    }
    expect(solveFlow({ ...network, supply: Float64Array.of(2, -1) }).status).toBe("infeasible");
  });

  it("[AL1] reads the DIMACS form and refuses a broken line", () => {
    const text = "c a comment\np min 3 2\nn 1 4\nn 3 -4\na 1 2 0 -1 2\r\na 2 3 1 5 3";
    const network = readDimacs(text);
    expect([...network.upper]).toEqual([Infinity, 5]);
    expect(solveFlow(network)).toMatchObject({ status: "optimal", value: 20 });
    expect(() => readDimacs("p min 2 1\na 1 2 0\n")).toThrow(InputError);
    expect(() => readDimacs("p min 2 2\na 1 2 0 1 1\n")).toThrow(InputError);
  });
});

/** Eight who need, five who supply and a market that takes and gives without bound at a price. */
function toMarket(wishes: readonly (readonly [number, number, number])[]): FlowNetwork {
  const arcs = wishes.map(([a, b, c]) => ({
    from: a % 8,
    to: 8 + (b % 5),
    lower: 0,
    room: c % 10,
    cost: (a + b + c) % 30,
  }));
  const dear = Array.from({ length: 13 }, (_, node) => [
    { from: node, to: 13, lower: 0, room: Infinity, cost: 60 },
    { from: 13, to: node, lower: 0, room: Infinity, cost: 60 },
  ]).flat();
  return toNetwork(14, [...arcs, ...dear], [4, 4, 4, 4, 4, 4, 4, 4, -6, -6, -6, -6, -6, -2]);
}

function toChange(network: FlowNetwork, kind: string, a: number, b: number, c: number): FlowChange | null {
  const arcs = network.source.length;
  if (kind === "supply") return { kind, from: a % network.nodes, to: b % network.nodes, amount: (c % 9) - 4 };
  if (arcs === 0) return null;
  const arc = a % arcs;
  if (kind === "cost") return { kind, arc, cost: (b % 40) - 8 };
  return { kind: "upper", arc, upper: (network.lower?.[arc] ?? 0) + (c % 12) };
}
