/** What trade is counted by. `factor`: t LCE in a tonne of the article, or null where nothing is said of its lithium. [SU1] */
export type TradeProduct = {
  readonly id: (typeof tradeProductIds)[number];
  readonly hs: readonly string[];
  readonly factor: number | null;
  readonly factorSource: string;
  /** The line holds other goods too: a row says that it is lithium, or the file gives the reason for all of them. */
  readonly mixed: boolean;
  /** USD for a tonne between which a price is plausible; outside it the unit is doubted. A proposal. */
  readonly price: readonly [low: number, high: number];
};

export const tradeProductIds = [
  "ore",
  "carbonate",
  "hydroxide",
  "chloride",
  "metal",
  "hexafluorophosphate",
  "cathode",
  "cells",
  "graphite",
] as const;
export type TradeProductId = (typeof tradeProductIds)[number];

const byWeight = "atomic weights, pure substance";

export const tradeProducts: readonly TradeProduct[] = [
  {
    id: "ore",
    hs: ["253090"],
    factor: 0.1484,
    factorSource: "6 % Li2O, where a row does not say its own grade; a proposal",
    mixed: true,
    price: [60, 9000],
  },
  {
    id: "carbonate",
    hs: ["283691"],
    factor: 1,
    factorSource: byWeight,
    mixed: false,
    price: [3000, 100000],
  },
  {
    id: "hydroxide",
    hs: ["282520"],
    factor: 0.8804,
    factorSource: "monohydrate, atomic weights",
    mixed: false,
    price: [3000, 100000],
  },
  {
    id: "chloride",
    hs: ["282739"],
    factor: 0.8715,
    factorSource: byWeight,
    mixed: true,
    price: [500, 100000],
  },
  {
    id: "metal",
    hs: ["280519"],
    factor: 5.3233,
    factorSource: byWeight,
    mixed: true,
    price: [20000, 600000],
  },
  {
    id: "hexafluorophosphate",
    hs: ["282690"],
    factor: 0.2432,
    factorSource: byWeight,
    mixed: true,
    price: [2000, 120000],
  },
  {
    id: "cathode",
    hs: ["284290"],
    factor: null,
    factorSource: "the line covers cathodes with different lithium",
    mixed: true,
    price: [1000, 100000],
  },
  {
    id: "cells",
    hs: ["850760"],
    factor: null,
    factorSource: "weight says nothing about energy",
    mixed: false,
    price: [1000, 500000],
  },
  {
    id: "graphite",
    hs: ["250410", "250490"],
    factor: null,
    factorSource: "no lithium",
    mixed: false,
    price: [100, 20000],
  },
];

const byLine = new Map(tradeProducts.flatMap((product) => product.hs.map((hs) => [hs, product] as const)));
const byId = new Map(tradeProducts.map((product) => [product.id, product]));

/** The product of an HS line of six digits or more; null where the platform does not count it. */
export const productOfLine = (line: string): TradeProduct | null => byLine.get(line.slice(0, 6)) ?? null;

export function tradeProduct(id: TradeProductId): TradeProduct {
  const product = byId.get(id);
  if (!product) throw new Error(`no trade product ${id}`);
  return product;
}

/** t LCE in a tonne of Li2O. Atomic weights. */
export const lceOfLithia = 2.4729;

/** The concepts of the chain that a line of customs covers. */
export const productConcepts: Readonly<Record<TradeProductId, readonly string[]>> = {
  ore: ["spodumene-conc"],
  carbonate: ["li2co3-tech", "li2co3-batt"],
  hydroxide: ["lioh-tech", "lioh-batt"],
  chloride: ["licl"],
  metal: ["li-metal"],
  hexafluorophosphate: ["lipf6"],
  cathode: ["ternary-cathode"],
  cells: ["battery-pack"],
  graphite: ["natural-graphite"],
};

/** The line of customs that a concept is traded under; null where it has none of its own. */
export const tradeProductOf = (concept: string): TradeProductId | null =>
  tradeProductIds.find((id) => productConcepts[id].includes(concept)) ?? null;
