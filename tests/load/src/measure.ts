import autocannon from "autocannon";

export type Target = {
  readonly url: string;
  readonly cookie?: string;
};

export type Figures = {
  readonly requests: number;
  readonly rps: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
};

const CONNECTIONS = 10;
const SLICE_SECONDS = 3;
const SLICES = 5;

type Slice = { readonly times: readonly number[]; readonly seconds: number };

/** Fires at two targets by turns, so that whatever else the machine does weighs on both alike. */
export async function measurePair(target: Target, twin: Target): Promise<{ target: Figures; twin: Figures }> {
  for (const one of [twin, target]) await fire(one, 2);
  const [own, bare]: [Slice[], Slice[]] = [[], []];
  for (let slice = 0; slice < SLICES; slice += 1) {
    bare.push(await fire(twin, SLICE_SECONDS));
    own.push(await fire(target, SLICE_SECONDS));
  }
  const pair = { target: toFigures(own), twin: toFigures(bare) };
  if (pair.target.requests === 0 || pair.twin.requests === 0)
    throw new Error(`${target.url}: nothing was answered within ${SLICES * SLICE_SECONDS} s`);
  return pair;
}

async function fire({ url, cookie }: Target, duration: number): Promise<Slice> {
  const times: number[] = [];
  const others = new Set<number>();
  const run = autocannon({
    ...{ url, duration, connections: CONNECTIONS },
    headers: cookie === undefined ? {} : { cookie },
  });
  run.on("response", (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) others.add(status);
  });
  const { errors, timeouts, duration: seconds } = await run;
  if (others.size > 0 || errors + timeouts > 0) {
    throw new Error(`${url}: status ${[...others].join(", ")}, ${errors} errors, ${timeouts} timeouts`);
  }
  return { times, seconds };
}

function toFigures(slices: readonly Slice[]): Figures {
  return summarize(
    slices.flatMap(({ times }) => times),
    slices.reduce((sum, { seconds }) => sum + seconds, 0),
  );
}

/** Rate and quantiles (nearest rank) of what was answered within `seconds`. */
export function summarize(times: readonly number[], seconds: number): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { requests: times.length, rps: round(times.length / seconds), p50Ms: at(0.5), p95Ms: at(0.95) };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
