/** One measured thing: figures that could not be had are null. */
export type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | null;
};

/** A peer that takes longer than this for one task is not waited for. */
export const patienceMs = 120_000;

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

/** p50, p95 and p99 of times in ms; null where there are none. */
export function latencies(times: readonly number[]): Record<"p50Ms" | "p95Ms" | "p99Ms", number | null> {
  const at = (share: number) => (times.length === 0 ? null : quantile(times, share));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

export function perSecond(count: number, ms: number): number {
  return Math.round((count / ms) * 1000);
}

export function round(value: number): number {
  return Number(value.toPrecision(4));
}

export function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
