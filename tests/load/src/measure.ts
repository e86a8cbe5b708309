import { readdirSync, readFileSync } from "node:fs";
import autocannon from "autocannon";

export type Target = {
  readonly url: string;
  readonly cookie?: string;
  /** Each request asks under an address of its own, so that nothing of an earlier look is at hand. */
  readonly fresh?: boolean;
};

export type Figures = {
  readonly requests: number;
  /** User and system time of the web process for one request, where it was watched: the figure to trust beside others' work. */
  readonly cpuMs?: number;
  readonly rps: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
};

const CONNECTIONS = 10;
const SLICE_SECONDS = 3;
const SLICES = 5;

type Slice = { readonly times: readonly number[]; readonly seconds: number };

/** Fires at several targets by turns, so that whatever else the machine does weighs on all alike. `cpu` counts milliseconds. */
export async function measureTurns(targets: readonly Target[], cpu: () => number): Promise<Figures[]> {
  for (const one of targets) await fire(one, 2);
  const slices: Slice[][] = targets.map(() => []);
  const spent = targets.map(() => 0);
  for (let slice = 0; slice < SLICES; slice += 1) {
    for (const [at, target] of targets.entries()) {
      const before = cpu();
      slices[at]?.push(await fire(target, SLICE_SECONDS));
      spent[at] = (spent[at] ?? 0) + cpu() - before;
    }
  }
  return slices.map((own, at) => {
    const figures = toFigures(own);
    if (figures.requests === 0)
      throw new Error(`${targets[at]?.url}: nothing was answered within ${SLICES * SLICE_SECONDS} s`);
    return { ...figures, cpuMs: round((spent[at] ?? 0) / figures.requests) };
  });
}

let addresses = 0;

function toFresh(url: string) {
  const { pathname, search } = new URL(url);
  return {
    setupRequest: (request: object) => {
      addresses += 1;
      return { ...request, path: `${pathname}${search === "" ? "?" : `${search}&`}look=${addresses}` };
    },
  };
}

/** Fires at one target for so many seconds. */
export async function fire({ url, cookie, fresh }: Target, duration: number): Promise<Slice> {
  const times: number[] = [];
  const others = new Set<number>();
  const run = autocannon({
    ...{ url, duration, connections: CONNECTIONS },
    headers: cookie === undefined ? {} : { cookie },
    ...(fresh ? { requests: [toFresh(url)] } : {}),
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

/** Milliseconds of processor that all threads of these processes have had so far. Linux alone tells it. */
export function processorTime(pids: readonly number[]): number {
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}/schedstat`),
  );
  return threads.reduce((sum, path) => {
    try {
      return sum + Number(readFileSync(path, "utf8").split(" ")[0]) / 1e6;
    } catch {
      // A thread that has ended meanwhile.
      return sum;
    }
  }, 0);
}

/** Megabytes of a process that stand in memory. Linux alone tells it. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
