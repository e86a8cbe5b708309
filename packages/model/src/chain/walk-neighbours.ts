import type { Edge, RelationType } from "./concept.ts";
import { edges, loadConcept } from "./find-concept.ts";

/**
 * How a neighbour is reached. For feeds: `feeds` joins input and output, `input_of` a material and the process
 * that takes it, `output_of` a process and what it gives.
 */
export const neighbourRelations = ["feeds", "input_of", "output_of"] as const;
export type NeighbourRelation = (typeof neighbourRelations)[number] | RelationType;

/** `out`: along the edge, `in`: against it. `via` is the process of a `feeds` step. */
export type Neighbour = {
  readonly concept: string;
  readonly relation: NeighbourRelation;
  readonly direction: "in" | "out";
  readonly edge: string;
  readonly via?: string;
};

type Step = { from: string; to: string; relation: NeighbourRelation; edge: string; via?: string };

function stepsOf(edge: Edge): readonly Step[] {
  if (edge.type !== "feeds") return [{ from: edge.from, to: edge.to, relation: edge.type, edge: edge.id }];
  const { input, process, output, id } = edge;
  return [
    { from: input, to: output, relation: "feeds", edge: id, via: process },
    { from: input, to: process, relation: "input_of", edge: id },
    { from: process, to: output, relation: "output_of", edge: id },
  ];
}

const neighboursById = new Map<string, Neighbour[]>();
for (const edge of edges)
  for (const { from, to, ...rest } of stepsOf(edge)) {
    if (from === to) continue;
    const leaving = neighboursById.get(from) ?? [];
    const arriving = neighboursById.get(to) ?? [];
    neighboursById.set(from, [...leaving, { concept: to, direction: "out", ...rest }]);
    neighboursById.set(to, [...arriving, { concept: from, direction: "in", ...rest }]);
  }

/**
 * Everything one step away from a concept, by typed edge, in the order of the edges; self-loops left out.
 * @throws LilinkError NOT_FOUND
 * @example neighboursOf("lipf6") // { concept: "electrolyte", relation: "feeds", direction: "out", … }
 */
export function neighboursOf(conceptId: string): readonly Neighbour[] {
  loadConcept(conceptId);
  return neighboursById.get(conceptId) ?? [];
}

export type ChainStep = Neighbour & { readonly from: string };

/**
 * The shortest way between two concepts, edges walked both ways, every edge one step. [CH5]
 * @returns steps in order (0 for the same concept), or null when nothing joins them
 * @throws LilinkError NOT_FOUND
 * @example chainDistance("li2co3-batt", "lfp")?.length // 1
 */
export function chainDistance(fromId: string, toId: string): readonly ChainStep[] | null {
  loadConcept(toId);
  loadConcept(fromId);
  const cameBy = new Map<string, ChainStep>();
  const queue = [fromId];
  for (const current of queue) {
    if (current === toId) return pathTo(toId, fromId, cameBy);
    for (const neighbour of neighboursById.get(current) ?? []) {
      if (neighbour.concept === fromId || cameBy.has(neighbour.concept)) continue;
      cameBy.set(neighbour.concept, { from: current, ...neighbour });
      queue.push(neighbour.concept);
    }
  }
  return null;
}

function pathTo(toId: string, fromId: string, cameBy: ReadonlyMap<string, ChainStep>): ChainStep[] {
  const path: ChainStep[] = [];
  for (let at = toId; at !== fromId; ) {
    const step = cameBy.get(at);
    if (!step) break;
    path.unshift(step);
    at = step.from;
  }
  return path;
}
