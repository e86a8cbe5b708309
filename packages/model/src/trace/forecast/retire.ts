/** Sales of a year and how they fail: Weibull with its shape and its scale in years. */
export type Cohorts = {
  readonly sales: Readonly<Record<string, number>>;
  readonly shape: number;
  readonly scale: number;
};

/** The share of a cohort that is retired by an age. [TR50] */
export function weibull(age: number, shape: number, scale: number): number {
  return age <= 0 ? 0 : -Math.expm1(-((age / scale) ** shape));
}

/**
 * What retires in each year: of every cohort the share that fails between two ages. What is sold in a year is one year old
 * in the next. [TR50]
 */
export function forecastRetired(
  { sales, shape, scale }: Cohorts,
  from: number,
  to: number,
): readonly { readonly year: number; readonly retired: number }[] {
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  return years.map((year) => ({
    year,
    retired: Object.entries(sales).reduce((sum, [sold, amount]) => {
      const age = year - Number(sold);
      return sum + amount * (weibull(age, shape, scale) - weibull(age - 1, shape, scale));
    }, 0),
  }));
}

/** Thousand tonnes from GWh: a kWh of packs weighs so many kg. */
export function toKilotonnes(gwh: number, kgPerKwh: number): number {
  return gwh * kgPerKwh;
}
