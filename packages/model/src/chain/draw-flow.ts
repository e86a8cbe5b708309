import type { FeedEdge, Link, LinkId, Stage } from "./concept.ts";
import { loadConcept, loadStage } from "./find-concept.ts";
import { concepts, feeds, links, stages } from "./tables.ts";

/** `return` runs against the order of the stages (recycled material comes back); `inner` stays in one stage. */
export type FlowKind = "forward" | "return" | "inner";

export type StageFlow = {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly edges: readonly string[];
};

export type LinkFlow = {
  readonly from: LinkId;
  readonly to: LinkId;
  readonly kind: FlowKind;
  readonly edges: readonly string[];
};

export type FlowGraph = {
  readonly links: readonly Link[];
  readonly stages: readonly (Stage & { readonly concepts: readonly string[] })[];
  readonly stageFlows: readonly StageFlow[];
  readonly linkFlows: readonly LinkFlow[];
};

type Aggregate<Id> = { from: Id; to: Id; kind: FlowKind; edges: string[] };

function aggregate<Id extends string>(placeOf: (concept: string) => Id, orderOf: (place: Id) => number) {
  const flows = new Map<string, Aggregate<Id>>();
  for (const edge of feeds) addEdge(flows, edge, placeOf(edge.input), placeOf(edge.output), orderOf);
  return [...flows.values()].sort(
    (a, b) => orderOf(a.from) - orderOf(b.from) || orderOf(a.to) - orderOf(b.to),
  );
}

function addEdge<Id extends string>(
  flows: Map<string, Aggregate<Id>>,
  edge: FeedEdge,
  from: Id,
  to: Id,
  orderOf: (place: Id) => number,
) {
  const kind = from === to ? "inner" : orderOf(to) < orderOf(from) ? "return" : "forward";
  const flow = flows.get(`${from}>${to}`) ?? { from, to, kind, edges: [] };
  flow.edges.push(edge.id);
  flows.set(`${from}>${to}`, flow);
}

/**
 * The feeds edges gathered between stages and between links, ready to draw. Forward flows alone hold no cycle;
 * recycling comes back as `return` flows; `inner` flows are a count, not an arrow. [CH6]
 * @example drawFlow().linkFlows.filter((flow) => flow.kind === "return") // recycling -> smelting, materials
 */
export function drawFlow(): FlowGraph {
  const linkOrder = new Map(links.map((link, index) => [link.id, index]));
  return {
    links,
    stages: stages.map((stage) => ({
      ...stage,
      concepts: concepts.filter((concept) => concept.stage === stage.id).map((concept) => concept.id),
    })),
    stageFlows: aggregate(
      (id) => loadConcept(id).stage,
      (id) => loadStage(id).order,
    ),
    linkFlows: aggregate(
      (id) => loadConcept(id).link,
      (id) => linkOrder.get(id) ?? links.length,
    ),
  };
}
