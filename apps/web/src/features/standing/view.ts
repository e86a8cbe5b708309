import { formatNumber, type Locale } from "@lilink/i18n";
import type { Series } from "@lilink/ui";
import type { StandingDetail } from "./queries.ts";

/** A ratio or a share for reading: so many times, to three significant digits. */
export function toRatio(value: string): string {
  return String(Number(Number(value).toPrecision(3)));
}

export type NoPace = "noTarget" | "steady" | "noFigure" | "withheld" | "ended" | "reached" | "undefined";

/** Why no pace is said that would lead to the target: the one reason that holds. */
export function whyNoPace(
  { target, now, linear, method }: Pick<StandingDetail, "target" | "now" | "linear" | "method">,
  horizon: number,
): NoPace {
  if (method === "steady") return "steady";
  if (!target && now) return "noTarget";
  if (!now) return "noFigure";
  if (now.value === null) return "withheld";
  if (now.year >= horizon) return "ended";
  return linear.status === "achieved" ? "reached" : "undefined";
}

type Names = {
  readonly actual: string;
  readonly path: string;
  readonly line: string;
  readonly growth: string;
};
type PathKey = "target" | "linear" | "compound";

type Course = Pick<StandingDetail, "baseline" | "years" | "path">;

/** Lines of the chart; a withheld year has no point, since between its bounds there is none. */
export function toStandingLines(standing: Course, names: Names): readonly Series[] {
  const base = standing.baseline;
  const actual = [
    ...(base?.origin === "paper" ? [{ x: base.year, y: Number(base.value), estimate: true }] : []),
    ...standing.years
      .filter(({ value, year }) => value !== null && !(base?.origin === "paper" && year <= base.year))
      .map(({ year, value }) => ({ x: year, y: Number(value) })),
  ];
  const way = (key: PathKey) =>
    standing.path.flatMap((point) => (point[key] === null ? [] : [{ x: point.year, y: Number(point[key]) }]));
  const lines: readonly Series[] = [
    { key: "actual", label: names.actual, tone: "accent", points: actual },
    { key: "path", label: names.path, tone: "neutral", stroke: "dashed", points: way("target") },
    { key: "line", label: names.line, tone: "info", stroke: "dotted", points: way("linear") },
    { key: "growth", label: names.growth, tone: "chain", stroke: "dotted", points: way("compound") },
  ];
  return lines.filter(({ points }) => points.length > 1 || points.some(({ x }) => x === base?.year));
}

export type StandingRow = { readonly year: number; readonly cells: readonly string[] };

/** The same, year by year, as text: W and its bounds where a year is withheld, nothing where there is nothing. */
export function toStandingRows(standing: StandingDetail, locale: Locale): readonly StandingRow[] {
  const print = (value: string | null | undefined) => (value == null ? "" : formatNumber(value, locale));
  const years = new Set([...standing.path, ...standing.years].map(({ year }) => year));
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const figure = standing.years.find((one) => one.year === year);
      const point = standing.path.find((one) => one.year === year);
      const base = standing.baseline?.year === year ? standing.baseline.value : null;
      const told =
        figure && figure.value === null
          ? `W (${print(figure.low)}–${print(figure.high)})`
          : print(figure?.value ?? base);
      return { year, cells: [told, print(point?.target), print(point?.linear), print(point?.compound)] };
    });
}

/** The year in which a steady change from here meets a target, or null when it never does. */
export function reachedIn(
  from: { readonly year: number; readonly value: number },
  perYear: number,
  target: number,
  rising: boolean,
): number | null {
  const gap = target - from.value;
  if (rising ? gap <= 0 : gap >= 0) return from.year;
  if (perYear === 0 || Math.sign(gap) !== Math.sign(perYear)) return null;
  return from.year + Math.ceil(gap / perYear - 1e-9);
}
