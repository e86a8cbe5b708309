import { ancestorsOf } from "../../chain/index.ts";
import { isOptimalFlow } from "../flow/check-optimal.ts";
import { solveFlow } from "../flow/solve-flow.ts";
import { toKilograms, toTonnes, type Volume, type VolumeBasis } from "./volume.ts";

/** An offer that may serve a need; `score` from 0 to 1 says how well. */
export type VolumeRoute = { readonly offer: string; readonly need: string; readonly score: number };

/** Amounts are tonnes a year of the basis, as decimals. */
export type VolumeBalance = {
  readonly basis: VolumeBasis;
  readonly served: string;
  readonly shipments: readonly { readonly offer: string; readonly need: string; readonly amount: string }[];
  /** `noRoute`: no offer may serve it. `exhausted`: those that may are used up. */
  readonly unmet: readonly {
    readonly need: string;
    readonly amount: string;
    readonly why: "noRoute" | "exhausted";
  }[];
  readonly spare: readonly { readonly offer: string; readonly amount: string }[];
  /** Offers whose size binds by their price; `more`: a larger one would serve needs that now go without. */
  readonly binding: readonly { readonly offer: string; readonly more: boolean }[];
  /** Ids whose amount does not convert to the basis; they take no part. */
  readonly unread: readonly string[];
  readonly proved: boolean;
};

const scoreSteps = 1000;

/**
 * Who could supply whom how much: as much as possible is served, and of all ways to do so the one with the best scores,
 * exactly to the kilogram, with proof. [AL11] [AL12]
 * @param routes who may serve whom; left out: an offer of the needed concept itself (1) or of a kind of it (0.9)
 * @throws LilinkError NOT_FOUND for an unknown concept, INVALID_INPUT for amounts beyond exact arithmetic
 * @example balanceVolumes([{ id: "a", concept: "li2co3-batt", amount: "2", unit: "kt/a" }], needs).unmet
 */
export function balanceVolumes(
  offers: readonly Volume[],
  needs: readonly Volume[],
  routes: readonly VolumeRoute[] = listRoutes(offers, needs),
  basis: VolumeBasis = "mass",
): VolumeBalance {
  const [from, to] = [sizeAll(offers, basis), sizeAll(needs, basis)];
  const open = routes.filter(({ offer, need }) => from.at.has(offer) && to.at.has(need));
  const network = toNetwork(from, to, open);
  const result = solveFlow(network);
  const amountAt = (arc: number) => result.flow[arc] ?? 0;
  const spareAt = (at: number) => amountAt(open.length + at);
  const unmetAt = (at: number) => amountAt(open.length + from.ids.length + at);
  const reachable = new Set(open.map(({ need }) => need));
  const pool = result.potential.at(-1) ?? 0;
  const worth = from.ids.map((_, at) => (result.potential[at] ?? 0) - pool);
  return {
    basis,
    served: toTonnes(open.reduce((sum, _, arc) => sum + amountAt(arc), 0)),
    shipments: open.flatMap(({ offer, need }, arc) =>
      amountAt(arc) > 0 ? [{ offer, need, amount: toTonnes(amountAt(arc)) }] : [],
    ),
    unmet: to.ids.flatMap((need, at) =>
      unmetAt(at) > 0
        ? [{ need, amount: toTonnes(unmetAt(at)), why: reachable.has(need) ? "exhausted" : "noRoute" }]
        : [],
    ),
    spare: from.ids.flatMap((offer, at) =>
      spareAt(at) > 0 ? [{ offer, amount: toTonnes(spareAt(at)) }] : [],
    ),
    binding: from.ids.flatMap((offer, at) => {
      const saved = worth[at] ?? 0;
      return saved > 0 ? [{ offer, more: saved > costOfUnmet(network.nodes) / 2 }] : [];
    }),
    unread: [...from.unread, ...to.unread],
    proved: result.status === "optimal" && isOptimalFlow(network, result.flow, result.potential),
  };
}

function listRoutes(offers: readonly Volume[], needs: readonly Volume[]): readonly VolumeRoute[] {
  return offers.flatMap((offer) => {
    const kinds = new Set(ancestorsOf(offer.concept));
    return needs.flatMap((need) => {
      const score = need.concept === offer.concept ? 1 : kinds.has(need.concept) ? 0.9 : 0;
      return score > 0 ? [{ offer: offer.id, need: need.id, score }] : [];
    });
  });
}

type Sized = {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly kilograms: readonly number[];
  readonly unread: readonly string[];
};

function sizeAll(volumes: readonly Volume[], basis: VolumeBasis): Sized {
  const sized = volumes.map((volume) => ({ id: volume.id, kilograms: toKilograms(volume, basis) }));
  const read = sized.flatMap(({ id, kilograms }) => (kilograms === null ? [] : [{ id, kilograms }]));
  return {
    ids: read.map(({ id }) => id),
    at: new Map(read.map(({ id }, at) => [id, at])),
    kilograms: read.map(({ kilograms }) => kilograms),
    unread: sized.flatMap(({ id, kilograms }) => (kilograms === null ? [id] : [])),
  };
}

/** Dearer than all that a better route could save along one chain of exchanges, so that volume comes first. */
function costOfUnmet(nodes: number): number {
  return 2 * scoreSteps * (nodes + 1);
}

/** Offers, needs, and a pool that takes what is spare for nothing and gives what is unmet at a price. */
function toNetwork(from: Sized, to: Sized, routes: readonly VolumeRoute[]) {
  const pool = from.ids.length + to.ids.length;
  const offers = from.ids.map((_, at) => at);
  const needs = to.ids.map((_, at) => from.ids.length + at);
  const sum = (list: readonly number[]) => list.reduce((total, amount) => total + amount, 0);
  const cost = (score: number) => Math.round((1 - Math.min(1, Math.max(0, score))) * scoreSteps);
  const arcs = routes.length + offers.length + needs.length;
  return {
    nodes: pool + 1,
    source: Int32Array.from([
      ...routes.map(({ offer }) => from.at.get(offer) ?? pool),
      ...offers,
      ...needs.map(() => pool),
    ]),
    target: Int32Array.from([
      ...routes.map(({ need }) => from.ids.length + (to.at.get(need) ?? 0)),
      ...offers.map(() => pool),
      ...needs,
    ]),
    upper: new Float64Array(arcs).fill(Infinity),
    cost: Float64Array.from([
      ...routes.map(({ score }) => cost(score)),
      ...offers.map(() => 0),
      ...needs.map(() => costOfUnmet(pool + 1)),
    ]),
    supply: Float64Array.from([
      ...from.kilograms,
      ...to.kilograms.map((amount) => -amount),
      sum(to.kilograms) - sum(from.kilograms),
    ]),
  };
}
