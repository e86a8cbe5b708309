/** People as bounds; equal where the figure is published. */
export type People = { readonly low: number; readonly high: number };

/** Yearly shares of those employed that leave, and that are new, as dated proposals: 80 % of firms are thought to lie within. [SK7] */
export const demandRates = {
  from: "2026-01-01",
  attrition: { low: 0.05, high: 0.12 },
  growth: { low: 0.03, high: 0.15 },
  origin: "proposal",
} as const;

/**
 * The people wanted in a year: those that firms state already, those who replace who leaves, and those for growth. [SK7]
 * @example forecastDemand({ low: 10, high: 10 }, { low: 100, high: 100 }) // { low: 18, high: 37 }
 */
export function forecastDemand(stated: People, employed: People): People {
  const { attrition, growth } = demandRates;
  return {
    low: stated.low + (attrition.low + growth.low) * employed.low,
    high: stated.high + (attrition.high + growth.high) * employed.high,
  };
}

const middle = ({ low, high }: People) => (low + high) / 2;

/**
 * How far a forecast was off, beside "same as last year": the distance of middles as a share of what came; null where nothing came. [SK7]
 * @example errorOf({ low: 20, high: 30 }, { low: 20, high: 20 }) // 0.25
 */
export function errorOf(foretold: People, came: People): number | null {
  return middle(came) > 0 ? Math.abs(middle(foretold) - middle(came)) / middle(came) : null;
}

/**
 * Which share of a demand programmes meet: graduates who found work in the chain and seats in reach, over the people wanted; null where nobody
 * is wanted. Without an upper bound of the demand the least share is 0. [SK6]
 * @example coverageOf(30, { low: 40, high: 60 }) // { low: 0.5, high: 0.75 }
 */
export function coverageOf(met: number, wanted: People): People | null {
  if (wanted.high <= 0) return null;
  return {
    low: Number.isFinite(wanted.high) ? met / wanted.high : 0,
    high: wanted.low > 0 ? met / wanted.low : met > 0 ? Number.POSITIVE_INFINITY : 0,
  };
}

/**
 * Half the sum of differences between the shares of demand and of supply by skill: 0 where both are spread alike, 1 where nothing meets; null
 * where one of them is nothing. [SK8]
 * @example mismatchOf({ a: 1, b: 1 }, { a: 1 }) // 0.5
 */
export function mismatchOf(
  demand: Readonly<Record<string, number>>,
  supply: Readonly<Record<string, number>>,
): number | null {
  const total = (of: Readonly<Record<string, number>>) =>
    Object.values(of).reduce((sum, one) => sum + one, 0);
  const [wanted, given] = [total(demand), total(supply)];
  if (wanted <= 0 || given <= 0) return null;
  const keys = new Set([...Object.keys(demand), ...Object.keys(supply)]);
  let sum = 0;
  for (const key of keys) sum += Math.abs((demand[key] ?? 0) / wanted - (supply[key] ?? 0) / given);
  return sum / 2;
}

/**
 * The first days as of which demand is rolled up on a day: that of the quarter, and that of the last whole year, whose forecast can be judged
 * now. [SK4]
 * @example rollUpDays("2026-11-29") // ["2025-01-01", "2026-10-01"]
 */
export function rollUpDays(today: string): readonly [held: string, now: string] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return [`${year - 1}-01-01`, `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`];
}
