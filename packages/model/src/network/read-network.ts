import Graph from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import {
  bandOf,
  type LaneCell,
  lanesOf,
  type NetworkLane,
  type NetworkPlace,
  type NetworkPosition,
  type NetworkReading,
  networkLanes,
} from "./index.ts";

/** A body as the network needs it; `group` is its corporate group, or itself. `counted`: a verified firm, which may be without ties. */
export type NetworkBody = {
  readonly id: string;
  readonly group: string;
  readonly links: readonly string[];
  readonly counted: boolean;
};
export type Tie = readonly [first: string, second: string];

/** So many groups stand on each side of a told cell, and so many ties are left for whoever knows its own. [NW3] */
const leastGroups = 3;
const leastTies = 3;
/** So many groups and ties stand behind the share that crosses links, and behind a place. [NW3] [NW4] */
const leastOfShare = 10;
/** Sums of shares in floating point may differ by so much and be equal. */
const rounding = 1e-9;

/**
 * Reads a network of confirmed outcomes: one tie for each pair of bodies of two groups, however many outcomes they have. [NW1]
 * What is told of all passes disclosure control; positions are for each body itself. [NW3] [NW4]
 * @example readNetwork(bodies, [["a", "b"]]).reading.cells // every pair of lanes, withheld where few stand behind it
 */
export function readNetwork(
  bodies: readonly NetworkBody[],
  ties: readonly Tie[],
): { readonly reading: NetworkReading; readonly positions: readonly NetworkPosition[] } {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const graph = new Graph({ type: "undirected" });
  for (const [first, second] of ties) {
    const [a, b] = [byId.get(first), byId.get(second)];
    if (!a || !b || a.group === b.group) continue;
    graph.mergeEdge(a.id, b.id);
  }
  const edges = graph.mapEdges(
    (_edge, _data, a, b) => [byId.get(a), byId.get(b)] as [NetworkBody, NetworkBody],
  );
  const places = toPlaces(graph);
  const counted = bodies.filter((body) => body.counted || graph.hasNode(body.id));
  return {
    reading: { cells: toCells(edges), crossShare: toCrossShare(edges), isolated: toIsolated(bodies, graph) },
    positions: counted.map(({ id }) => {
      const near = graph.hasNode(id) ? graph.neighbors(id) : [];
      const lanes = new Set(near.flatMap((one) => lanesOf(byId.get(one)?.links ?? [])));
      return {
        id,
        ties: near.length,
        reached: networkLanes.filter((lane) => lanes.has(lane)),
        place: places.get(id) ?? null,
      };
    }),
  };
}

type Edge = readonly [NetworkBody, NetworkBody];

/** Each pair of lanes; a body of two links counts in both. */
function toCells(edges: readonly Edge[]): readonly LaneCell[] {
  return networkLanes.flatMap((from, at) =>
    networkLanes.slice(at).map((to) => {
      const joins = ([a, b]: Edge) => {
        const [of, other] = [lanesOf(a.links), lanesOf(b.links)];
        return (of.includes(from) && other.includes(to)) || (of.includes(to) && other.includes(from));
      };
      const inside = edges.filter(joins);
      return { from, to, band: isTold(inside, from, to) ? bandOf(inside.length) : null };
    }),
  );
}

/** Enough groups on each side, and enough ties without those of any one group. */
function isTold(edges: readonly Edge[], from: NetworkLane, to: NetworkLane): boolean {
  const groupsIn = (lane: NetworkLane) =>
    new Set(edges.flat().flatMap((body) => (lanesOf(body.links).includes(lane) ? [body.group] : [])));
  if ([from, to].some((lane) => groupsIn(lane).size < leastGroups)) return false;
  const groups = new Set(edges.flat().map(({ group }) => group));
  return [...groups].every(
    (group) => edges.filter((edge) => edge.every((body) => body.group !== group)).length >= leastTies,
  );
}

function toCrossShare(edges: readonly Edge[]): number | null {
  const groups = new Set(edges.flat().map(({ group }) => group));
  if (edges.length < leastOfShare || groups.size < leastOfShare) return null;
  const crossing = edges.filter(
    ([a, b]) => !lanesOf(a.links).some((lane) => lanesOf(b.links).includes(lane)),
  );
  return Math.round((crossing.length / edges.length) * 10) / 10;
}

/** Firms without a tie, told where three groups have none and three have one: else it would tell of each by name. */
function toIsolated(bodies: readonly NetworkBody[], graph: Graph): NetworkReading["isolated"] {
  return Object.fromEntries(
    networkLanes
      .filter((lane) => lane !== "beside")
      .map((lane) => {
        const firms = bodies.filter(({ counted, links }) => counted && lanesOf(links).includes(lane));
        const alone = firms.filter(({ id }) => !graph.hasNode(id));
        const groupsOf = (some: readonly NetworkBody[]) => new Set(some.map(({ group }) => group)).size;
        const told =
          groupsOf(alone) >= leastGroups &&
          groupsOf(firms.filter(({ id }) => graph.hasNode(id))) >= leastGroups;
        return [lane, told ? bandOf(alone.length) : null];
      }),
  );
}

/** The place of each body by betweenness, in coarse shares; none where fewer than ten have ties. */
function toPlaces(graph: Graph): ReadonlyMap<string, NetworkPlace> {
  if (graph.order < leastOfShare) return new Map();
  const scores = betweenness(graph, { normalized: true });
  const ranked = Object.entries(scores).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(
    ranked.map(([id, score]) => {
      // Equal scores have one place: the best of them.
      const ahead = ranked.filter(([, other]) => other > score + rounding).length / ranked.length;
      if (score < rounding) return [id, "rest"];
      return [id, ahead < 0.1 ? "tenth" : ahead < 0.25 ? "quarter" : ahead < 0.5 ? "half" : "rest"];
    }),
  );
}
