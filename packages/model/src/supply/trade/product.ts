import { concepts } from "../../chain/index.ts";

/** What trade is counted by. `factor`: t LCE in a tonne of the article, or null where nothing is said of its lithium. [SU1] */
export type TradeProduct = {
  readonly id: (typeof tradeProductIds)[number];
  readonly hs: readonly string[];
  readonly zh: string;
  readonly en: string;
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
    zh: "锂矿石和精矿",
    en: "lithium ore and concentrate",
    factor: 0.1484,
    factorSource: "6 % Li2O, where a row does not say its own grade; a proposal",
    mixed: true,
    price: [60, 9000],
  },
  {
    id: "carbonate",
    hs: ["283691"],
    zh: "碳酸锂",
    en: "lithium carbonate",
    factor: 1,
    factorSource: byWeight,
    mixed: false,
    price: [3000, 100000],
  },
  {
    id: "hydroxide",
    hs: ["282520"],
    zh: "氢氧化锂",
    en: "lithium hydroxide",
    factor: 0.8804,
    factorSource: "monohydrate, atomic weights",
    mixed: false,
    price: [3000, 100000],
  },
  {
    id: "chloride",
    hs: ["282739"],
    zh: "氯化锂",
    en: "lithium chloride",
    factor: 0.8715,
    factorSource: byWeight,
    mixed: true,
    price: [500, 100000],
  },
  {
    id: "metal",
    hs: ["280519"],
    zh: "金属锂",
    en: "lithium metal",
    factor: 5.3233,
    factorSource: byWeight,
    mixed: true,
    price: [20000, 600000],
  },
  {
    id: "hexafluorophosphate",
    hs: ["282690"],
    zh: "六氟磷酸锂",
    en: "lithium hexafluorophosphate",
    factor: 0.2432,
    factorSource: byWeight,
    mixed: true,
    price: [2000, 120000],
  },
  {
    id: "cathode",
    hs: ["284290"],
    zh: "正极材料",
    en: "cathode material",
    factor: null,
    factorSource: "the line covers cathodes with different lithium",
    mixed: true,
    price: [1000, 100000],
  },
  {
    id: "cells",
    hs: ["850760"],
    zh: "锂离子电池",
    en: "lithium-ion batteries",
    factor: null,
    factorSource: "weight says nothing about energy",
    mixed: false,
    price: [1000, 500000],
  },
  {
    id: "graphite",
    hs: ["250410", "250490"],
    zh: "天然石墨",
    en: "natural graphite",
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

/** Concepts of the chain that the lines of a product cover. */
export const conceptsOfProduct = ({ hs }: TradeProduct): readonly string[] =>
  concepts.flatMap(({ id, hs6 }) => (hs6 && hs.includes(hs6) ? [id] : []));
