import { weibull } from "./retire.ts";

/** A lifetime law: Weibull, or the observed share that has failed by each age in whole years. */
export type LifeLaw =
  | { readonly kind: "weibull"; readonly shape: number; readonly scale: number }
  | { readonly kind: "observed"; readonly failed: readonly number[] };

/** The share of a cohort that is retired by an age; after the last observed age nothing more is known to fail. [TR50] [TR93] */
export function failedBy(law: LifeLaw, age: number): number {
  if (age <= 0) return 0;
  if (law.kind === "weibull") return weibull(age, law.shape, law.scale);
  const last = law.failed.at(-1) ?? 0;
  return law.failed[Math.floor(age) - 1] ?? last;
}

/** Sales of one year in one province: GWh by chemistry. */
export type SalesRow = {
  readonly year: number;
  readonly province: string;
  readonly chemistry: string;
  readonly gwh: number;
};

export type Outlook = {
  readonly year: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
};

/** kg of pack for a kWh, by chemistry: rounded from pack energy densities, a proposal. */
export const kgPerKwh: Readonly<Record<string, number>> = { lfp: 7.1, ternary: 6, lmo: 8, lto: 12, other: 7 };

type Filter = { readonly province?: string | undefined; readonly chemistry?: string | undefined };

/** GWh that retire in a year, of the sales that a filter leaves. [TR50] */
export function retiredIn(
  sales: readonly SalesRow[],
  laws: Readonly<Record<string, LifeLaw>>,
  year: number,
  { province, chemistry }: Filter = {},
): number {
  return sales.reduce((sum, row) => {
    if (province !== undefined && row.province !== province) return sum;
    if (chemistry !== undefined && row.chemistry !== chemistry) return sum;
    const law = laws[row.chemistry] ?? laws.other;
    if (!law) return sum;
    const age = year - row.year;
    return sum + row.gwh * (failedBy(law, age) - failedBy(law, age - 1));
  }, 0);
}

/** The same in kilotonnes of packs. @example toPackKt(1, "lfp") // 7.1 */
export const toPackKt = (gwh: number, chemistry: string): number =>
  gwh * (kgPerKwh[chemistry] ?? kgPerKwh.other ?? 7);

/** From this share of a cohort on, its absence is felt. */
const feltShare = 0.02;

/**
 * The last year that a forecast tells whole. Sales that are not on file yet are missed from the age on at which a fiftieth of them
 * has failed; from the year after, the forecast speaks of what was sold so far alone. Null without sales. [TR93]
 * @example wholeUntil([{ year: 2024, ... }], { kind: "weibull", shape: 3.5, scale: 8 }) // 2027
 */
export function wholeUntil(sales: readonly SalesRow[], law: LifeLaw): number | null {
  if (sales.length === 0) return null;
  const last = Math.max(...sales.map(({ year }) => year));
  for (let age = 1; age <= 100; age++) if (failedBy(law, age) >= feltShare) return last + age;
  return last + 100;
}

/** How much longer or shorter packs may live than the law says, for the outer lines of the fan: a proposal. [TR93] */
export const lifeSpread = [0.85, 0.92, 1, 1.08, 1.15] as const;

/** The law with lives so many times as long; an observed law is read at the stretched age, between ages in a line. */
export function stretchLaw(law: LifeLaw, by: number): LifeLaw {
  if (law.kind === "weibull") return { ...law, scale: law.scale * by };
  const at = (age: number): number => {
    const below = Math.floor(age);
    const [low, high] = [failedBy(law, below), failedBy(law, below + 1)];
    return low + (high - low) * (age - below);
  };
  const ages = Math.max(law.failed.length, Math.ceil(law.failed.length * by));
  return { kind: "observed", failed: Array.from({ length: ages }, (_, year) => at((year + 1) / by)) };
}

/**
 * Kilotonnes of packs that retire each year, with the band that shorter and longer lives give: `low` and `high` are the least and the most of
 * the spread, so that the band holds the middle. [TR93]
 */
export function outlookOf(
  sales: readonly SalesRow[],
  laws: Readonly<Record<string, LifeLaw>>,
  from: number,
  to: number,
  filter: Filter = {},
): readonly Outlook[] {
  const chemistries = [...new Set(sales.map(({ chemistry }) => chemistry))];
  const at = (year: number, by: typeof laws) =>
    chemistries
      .filter((one) => filter.chemistry === undefined || one === filter.chemistry)
      .reduce(
        (sum, one) => sum + toPackKt(retiredIn(sales, by, year, { ...filter, chemistry: one }), one),
        0,
      );
  const spread = lifeSpread.map((times) =>
    Object.fromEntries(Object.entries(laws).map(([name, law]) => [name, stretchLaw(law, times)])),
  );
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => {
    const year = from + place;
    const values = spread.map((by) => at(year, by));
    return { year, low: Math.min(...values), middle: at(year, laws), high: Math.max(...values) };
  });
}
