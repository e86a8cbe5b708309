/** Plants at level 3 of GB/T 39116-2020 or above count as intelligent: indicator SME-02. */
const intelligentFrom = 3;

/** The share of listed plants that are intelligent, as the two ends of what it can be. [CN8] */
export const maturitySeries = {
  low: {
    series: "PLANT-intelligent-low",
    name: {
      zh: "智能化锂盐工厂占比（在列工厂），下限",
      en: "Share of intelligent plants for lithium salts among the listed, at least",
    },
  },
  high: {
    series: "PLANT-intelligent-high",
    name: {
      zh: "智能化锂盐工厂占比（在列工厂），上限",
      en: "Share of intelligent plants for lithium salts among the listed, at most",
    },
  },
} as const;

export type Maturity = {
  readonly firms: number;
  readonly plants: number;
  readonly met: number;
  readonly unknown: number;
};

/**
 * How many plants are intelligent, and of how many nobody has said: the share lies between met and met + unknown, of all plants. [CN8]
 * @example countMaturity([{ firm: "a", maturity: 3 }, { firm: "a", maturity: null }]) // { firms: 1, plants: 2, met: 1, unknown: 1 }
 */
export function countMaturity(
  plants: readonly { readonly firm: string; readonly maturity: number | null }[],
): Maturity {
  return {
    firms: new Set(plants.map(({ firm }) => firm)).size,
    plants: plants.length,
    met: plants.filter(({ maturity }) => maturity !== null && maturity >= intelligentFrom).length,
    unknown: plants.filter(({ maturity }) => maturity === null).length,
  };
}
