export type Line = { readonly intercept: number; readonly slope: number };

/** Least squares over the places 1, 2, 3 and so on. */
export function fitLine(values: readonly number[]): Line {
  const n = values.length;
  if (n < 2) return { intercept: values[0] ?? 0, slope: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const middle = (n + 1) / 2;
  let [above, below] = [0, 0];
  for (const [at, value] of values.entries()) {
    above += (at + 1 - middle) * (value - mean);
    below += (at + 1 - middle) ** 2;
  }
  const slope = above / below;
  return { intercept: mean - slope * middle, slope };
}

/** The three forecasts that anybody makes: the last value goes on, a line goes on, an exponential goes on. */
export function simpleForecasts(
  known: readonly number[],
  count: number,
): Readonly<Record<"persistence" | "linear" | "exponential", readonly number[]>> {
  const n = known.length;
  const ahead = Array.from({ length: count }, (_, at) => n + 1 + at);
  const line = fitLine(known);
  const log = fitLine(known.map((value) => Math.log(Math.max(value, 1e-6))));
  return {
    persistence: ahead.map(() => known[n - 1] ?? 0),
    linear: ahead.map((at) => line.intercept + line.slope * at),
    exponential: ahead.map((at) => Math.exp(log.intercept + log.slope * at)),
  };
}
