/**
 * Three numbers that are easily taken for one. Each has its own numerator and denominator, a version and a series of its own; no sum, mean
 * or ranking of two of them is ever made. [TR95]
 */
export const rateDefinitions = [
  {
    id: "collection",
    version: 1,
    indicator: "REC-01",
    series: "BAT-collection",
    numerator: { zh: "已收集质量", en: "collected mass" },
    denominator: {
      zh: "当年退役质量（含随车报废）",
      en: "mass retired in the year (with scrapped vehicles)",
    },
    name: { zh: "收集率（质量）", en: "Collection (mass)" },
  },
  {
    id: "formal",
    version: 1,
    indicator: "REC-10",
    series: "BAT-formal",
    numerator: {
      zh: "全程在正规渠道内的质量",
      en: "mass in licensed channels all the way",
    },
    denominator: { zh: "当年收集质量", en: "mass collected in the year" },
    name: { zh: "正规渠道占比（质量）", en: "Licensed channels (mass)" },
  },
  ...(
    [
      ["Li", "REC-02", "锂", "lithium"],
      ["Ni", "REC-03", "镍", "nickel"],
      ["Co", "REC-04", "钴", "cobalt"],
      ["Mn", "REC-05", "锰", "manganese"],
    ] as const
  ).map(([id, indicator, zh, en]) => ({
    id,
    version: 1,
    indicator,
    series: `BAT-recovery-${id}`,
    numerator: { zh: `产品中的${zh}`, en: `${en} in products` },
    denominator: {
      zh: `当年关批且已平衡批次投入的${zh}`,
      en: `${en} fed into balanced batches closed in the year`,
    },
    name: { zh: `${zh}回收率（元素）`, en: `Recovery of ${en} (element)` },
  })),
] as const;

/** The share of listed firms that meet every condition, as the two ends of what it can be. [TR96] */
export const conformitySeries = {
  low: {
    series: "BAT-conformity-low",
    name: { zh: "符合全部条件的企业占比，下限", en: "Share of firms that meet every condition, at least" },
  },
  high: {
    series: "BAT-conformity-high",
    name: { zh: "符合全部条件的企业占比，上限", en: "Share of firms that meet every condition, at most" },
  },
} as const;

export type RateId = "collection" | "formal" | "Li" | "Ni" | "Co" | "Mn";

/** A rate of a finished year; a null value is kept back or has nothing behind it. */
export type RateFigure = {
  readonly year: number;
  readonly rate: RateId;
  readonly value: number | null;
  /** Bodies behind it; 0 where that is kept back too. */
  readonly bodies: number;
};

/** The paper: 41 % of 200,000 t retired in 2020 were recycled, and 20,000 t of lithium came of it. [TR92] */
export const paperClaim = { batteriesKt: 82, lithiumKt: 20 } as const;

/** kWh in a kilogram of pack, and kilograms of lithium in a kWh: the most of what packs had by 2020, in their favour. */
const mostKwhPerKg = 0.18;
const mostLithiumPerKwh = 0.1235;

/**
 * Why that cannot be: the share of lithium it would need, and the most that packs hold. [TR92]
 * @example checkPaperClaim().needed // 0.2439…
 */
export function checkPaperClaim({
  batteriesKt,
  lithiumKt,
}: {
  batteriesKt: number;
  lithiumKt: number;
} = paperClaim) {
  const most = mostKwhPerKg * mostLithiumPerKwh;
  return {
    needed: lithiumKt / batteriesKt,
    most,
    kwhPerKg: mostKwhPerKg,
    lithiumPerKwh: mostLithiumPerKwh,
    /** The most lithium that these batteries can hold, kt. */
    mostKt: batteriesKt * most,
    isPossible: lithiumKt <= batteriesKt * most,
  };
}
