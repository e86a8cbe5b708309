import { Decimal } from "decimal.js";
import type { Goal } from "../goal.ts";
import { sideOf } from "./assess-corridor.ts";
import { assessProgress } from "./assess-progress.ts";
import { assessSteady, steadyGap } from "./assess-steady.ts";
import type { GoalMethod, GoalPart } from "./goal-rule.ts";
import { aimOf, type DatedTarget, meetsTarget } from "./meets-target.ts";
import { needPace } from "./need-pace.ts";
import { roundingOf } from "./noise.ts";
import { growthOf, type Point, slopeOf } from "./pace.ts";
import { aimPart, printedBase, type StandingBase } from "./part-target.ts";
import type { Progress } from "./progress.ts";
import { isTurning, type ProgressStatus } from "./status.ts";
import { type JudgedPeriod, type PeriodFigure, toYearly, type YearFigure } from "./to-yearly.ts";
import { type FigureSpread, spreadOf } from "./uncertainty.ts";

/** Released figures of one measure, and what its definition says of them. */
export type MeasureFigures = {
  readonly indicator: string;
  /** Null for the headline. */
  readonly measure: string | null;
  readonly unit: string;
  readonly figures: readonly PeriodFigure[];
  readonly judgedBy?: JudgedPeriod;
  /** The believable range, as decimal strings. */
  readonly range?: readonly string[] | null;
  /** How many decimals are printed. */
  readonly decimals?: number;
};

/** Why a measure has no verdict. `figure`: none yet. `year`: none for the year that is over. `base`: none to compare with. */
export const noVerdicts = ["measure", "figure", "year", "base", "withheld", "coverage"] as const;
export type NoVerdict = (typeof noVerdicts)[number];

export type Pace = { readonly perYear: string; readonly growth: string | null };

/** Where one measure stands; numbers are decimal strings in its unit. */
export type PartStanding = {
  readonly indicator: string;
  readonly measure: string | null;
  readonly method: GoalMethod;
  readonly unit: string | null;
  readonly judgedBy: JudgedPeriod;
  readonly baseline: StandingBase | null;
  readonly target: DatedTarget | null;
  readonly now: YearFigure | null;
  readonly status: ProgressStatus;
  readonly linear: { readonly ratio: string | null; readonly status: ProgressStatus };
  readonly compound: { readonly ratio: string | null; readonly status: ProgressStatus };
  readonly disagree: boolean;
  /** Why there is no verdict, and the years that are lacking for one. */
  readonly why: NoVerdict | null;
  readonly lacking: readonly number[];
  /** How far from its target, where it is not met. */
  readonly gap: string | null;
  readonly made: Pace | null;
  readonly needed: Pace | null;
  /** The statuses at both bounds where the figure is withheld, or at both ends of its band of uncertainty. */
  readonly band: readonly [ProgressStatus, ProgressStatus] | null;
  readonly spread: FigureSpread | null;
  /** The share of returns behind the figure, where it is below what the group asks for. [PG20] */
  readonly care: number | null;
};

export type PartCase = {
  readonly goal: Goal;
  readonly part: GoalPart;
  /** Whether the paper's baseline is of this measure: the goal's own is. */
  readonly isHead: boolean;
  readonly own: MeasureFigures | undefined;
  readonly ask: number;
  /** The share of returns in percent from which a figure is judged without a word of care. */
  readonly floor: number | null;
};

const digits = 6;
export const print = (value: Decimal | null | undefined) =>
  value?.toSignificantDigits(digits).toString() ?? null;

const endsYear = ({ period }: PeriodFigure) => /^\d{4}$|Q4$|H2$|-12$/.test(period);

/** What a verdict is made from: the years that count, and whether the goal's year is over. */
export function readPart({ goal, part, isHead, own, ask }: PartCase) {
  const { horizon } = goal;
  const judgedBy = own?.judgedBy ?? "year";
  const known = (own?.figures ?? []).filter(
    ({ period }) => Number(period.slice(0, 4)) <= Math.min(ask, horizon),
  );
  const years = toYearly(known, own?.unit ?? "", judgedBy);
  const isOver = ask > horizon || years.some((one) => one.year === horizon && endsYear(one));
  const printed = isHead ? printedBase(goal, judgedBy) : null;
  const { baseline, target, lacking } = aimPart(part, printed, years, horizon);
  const now = isOver
    ? (years.find((one) => one.year === horizon && endsYear(one)) ?? null)
    : (years.filter(({ year }) => !printed || year > printed.year).at(-1) ?? null);
  // A figure that is the base itself is a first one.
  const isBase = baseline !== null && now !== null && baseline.year >= now.year;
  return { judgedBy, years, isOver, baseline: isBase ? null : baseline, isBase, target, lacking, now };
}

/**
 * Judges one measure of a goal by released figures alone. A withheld figure is judged at both its bounds and never by a point
 * between. Few returns never make a goal turn for the worse. [PG9], [PG11]–[PG22]
 */
