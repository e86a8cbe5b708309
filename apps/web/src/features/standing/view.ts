import { formatNumber, type Locale, toReading } from "@lilink/i18n";
import type { GoalDirection, PrintedTarget } from "@lilink/model/goals";
import { type DatedTarget, meetsTarget } from "@lilink/model/goals/target";
import type { Tone } from "@lilink/ui";
import type { Series } from "@lilink/ui/chart";
import type { StandingDetail, StandingItem } from "./queries.ts";

/** A ratio of paces as a share in whole percent; none where it would be below nothing, which a sentence says better. */
export function toShare(ratio: string | null): number | null {
  return ratio === null || Number(ratio) < 0 ? null : Math.round(100 * Number(ratio));
}

/** A pace to start from, to three digits and never below what is needed: else it would miss the target by a rounding. */
export function toStart(perYear: number): number {
  if (perYear === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(perYear))) - 2);
  return Number((Math.sign(perYear) * Math.ceil(Math.abs(perYear) / step - 1e-9) * step).toPrecision(3));
}

/** A share for reading, to three significant digits. */
export function toRatio(value: string): string {
  return String(Number(Number(value).toPrecision(3)));
}

type Names = {
  readonly actual: string;
  readonly base: string;
  readonly before: string;
  readonly path: string;
  readonly level: string;
  readonly line: string;
  readonly growth: string;
};
type PathKey = "target" | "linear" | "compound";

type Course = Pick<StandingDetail, "baseline" | "years" | "path"> &
  Partial<Pick<StandingDetail, "status" | "target" | "method" | "now">>;

/**
 * Lines of the chart. To a target that is met no path leads; its level stands instead. A withheld year is W with the field between its bounds, since between them there is no point; a figure that may
 * still move stands in the field of its band. What lies before the year from which change counts is drawn faint, as a line of its own, and the
 * paper's figure stands alone: no course of one measure leads from it to what was released.
 */
export function toStandingLines(
  standing: Course,
  names: Names,
  locale: Locale,
  tone: Tone,
): readonly Series[] {
  const base = standing.baseline;
  const isPaper = base?.origin === "paper";
  const read = (value: string) => formatNumber(toReading(value), locale);
  const point = (x: number, value: string) => ({ x, y: Number(value), text: read(value) });
  const print = (bound: string | null) => (bound === null ? "" : read(bound));
  const band = (low: string, high: string, why: "withheld" | "uncertain") => ({
    band: { low: Number(low), high: Number(high), why },
  });
  const paper = base && isPaper ? [{ ...point(base.year, base.value), estimate: true }] : [];
  const actual = standing.years
    .filter(({ year }) => !(isPaper && year < base.year))
    .map(({ value, year, low, high, spread }) => {
      if (value !== null)
        return { ...point(year, value), ...(spread ? band(spread.low, spread.high, "uncertain") : {}) };
      const text = `W (${print(low)}–${print(high)})`;
      if (low === null || high === null) return { x: year, y: null, text };
      return { x: year, y: null, text, ...band(low, high, "withheld") };
    });
  const way = (key: PathKey) =>
    standing.path.flatMap(({ year, [key]: value }) => (value === null ? [] : [point(year, value)]));
  const from = releasedBase(standing)?.year;
  const [before, counted] = [
    actual.filter(({ x }) => from !== undefined && x <= from),
    actual.filter(({ x }) => from === undefined || x >= from),
  ];
  const level = metLevel(standing);
  const start = paper[0]?.x ?? actual[0]?.x;
  const lines: readonly Series[] = [
    { key: "before", label: names.before, tone: "neutral", points: before },
    { key: "actual", label: names.actual, tone, points: counted },
    { key: "base", label: names.base, tone: "neutral", points: paper },
    level && start !== undefined
      ? {
          key: "level",
          label: names.level,
          tone: "neutral",
          stroke: "dashed",
          points: [...new Set([start, level.year])].map((year) => point(year, level.value)),
        }
      : { key: "path", label: names.path, tone: "neutral", stroke: "dashed", points: way("target") },
    { key: "line", label: names.line, tone: "info", stroke: "dotted", points: way("linear") },
    { key: "growth", label: names.growth, tone: "chain", stroke: "dotted", points: way("compound") },
  ];
  return lines.filter(
    ({ key, points }) => points.length > 1 || (["actual", "base"].includes(key) && points.length > 0),
  );
}

