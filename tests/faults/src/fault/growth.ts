export type Sample = {
  readonly pid: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly handles: number;
};

/** In less, a heap that fills for the first time looks like one that leaks. */
const SHORTEST_SECONDS = 20 * 60;
const MOST_MB_PER_HOUR = 40;
/** What the floor of memory may rise by between the first and the last part, of what it was. */
const MOST_RISE = 0.1;
const MOST_HANDLES = 10;

export type Growth = {
  readonly complaints: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
};

/**
 * Whether a process went on growing after its first third, in which it warms up. The slope is that of all samples; the floors are the least
 * of the first and last fifth of the rest, for what is collected or closed in the end is no leak. Too few samples and another process
 * under the same name are complaints of their own.
 */
export function growthOf(samples: readonly Sample[], expected: number): Growth {
  const steady = samples.slice(Math.floor(samples.length / 3));
  const fifth = Math.ceil(steady.length / 5);
  const [first, last] = [steady.slice(0, fifth), steady.slice(-fifth)];
  const [begin, end] = [first[0], last.at(-1)];
  if (!begin || !end || samples.length < expected * 0.9)
    return {
      complaints: [`only ${samples.length} of ${Math.round(expected)} samples were taken`],
      figures: {},
    };
  const floorOf = (part: readonly Sample[], of: "megabytes" | "handles") =>
    Math.min(...part.map((one) => one[of]));
  const megabytes = [floorOf(first, "megabytes"), floorOf(last, "megabytes")] as const;
  const handles = [floorOf(first, "handles"), floorOf(last, "handles")] as const;
  const perHour = slope(steady) * 3600;
  const complaints: string[] = [];
  if (samples.some(({ pid }) => pid !== begin.pid)) complaints.push("the process did not stay the same");
  const isLong = end.seconds - begin.seconds >= SHORTEST_SECONDS;
  if (isLong && perHour > MOST_MB_PER_HOUR && megabytes[1] > megabytes[0] * (1 + MOST_RISE))
    complaints.push(`memory grows by ${Math.round(perHour)} MB an hour`);
  if (handles[1] > handles[0] + MOST_HANDLES)
    complaints.push(`${handles[1]} handles are open and were ${handles[0]}`);
  return {
    complaints,
    figures: {
      SlopeMbPerHour: Math.round(perHour),
      SlopeJudged: isLong ? 1 : 0,
      FirstMb: Math.round(megabytes[0]),
      LastMb: Math.round(megabytes[1]),
      FirstHandles: handles[0],
      LastHandles: handles[1],
    },
  };
}

/** Megabytes a second, by least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [x, y] = [mean(({ seconds }) => seconds), mean(({ megabytes }) => megabytes)];
  const over = samples.reduce((sum, one) => sum + (one.seconds - x) * (one.megabytes - y), 0);
  const under = samples.reduce((sum, one) => sum + (one.seconds - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