export function judgePart(one: PartCase): PartStanding {
  const { part, own, floor } = one;
  const read = readPart(one);
  const { now, target, baseline, isOver } = read;
  const spread = now && spreadOf(now, own?.unit ?? "", own?.range ?? null);
  const judge = (value: string | null) => (now && value !== null ? judgeAt(one, read, value) : null);
  const at = judge(now?.value ?? null);
  // A target that is laid from this very figure moves with it: its bounds decide nothing.
  const isFixed = part.kind !== "relative" || !read.isBase;
  const bounds = at ? (isFixed ? spread : null) : now;
  const ends = bounds ? [judge(bounds.low), judge(bounds.high)] : [];
  const care = floor !== null && now?.coverage != null && now.coverage < floor ? now.coverage : null;
  const settle = (pick: (progress: Progress) => ProgressStatus): ProgressStatus => {
    const picked = ends.map((end) => end && pick(end));
    if (at) return care === null ? pick(at) : withCare(pick(at), picked);
    const [low, high] = picked;
    return low && low === high ? low : "not_assessable";
  };
  const linear = settle(({ linearStatus }) => linearStatus);
  const compound = settle(({ compoundStatus }) => compoundStatus);
  const status = compound === "not_assessable" ? linear : compound;
  const exact = now?.value ? { year: now.year, value: now.value } : null;
  return {
    indicator: part.indicator,
    measure: part.measure ?? null,
    method: part.kind,
    unit: own?.unit ?? null,
    judgedBy: read.judgedBy,
    baseline,
    target,
    now,
    status,
    linear: { ratio: print(at?.linearRatio), status: linear },
    compound: { ratio: print(at?.compoundRatio), status: compound },
    disagree: at !== null && linear !== compound && compound !== "not_assessable",
    why: status === "not_assessable" ? whyNone(one, read, at, ends.some(Boolean)) : null,
    lacking: read.lacking,
    gap: exact && print(gapOf(one, read, exact)),
    made: exact && baseline && hasPace(part, status) ? paceOf(baseline, exact) : null,
    needed: exact && !isOver && hasPace(part, status) ? toNeeded(one, read, exact) : null,
    band: ends[0] && ends[1] ? [ends[0].linearStatus, ends[1].linearStatus] : null,
    spread,
    care,
  };
}

type Read = ReturnType<typeof readPart>;

const statusOf = ({ compoundStatus, linearStatus }: Progress) =>
  compoundStatus === "not_assessable" ? linearStatus : compoundStatus;

const hasPace = ({ kind }: GoalPart, status: ProgressStatus) =>
  kind !== "yes_no" && kind !== "limit" && kind !== "steady" && status !== "inside";

function judgeAt({ goal, part, own, ask }: PartCase, read: Read, value: string): Progress {
  const { now, years, baseline, target, isOver } = read;
  const year = now?.year ?? ask;
  const noise = noiseIn(own, value);
  // A change is measured from its own base: what lies before is no way towards it.
  const counts = (at: number) => (baseline ? at > baseline.year : part.kind !== "relative");
  const points = years.flatMap((one) =>
    one.year < year && one.value !== null && counts(one.year) ? [{ year: one.year, value: one.value }] : [],
  );
  const series = [...points, { year, value }];
  const { direction } = goal;
  if (part.kind === "steady")
    return assessSteady({ direction, points: baseline ? [baseline, ...series] : series, isOver, noise });
  if (!target) return assessProgress({ direction, baseline: null, target, series: [], ask: year });
  return assessProgress({
    direction: wayOf(part, direction),
    baseline,
    target,
    series,
    ask: year,
    noise,
    isOver,
  });
}

/** What is in place, or at its limit, is so whatever the direction of the goal that it is part of. */
const wayOf = ({ kind }: GoalPart, direction: Goal["direction"]) =>
  kind === "yes_no" || kind === "limit" ? "increase" : direction;

function noiseIn(own: MeasureFigures | undefined, value: string): string {
  const rounding = own?.decimals === undefined ? new Decimal(0) : roundingOf(own.decimals);
  const revised = own?.figures.find(({ revised: share }) => share)?.revised ?? "0";
  return Decimal.max(rounding, new Decimal(value).abs().times(revised)).toString();
}

/** With few returns no turn for the worse is said, and a miss only where the returns that are missing could not undo it. [PG20] */
function withCare(status: ProgressStatus, ends: readonly (ProgressStatus | null)[]): ProgressStatus {
  if (isTurning(status)) return "not_assessable";
  return status === "missed" && ends.some((end) => end !== "missed") ? "not_assessable" : status;
}

function whyNone({ own, part }: PartCase, read: Read, at: Progress | null, hasEnds: boolean): NoVerdict {
  if (!own) return "measure";
  if (read.years.length === 0 && !read.isOver) return "figure";
  if (!read.now) return read.isOver ? "year" : "figure";
  if (!read.target && part.kind !== "steady") return "base";
  if (!at) return hasEnds ? "withheld" : "base";
  return statusOf(at) === "not_assessable" ? "base" : "coverage";
}

function gapOf(
  { goal, part }: PartCase,
  { target, years, now, baseline }: Read,
  exact: Point,
): Decimal | null {
  if (part.kind === "steady") {
    const own = years.flatMap(({ year, value }) =>
      value !== null && year <= exact.year ? [{ year, value }] : [],
    );
    const points =
      baseline?.origin === "paper" ? [baseline, ...own.filter(({ year }) => year > baseline.year)] : own;
    return points.length > 1 ? steadyGap({ direction: goal.direction, points }) : null;
  }
  return target && now && !isMet(part, goal, target, exact) ? sideOf(target, exact.value).abs() : null;
}

const isMet = (part: GoalPart, { direction }: Goal, target: DatedTarget, { value }: Point) =>
  meetsTarget(value, target, wayOf(part, direction));

function paceOf(from: Point, to: Point): Pace | null {
  const slope = slopeOf(from, to);
  return slope && { perYear: print(slope) ?? "0", growth: print(growthOf(from, to)) };
}

function toNeeded({ part, goal }: PartCase, { target }: Read, exact: Point): Pace | null {
  if (!target || isMet(part, goal, target, exact)) return null;
  const pace = needPace(exact, { year: target.year, value: aimOf(target, exact.value) });
  // At a limit that has to be passed, any change is enough: there is no least one.
  return pace && !pace.perYear.isZero()
    ? { perYear: print(pace.perYear) ?? "0", growth: print(pace.growth) }
    : null;
}
