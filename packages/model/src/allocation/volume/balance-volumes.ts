import { isOptimalFlow, solveFlow } from "@lilink/engine/flow";
import { toTonnes, type Volume, type VolumeBasis } from "./volume.ts";
import { costOfUnmet, listRoutes, sizeAll, toNetwork, type VolumeRoute } from "./volume-network.ts";

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
