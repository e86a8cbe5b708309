/** The parts of the gauge of supply tension. [TG1] */
export const tensionParts = ["cover", "price", "utilization", "concentration"] as const;
export type TensionPart = (typeof tensionParts)[number];

/** What is known of a part: one figure or a band, from where it is, as of a day; absent where nobody knows. */
export type TensionFact = {
  readonly low: number;
  readonly high: number;
  readonly asOf: string;
  readonly source: string;
};

/**
 * From easy (0) to tight (1), dated and ours: days of cover from 90 down to 0; swing of monthly log prices from 0 to 0.25; use of capacity from
 * 60 % to 100 %; Herfindahl index of imports from 0.15 to 0.6. A proposal until the group sets others. [TG1]
 */
export const tensionPosts = {
  cover: [90, 0],
  price: [0, 0.25],
  utilization: [0.6, 1],
  concentration: [0.15, 0.6],
} as const satisfies Record<TensionPart, readonly [easy: number, tight: number]>;

export type TensionReading = {
  readonly part: TensionPart;
  readonly fact: TensionFact | null;
  readonly low: number;
  readonly high: number;
};
export type Tension = {
  readonly low: number;
  readonly high: number;
  readonly parts: readonly TensionReading[];
};

const placed = (part: TensionPart, value: number) => {
  const [easy, tight] = tensionPosts[part];
  return Math.min(1, Math.max(0, (value - easy) / (tight - easy)));
};

/**
 * How tight supply is, as a band: the mean of the parts, each with equal weight. A part that nobody knows is anything from 0 to 1, so the
 * band says how much is missing. [TG1]
 * @example tensionOf({ concentration: { low: 0.6, high: 0.6, asOf: "2026-01", source: "x" } }).low // 0.25
 */
export function tensionOf(facts: Partial<Record<TensionPart, TensionFact | null>>): Tension {
  const parts = tensionParts.map((part): TensionReading => {
    const fact = facts[part] ?? null;
    if (fact === null) return { part, fact, low: 0, high: 1 };
    const [a, b] = [placed(part, fact.low), placed(part, fact.high)];
    return { part, fact, low: Math.min(a, b), high: Math.max(a, b) };
  });
  const mean = (side: "low" | "high") => parts.reduce((sum, one) => sum + one[side], 0) / parts.length;
  return { low: mean("low"), high: mean("high"), parts };
}

/** The standard deviation of monthly log prices; null below three months. [TG1] */
export function priceSwing(prices: readonly number[]): number | null {
  const logs = prices.filter((price) => price > 0).map(Math.log);
  const changes = logs.slice(1).map((log, at) => log - (logs[at] ?? 0));
  if (changes.length < 2) return null;
  const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
  return Math.sqrt(changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1));
}
