import { openFlow } from "@lilink/engine/flow";
import { toTonnes, type Volume } from "./volume.ts";
import { listRoutes, sizeAll, toNetwork } from "./volume-network.ts";

/** What is offered and asked of a concept in tonnes a year, as decimals; left out where nobody states an amount. */
export type ConceptAmounts = { readonly concept: string; readonly offered?: string; readonly asked?: string };

/** What one more tonne offered would do: serve a need that goes without, be a closer fit than what serves now, or nothing. */
export type OneMore =
  | { readonly does: "serves"; readonly need: string }
  | { readonly does: "fitsCloser" | "nothing" };

export type ConceptBalance = ConceptAmounts & {
  /** Of what is asked: what is met, from the concept itself or from kinds of it, and what goes without. */
  readonly met: string;
  readonly unmet: string;
  /** Of what is offered: what finds no taker. */
  readonly spare: string;
  readonly oneMore: OneMore;
};

const oneTonne = 1000;

/**
 * What is offered against what is asked over the whole chain, concept by concept, exactly to the kilogram: a kind of a
 * concept may serve it, and as much as possible is met, then by the closest fit. The value of one more tonne is what a
 * tonne more would change, worked out for each concept. Links are not joined: no yield is assumed. [AL11] [AL17]
 * @param amounts one entry a concept
 * @throws LilinkError NOT_FOUND for an unknown concept, INVALID_INPUT for amounts beyond exact arithmetic
 * @example balanceChain([{ concept: "lifsi", offered: "300", asked: "2000" }])[0]?.unmet // "1700"
 */
export function balanceChain(amounts: readonly ConceptAmounts[]): readonly ConceptBalance[] {
  const toVolume = (concept: string, amount = "0"): Volume => ({ id: concept, concept, amount, unit: "t/a" });
  const offers = amounts.map(({ concept, offered }) => toVolume(concept, offered));
  const needs = amounts.map(({ concept, asked }) => toVolume(concept, asked));
  const routes = listRoutes(offers, needs);
  const network = toNetwork(sizeAll(offers, "mass"), sizeAll(needs, "mass"), routes);
  const open = openFlow(network);
  const { flow } = open.read();
  const [spareFrom, unmetFrom, pool] = [routes.length, routes.length + offers.length, network.nodes - 1];
  const value = open.value();
  const askedOf = (at: number) => -(network.supply[offers.length + at] ?? 0);

  function tryOneMore(at: number): OneMore {
    open.change({ kind: "supply", from: at, to: pool, amount: oneTonne });
    const saved = value - open.value();
    const after = open.read().flow;
    open.change({ kind: "supply", from: at, to: pool, amount: -oneTonne });
    let [need, most] = [-1, 0];
    for (let other = 0; other < needs.length; other++) {
      const less = (flow[unmetFrom + other] ?? 0) - (after[unmetFrom + other] ?? 0);
      if (less > most) [need, most] = [other, less];
    }
    const served = needs[need];
    return served ? { does: "serves", need: served.concept } : { does: saved > 0 ? "fitsCloser" : "nothing" };
  }

  return amounts.map((own, at) => ({
    ...own,
    met: toTonnes(askedOf(at) - (flow[unmetFrom + at] ?? 0)),
    unmet: toTonnes(flow[unmetFrom + at] ?? 0),
    spare: toTonnes(flow[spareFrom + at] ?? 0),
    oneMore: tryOneMore(at),
  }));
}
