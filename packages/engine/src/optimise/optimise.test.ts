import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { FlowNetwork } from "../flow/network.ts";
import {
  type FlowRepair,
  type LinearProblem,
  type LinearRepair,
  loadSolver,
  type Solver,
  solve,
} from "./index.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
}, 60_000);

function permutationsOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutationsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

const anyNetwork: fc.Arbitrary<FlowNetwork> = fc.integer({ min: 2, max: 5 }).chain((nodes) =>
  fc
    .record({
      arcs: fc.array(
        fc.record({
          from: fc.integer({ min: 0, max: nodes - 1 }),
          to: fc.integer({ min: 0, max: nodes - 1 }),
          least: fc.integer({ min: 0, max: 2 }),
          more: fc.integer({ min: 0, max: 5 }),
          cost: fc.integer({ min: 0, max: 9 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      supply: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: nodes, maxLength: nodes }),
    })
    .map(({ arcs, supply }) => ({
      nodes,
      source: Int32Array.from(arcs, ({ from }) => from),
      target: Int32Array.from(arcs, ({ to }) => to),
      lower: Float64Array.from(arcs, ({ least }) => least),
      upper: Float64Array.from(arcs, ({ least, more }) => least + more),
      cost: Float64Array.from(arcs, ({ cost }) => cost),
      supply: Float64Array.from(supply),
    })),
);

/** The same network as a linear programme, written out anew; no supply becomes a demand. */
function toLinear({ nodes, source, target, lower, upper, cost, supply }: FlowNetwork): LinearProblem {
  const slackOf = (node: number) => [`s${node}`, Math.sign(supply[node] ?? 0)] as const;
  return {
    kind: "linear",
    columns: [
      ...[...source].map((_, arc) => ({
        id: `a${arc}`,
        cost: cost[arc] ?? 0,
        low: lower?.[arc] ?? 0,
        high: upper[arc] ?? 0,
      })),
      ...[...supply].map((amount, node) => ({
        id: `s${node}`,
        cost: 0,
        low: Math.abs(amount),
        high: Math.abs(amount),
      })),
    ],
    rows: [
      ...Array.from({ length: nodes }, (_, node) => ({
        id: `n${node}`,
        terms: [
          ...[...source].flatMap((from, arc) => {
            const by = Number(from === node) - Number(target[arc] === node);
            return by === 0 ? [] : [[`a${arc}`, by] as const];
          }),
          ...((supply[node] ?? 0) === 0 ? [] : [[slackOf(node)[0], -slackOf(node)[1]] as const]),
        ],
        low: 0,
        high: 0,
        relax: false as const,
      })),
      ...[...supply].map((_, node) => ({
        id: `p${node}`,
        terms: [[`s${node}`, 1] as const],
        low: 0,
        relax: false as const,
      })),
      ...[...source].map((_, arc) => ({
        id: `q${arc}`,
        terms: [[`a${arc}`, 1] as const],
        low: 0,
        relax: false as const,
      })),
    ],
  };
}

function mend(network: FlowNetwork, repairs: readonly FlowRepair[]): FlowNetwork {
  const mended = {
    ...network,
    upper: network.upper.slice(),
    lower: (network.lower ?? network.upper).slice(),
    supply: network.supply.slice(),
  };
  const arrays = { capacity: mended.upper, least: mended.lower, supply: mended.supply };
  for (const { what, at, by } of repairs) arrays[what][at] = (arrays[what][at] ?? 0) + by;
  return mended;
}

describe("flows", () => {
  it("[EN31] are proven and equal to a linear programme; what is infeasible is mended at the least price", () => {
    let mended = 0;
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const [answer, linear] = [solve({ kind: "flow", network }), solve(toLinear(network), solver)];
        expect(answer.infeasible).toBe(linear.infeasible);
        if (!answer.infeasible && !linear.infeasible) {
          expect(answer).toMatchObject({ proven: true, bound: answer.value });
          expect(linear.value).toBeCloseTo(answer.value, 6);
        } else if (answer.infeasible && linear.infeasible) {
          mended += 1;
          expect(answer.proven).toBe(true);
          expect(answer.price).toBeCloseTo(linear.price, 6);
          const again = solve({ kind: "flow", network: mend(network, answer.repairs) });
          expect(again.infeasible).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
    expect(mended).toBeGreaterThan(20);
  });

  it("[EN31] names the arc or the demand that is cheapest to change, and nothing where nothing may change", () => {
    const network = {
      nodes: 2,
      source: Int32Array.of(0),
      target: Int32Array.of(1),
      upper: Float64Array.of(3),
      cost: Float64Array.of(2),
      supply: Float64Array.of(5, -5),
    };
    const repairsOf = (capacity: number | false, supply: number | false) => {
      const answer = solve({
        kind: "flow",
        network,
        relax: { capacity: () => capacity, supply: () => supply },
      });
      return answer.infeasible ? answer.repairs : null;
    };
    expect(repairsOf(1, 5)).toEqual([{ what: "capacity", at: 0, by: 2 }]);
    expect(repairsOf(9, 1)).toEqual([
      { what: "supply", at: 0, by: -2 },
      { what: "supply", at: 1, by: 2 },
    ]);
    expect(repairsOf(false, false)).toEqual([]);
  });
});

describe("assignments", () => {
  const anyCosts = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }))
    .chain(([rows, more]) =>
      fc.array(
        fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { freq: 2 }), {
          minLength: rows + more,
          maxLength: rows + more,
        }),
        { minLength: rows, maxLength: rows },
      ),
    );

  it("[EN32] equal every permutation tried; where none is allowed, as few pairs as can be are broken", () => {
    fc.assert(
      fc.property(anyCosts, (cost) => {
        const columns = cost[0]?.length ?? 0;
        const tried = permutationsOf(Array.from({ length: columns }, (_, at) => at)).map((order) => {
          const paid = cost.map((row, at) => row[order[at] ?? 0] ?? null);
          return {
            broken: paid.filter((one) => one === null).length,
            value: paid.reduce<number>((sum, one) => sum + (one ?? 0), 0),
          };
        });
        const fewest = Math.min(...tried.map(({ broken }) => broken));
        const answer = solve({ kind: "assignment", cost });
        expect(answer.proven).toBe(true);
        if (answer.infeasible) expect(answer.repairs.length).toBe(fewest);
        else {
          expect(fewest).toBe(0);
          expect(answer.value).toBe(
            Math.min(...tried.filter(({ broken }) => broken === 0).map(({ value }) => value)),
          );
          expect(answer.bound).toBe(answer.value);
        }
      }),
    );
  });

  it("[EN32] says how many columns are wanting", () => {
    expect(solve({ kind: "assignment", cost: [[1], [2], [3]] })).toMatchObject({
      infeasible: true,
      repairs: [{ what: "columns", by: 2 }],
    });
  });
});

