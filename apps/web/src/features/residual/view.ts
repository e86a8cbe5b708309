import type { LineSpec, Point } from "@lilink/ui/chart";
import type { Residual } from "./queries.ts";

/** A share as a percentage with one place. */
export const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What a test found, with its uncertainty where it has one. @example energyLine({ energyShare: 0.791, u: 0.012 }) // "79.1% ± 1.2%" */
export const energyLine = ({
  energyShare,
  u,
}: Pick<Residual["tests"][number], "energyShare" | "u">): string =>
  energyShare === null ? "" : u === null ? percent(energyShare) : `${percent(energyShare)} ± ${percent(u)}`;

export type CourseWords = {
  readonly known: string;
  readonly forecast: string;
  readonly cycle: string;
};

const mostPoints = 24;

/** How much was lost and how much will be, with the band; from nought, so that the band is seen. Long courses are thinned. */
export function toCourseChart(course: NonNullable<Residual["course"]>, words: CourseWords): LineSpec {
  const { known, forecast } = course;
  const thin = <T>(points: readonly T[]) => {
    const step = Math.max(1, Math.ceil(points.length / mostPoints));
    return points.filter((_, at) => at % step === 0 || at === points.length - 1);
  };
  const measured: readonly Point[] = known.map((value, at) => ({
    x: at + 1,
    y: 1 - value,
    text: percent(1 - value),
  }));
  const further: readonly Point[] = forecast.points.map(({ value, low, high }, at) => ({
    x: known.length + at + 1,
    y: 1 - value,
    text: `${percent(1 - value)} (${percent(1 - high)}–${percent(1 - low)})`,
    band: { low: 1 - high, high: 1 - low, why: "uncertain" },
    estimate: true,
  }));
  const last = known.length + forecast.points.length;
  const marks = [1, known.length, last].map((x) => ({ x, label: String(x) }));
  return {
    kind: "line",
    head: [words.cycle],
    formatY: (value) => `${Math.round(value * 100)}%`,
    marks,
    series: [
      { key: "known", label: words.known, tone: "chain", points: thin(measured) },
      { key: "forecast", label: words.forecast, tone: "recycling", points: thin(further) },
    ],
  };
}

/** Numbers of a pasted column, or null where something is none. */
export function readAmounts(text: string): readonly number[] | null {
  const parts = text
    .normalize("NFKC")
    .split(/[\s,;、]+/u)
    .filter((part) => part !== "");
  const numbers = parts.map(Number);
  return numbers.length > 0 && numbers.every((one) => one > 0) ? numbers : null;
}
