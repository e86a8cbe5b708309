import type { FlowNetwork } from "@lilink/engine/flow";
import { ancestorsOf } from "../../chain/index.ts";
import { toKilograms, type Volume, type VolumeBasis } from "./volume.ts";

/** An offer that may serve a need; `score` from 0 to 1 says how well. */
export type VolumeRoute = { readonly offer: string; readonly need: string; readonly score: number };

const scoreSteps = 1000;

/** An offer of the needed concept itself (1) or of a kind of it (0.9). */
export function listRoutes(offers: readonly Volume[], needs: readonly Volume[]): readonly VolumeRoute[] {
  return offers.flatMap((offer) => {
    const kinds = new Set(ancestorsOf(offer.concept));
    return needs.flatMap((need) => {
      const score = need.concept === offer.concept ? 1 : kinds.has(need.concept) ? 0.9 : 0;
      return score > 0 ? [{ offer: offer.id, need: need.id, score }] : [];
    });
  });
}

/** Amounts in whole kilograms a year, and which ids do not convert. */
export type Sized = {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly kilograms: readonly number[];
  readonly unread: readonly string[];
};

export function sizeAll(volumes: readonly Volume[], basis: VolumeBasis): Sized {
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
export function costOfUnmet(nodes: number): number {
  return 2 * scoreSteps * (nodes + 1);
}

/**
 * Offers, needs, and a pool that takes what is spare for nothing and gives what is unmet at a price. Arcs: the routes, then
 * one from each offer to the pool, then one from the pool to each need.
 */
export function toNetwork(from: Sized, to: Sized, routes: readonly VolumeRoute[]): FlowNetwork {
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
