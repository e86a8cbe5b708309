import { InputError } from "../error/index.ts";
import type { Answer } from "./answer.ts";

/** Meetings of left and right parties; two with a party in common need two colours. An edge may stand many times. */
export type ColouringProblem = {
  readonly kind: "colouring";
  readonly left: number;
  readonly right: number;
  readonly edges: readonly (readonly [left: number, right: number])[];
  /** The most colours there are. */
  readonly colours?: number;
};

export type ColouringRepair = { readonly what: "colours"; readonly by: number };

const none = -1;

/**
 * Colours edges by as few colours as the busiest party has edges, which is always enough (Kőnig 1916); `solution` names
 * the colour of each edge. By alternating paths: edges times parties at worst. [EN30] [EN33]
 */
export function colourEdges({
  left,
  right,
  edges,
  colours = Infinity,
}: ColouringProblem): Answer<readonly number[], ColouringRepair> {
  const degree = new Int32Array(left + right);
  for (const [at, [from, to]] of edges.entries()) {
    if (!(isWithin(from, left) && isWithin(to, right))) throw new InputError({ rule: "node", at });
    for (const node of [from, left + to]) degree[node] = (degree[node] as number) + 1;
  }
  const least = degree.reduce((most, one) => Math.max(most, one), 0);
  if (least > colours)
    return {
      infeasible: true,
      repairs: [{ what: "colours", by: least - colours }],
      price: least - colours,
      proven: true,
    };
  const colourOf = colourWith(least, left, right, edges);
  return {
    infeasible: false,
    value: least,
    bound: least,
    proven: isProper(left, edges, colourOf),
    solution: colourOf,
  };
}

function isWithin(at: number, count: number): boolean {
  return Number.isInteger(at) && at >= 0 && at < count;
}

function colourWith(
  least: number,
  left: number,
  right: number,
  edges: ColouringProblem["edges"],
): readonly number[] {
  const colourOf = edges.map(() => none);
  // By node and colour: the edge that has it there.
  const held = new Int32Array((left + right) * least).fill(none);
  const freeAt = (node: number) => {
    const start = node * least;
    return held.subarray(start, start + least).indexOf(none);
  };
  const otherEnd = (edge: number, node: number) => {
    const [from, to] = edges[edge] as readonly [number, number];
    return node === from ? left + to : from;
  };
  for (const [edge, [from, to]] of edges.entries()) {
    const [a, b] = [freeAt(from), freeAt(left + to)];
    if (a !== b) swapPath(left + to, a, b);
    paint(edge, a);
  }
  return colourOf;

  /** The path from a node by the two colours in turn ends elsewhere than at the other party: the graph has two sides. */
  function swapPath(start: number, first: number, second: number): void {
    const path: number[] = [];
    let [node, colour, next] = [start, first, second];
    for (let edge = held[node * least + colour] as number; edge !== none; ) {
      path.push(edge);
      node = otherEnd(edge, node);
      [colour, next] = [next, colour];
      edge = held[node * least + colour] as number;
    }
    const turned = path.map((edge) => (colourOf[edge] === first ? second : first));
    for (const edge of path) paint(edge, none);
    for (const [at, edge] of path.entries()) paint(edge, turned[at] as number);
  }

  function paint(edge: number, colour: number): void {
    const [from, to] = edges[edge] as readonly [number, number];
    const old = colourOf[edge] as number;
    for (const node of [from, left + to]) {
      if (old !== none) held[node * least + old] = none;
      if (colour !== none) held[node * least + colour] = edge;
    }
    colourOf[edge] = colour;
  }
}

/** Looks at every edge anew: no party has a colour twice. */
function isProper(left: number, edges: ColouringProblem["edges"], colourOf: readonly number[]): boolean {
  const seen = new Set<string>();
  return edges.every(([from, to], at) =>
    [from, left + to].every((node) => {
      const key = `${node} ${colourOf[at]}`;
      return (colourOf[at] as number) >= 0 && !seen.has(key) && seen.add(key).size > 0;
    }),
  );
}