/** A tenth: nearer figures are one by any reading. */
const paperApart = 0.1;

/** The platform's figure for the year of the paper's own, where the two are so far apart that a reader asks why; else null. [PG16] */
export function releasedBesidePaper({ baseline, years }: Pick<Course, "baseline" | "years">) {
  const own = baseline?.origin === "paper" ? years.find(({ year }) => year === baseline.year) : undefined;
  if (!baseline || !own || own.value === null) return null;
  const apart = Math.abs(Number(own.value) - Number(baseline.value));
  return apart > paperApart * Math.abs(Number(baseline.value)) ? own.value : null;
}

const metLevel = ({ status, target }: Course) =>
  status === "achieved" && target && target.operator !== "between" ? target : null;

type Based = Pick<StandingDetail, "baseline"> & Partial<Pick<StandingDetail, "method" | "status" | "now">>;

/** The released figure from which change counts; in the base year itself that is the figure of now. */
export function releasedBase({ baseline, method, status, now }: Based) {
  if (baseline?.origin === "released") return baseline;
  const isBase = method === "relative" && status === "first_figure" && now?.value;
  return isBase ? { year: now.year, value: now.value } : null;
}

/** The year in which a steady change from here meets a target that it does not meet yet, or null when it never does. */
function reachedIn(
  from: { readonly year: number; readonly value: number },
  perYear: number,
  { operator, value }: DatedTarget,
): number | null {
  const years = (Number(value) - from.value) / perYear;
  if (!Number.isFinite(years) || years < 0) return null;
  // Above a limit is not at it: who stands at the limit needs one year more.
  const past = operator === ">" || operator === "<";
  return from.year + (past ? Math.floor(years + 1e-9) + 1 : Math.ceil(years - 1e-9));
}

/** What a yearly change leads to: a target that is met already is not reached once more, but it may be lost. */
export function whereItLeads(
  from: { readonly year: number; readonly value: number },
  perYear: number,
  {
    target,
    direction,
    horizon,
  }: { readonly target: DatedTarget; readonly direction: GoalDirection; readonly horizon: number },
): { readonly key: "met" | "lost" | "reaches" | "misses"; readonly reached: number | null } {
  const meets = (value: number) => meetsTarget(String(value), target, direction);
  if (meets(from.value))
    return { key: meets(from.value + perYear * (horizon - from.year)) ? "met" : "lost", reached: null };
  const reached = reachedIn(from, perYear, target);
  return reached !== null && reached <= horizon ? { key: "reaches", reached } : { key: "misses", reached };
}

export type Bullet = { readonly now: number; readonly base: number | null; readonly target: number };

/** The places of a bullet chart in percent of its width; none without a figure or a target. Shares are drawn to 100 %. */
export function toBullet(
  { now, baseline, unit }: Pick<StandingItem, "now" | "baseline" | "unit">,
  target: PrintedTarget | null,
): Bullet | null {
  const value = now?.value ?? now?.low ?? null;
  if (value === null || !target) return null;
  const [at, base] = [Number(value), baseline ? Number(baseline.value) : null];
  const whole = unit?.includes("%") ? Math.max(100, at) : 1.1 * Math.max(at, base ?? 0, target.value);
  const place = (figure: number) => Math.min(100, Math.max(0, (100 * figure) / whole));
  return { now: place(at), base: base === null ? null : place(base), target: place(target.value) };
}