describe("colourings", () => {
  const anyEdges = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
    maxLength: 30,
  });

  it("[EN33] need as many colours as the busiest party has edges, and no party has one twice", () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const answer = solve({ kind: "colouring", left: 5, right: 5, edges });
        if (answer.infeasible) throw new Error("any number of colours was given");
        const most = Math.max(
          0,
          ...[0, 1, 2, 3, 4].flatMap((at) =>
            [0, 1].map((side) => edges.filter((edge) => edge[side] === at).length),
          ),
        );
        expect(answer).toMatchObject({ value: most, bound: most, proven: true });
        expect(answer.solution.every((colour) => colour >= 0 && colour < most)).toBe(true);
        for (const side of [0, 1]) {
          const seen = edges.map((edge, at) => `${edge[side]} ${answer.solution[at]}`);
          expect(new Set(seen).size).toBe(edges.length);
        }
      }),
    );
  });

  it("[EN33] too few colours: how many more", () => {
    const edges = [
      [0, 0],
      [0, 1],
      [0, 1],
    ] as const;
    expect(solve({ kind: "colouring", left: 1, right: 2, edges, colours: 2 })).toEqual({
      infeasible: true,
      repairs: [{ what: "colours", by: 1 }],
      price: 1,
      proven: true,
    });
  });
});

describe("linear programmes", () => {
  const anyMixed = fc.record({
    cost: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 3 }),
    rows: fc.array(
      fc.record({
        by: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
        low: fc.integer({ min: -6, max: 6 }),
        more: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 3 },
    ),
    sense: fc.constantFrom("min" as const, "max" as const),
  });

  it("[EN34] of whole numbers equal every choice tried, with a bound that meets them", () => {
    fc.assert(
      fc.property(anyMixed, ({ cost, rows, sense }) => {
        const problem: LinearProblem = {
          kind: "linear",
          sense,
          columns: cost.map((price, at) => ({ id: `x${at}`, cost: price, high: 3, integer: true })),
          rows: rows.map(({ by, low, more }, at) => ({
            id: `r${at}`,
            terms: cost.map((_, column) => [`x${column}`, by[column] ?? 0] as const),
            low,
            high: low + more,
          })),
        };
        const choices = cost.reduce<number[][]>(
          (all) => all.flatMap((one) => [0, 1, 2, 3].map((next) => [...one, next])),
          [[]],
        );
        const values = choices
          .filter((choice) =>
            rows.every(({ by, low, more }) => {
              const sum = choice.reduce((all, one, at) => all + one * (by[at] ?? 0), 0);
              return sum >= low && sum <= low + more;
            }),
          )
          .map((choice) => choice.reduce((all, one, at) => all + one * (cost[at] ?? 0), 0));
        const answer = solve(problem, solver);
        expect(answer.infeasible).toBe(values.length === 0);
        if (answer.infeasible || answer.value === null) return;
        expect(answer.value).toBe((sense === "min" ? Math.min : Math.max)(...values));
        expect(answer.proven).toBe(true);
        expect(answer.bound).toBeCloseTo(answer.value, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("[EN34] names the cheapest bounds to change by their weights", () => {
    const problem = (demand: number, capacity: number): LinearProblem => ({
      kind: "linear",
      columns: [{ id: "plant", cost: 3, high: 40, relax: capacity }],
      rows: [{ id: "demand", terms: [["plant", 1]], low: 100, relax: demand }],
    });
    const repairsOf = (one: LinearProblem): readonly LinearRepair[] => {
      const answer = solve(one, solver);
      if (!answer.infeasible) throw new Error("nothing fits here");
      expect(answer).toMatchObject({ price: 60, proven: true });
      return answer.repairs;
    };
    expect(repairsOf(problem(9, 1))).toEqual([{ what: "column", at: "plant", side: "high", by: 60 }]);
    expect(repairsOf(problem(1, 9))).toEqual([{ what: "row", at: "demand", side: "low", by: 60 }]);
  });

  it("[EN30] what costs without end, or names no column, is refused", () => {
    const open: LinearProblem = { kind: "linear", sense: "max", columns: [{ id: "x", cost: 1 }], rows: [] };
    expect(() => solve(open, solver)).toThrow("INVALID_INPUT");
    const lost: LinearProblem = { ...open, rows: [{ id: "r", terms: [["y", 1]], high: 1 }] };
    expect(() => solve(lost, solver)).toThrow("INVALID_INPUT");
  });
});
