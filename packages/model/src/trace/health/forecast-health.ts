import { fitLine } from "./fit-line.ts";

/** A cell: its state of health at cycle 1, 2, 3 and so on, as a share of rated capacity. */
export type Cell = { readonly id: string; readonly soh: readonly number[] };

export type HealthPoint = { readonly value: number; readonly low: number; readonly high: number };

export type HealthForecast = {
  /** How fast the fade slows down: 0 goes on as it was, 1 loses 63 % of its pace in as long as was known. */
  readonly damping: number;
  readonly points: readonly HealthPoint[];
};

/** What is known of a cell, in the terms of the forecast. */
type Past = {
  readonly n: number;
  readonly level: number;
  readonly slope: number;
  /** How much it faded while it was known, at least two hundredths. */
  readonly fade: number;
  readonly noise: number;
};

// Growth of the surface layer goes with the root of time, so that a fade of that kind has lost about 30 % of its pace when as
// much time has passed again. The other cells may say otherwise; with few of them the prior holds.
const priorDamping = 0.5;
const priorWeight = 4;
const dampings = Array.from({ length: 61 }, (_, at) => at / 40);
const floor = 1e-5;
/** Two-sided 90 % points of Student's distribution by degrees of freedom. */
const student = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];
const normal = 1.645;
/** Spread of the error in fades, where no other cell tells it. */
const priorSpread = 0.4;

/**
 * The state of health of a cell after what is known of it, with a band that holds nine times in ten. It goes on
 * exponentially from the level of the last cycles at a pace that slows down. How much, and how wide the band is, is
 * learned from the other cells alone. [TR60]
 * @param others cells whose whole course is known; `share` of it is taken as known, the rest judges
 */
export function forecastHealth(
  known: readonly number[],
  count: number,
  others: readonly Cell[] = [],
  share = 0.5,
): HealthForecast {
  const past = readPast(known);
  const trials = others
    .map(({ soh }) => {
      const n = Math.floor(soh.length * share);
      return { past: readPast(soh.slice(0, n)), rest: soh.slice(n) };
    })
    .filter(({ past: one, rest }) => one.n > 1 && rest.length > 0);
  const damping = chooseDamping(trials);
  const { spread, widen } = spreadOf(trials, damping);
  const points = Array.from({ length: count }, (_, at) => {
    const value = valueAt(past, at + 1, damping);
    const half = widen * Math.hypot(spread * past.fade * ((at + 1) / past.n), past.noise);
    return { value, low: Math.max(0, value - half), high: value + half };
  });
  return { damping, points };
}

type Trial = { readonly past: Past; readonly rest: readonly number[] };

function readPast(known: readonly number[]): Past {
  const logs = known.map((value) => Math.log(Math.max(value, 1e-6)));
  const n = logs.length;
  const { slope } = fitLine(logs);
  const recent = Math.min(n, Math.max(3, Math.floor(n * 0.05)));
  let level = 0;
  for (let at = n - recent; at < n; at++) level += ((logs[at] ?? 0) - slope * (at + 1 - n)) / recent;
  const noise = noiseOf(known);
  return { n, level, slope, fade: Math.max(Math.abs(slope) * n, 0.02), noise };
}

function valueAt({ n, level, slope }: Past, ahead: number, damping: number): number {
  const length = damping === 0 ? ahead : (n / damping) * -Math.expm1((-ahead * damping) / n);
  return Math.exp(level + slope * length);
}

/** The damping under which the others were forecast best, each in its own fade, drawn towards the prior. */
function chooseDamping(trials: readonly Trial[]): number {
  let best = { damping: priorDamping, cost: Infinity };
  for (const damping of dampings) {
    let cost = priorWeight * (damping - priorDamping) ** 2;
    for (const { past, rest } of trials) {
      let sum = 0;
      for (const [at, value] of rest.entries())
        sum += ((valueAt(past, at + 1, damping) - value) / past.fade) ** 2;
      cost += Math.log(sum / rest.length + floor);
    }
    if (cost < best.cost) best = { damping, cost };
  }
  return best.damping;
}

/**
 * How far errors run away with the horizon, in fades, beyond what each measurement errs by itself; and how much wider the band
 * must be because the cells that tell it are few.
 */
function spreadOf(
  trials: readonly Trial[],
  damping: number,
): { readonly spread: number; readonly widen: number } {
  if (trials.length === 0) return { spread: priorSpread, widen: normal };
  let sum = 0;
  for (const { past, rest } of trials) {
    let [errors, scales] = [0, 0];
    for (const [at, value] of rest.entries()) {
      errors += (valueAt(past, at + 1, damping) - value) ** 2 - past.noise ** 2;
      scales += (past.fade * ((at + 1) / past.n)) ** 2;
    }
    sum += Math.max(0, errors / scales);
  }
  const widen = student[trials.length - 1] ?? normal + 1.5 / trials.length;
  return { spread: Math.sqrt(sum / trials.length), widen };
}

/** What one measurement errs by: from neighbours, so that the bend of the fade does not count. */
function noiseOf(known: readonly number[]): number {
  const steps = known.slice(1).map((value, at) => value - (known[at] ?? 0));
  const mean = steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length);
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / Math.max(1, 2 * steps.length));
}
