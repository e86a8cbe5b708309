import type { Simplex } from "./simplex.ts";

/** Arcs at each node with their other ends and costs: those of node n stand from start[n] to start[n + 1]. */
export type Ends = {
  readonly start: Int32Array;
  readonly arc: Int32Array;
  readonly other: Int32Array;
  readonly cost: Float64Array;
};

/** The arcs of the network that leave each node, and those that enter it. */
export type Adjacency = { readonly out: Ends; readonly into: Ends };

export function listAdjacent({ nodes, arcs, source, target, cost }: Simplex): Adjacency {
  const list = (own: Int32Array, far: Int32Array): Ends => {
    const start = new Int32Array(nodes + 2);
    for (let at = 0; at < arcs; at++)
      start[(own[at] as number) + 2] = (start[(own[at] as number) + 2] as number) + 1;
    for (let node = 2; node < start.length; node++)
      start[node] = (start[node] as number) + (start[node - 1] as number);
    const ends = {
      start,
      arc: new Int32Array(arcs),
      other: new Int32Array(arcs),
      cost: new Float64Array(arcs),
    };
    for (let at = 0; at < arcs; at++) {
      const next = (own[at] as number) + 1;
      const place = start[next] as number;
      start[next] = place + 1;
      ends.arc[place] = at;
      ends.other[place] = far[at] as number;
      ends.cost[place] = cost[at] as number;
    }
    return ends;
  };
  return { out: list(source, target), into: list(target, source) };
}

/** A new cost of an arc, at both its ends. */
export function setCost({ out, into }: Adjacency, from: number, to: number, arc: number, cost: number): void {
  out.cost[out.arc.indexOf(arc, out.start[from])] = cost;
  into.cost[into.arc.indexOf(arc, into.start[to])] = cost;
}
