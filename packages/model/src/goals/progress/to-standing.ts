import { sum, toBand } from "@lilink/engine/bands";
import { Decimal } from "decimal.js";
import type { Goal } from "../goal.ts";
import { findGoalRule, type GoalMethod, type GoalPart, listGoalParts } from "./goal-rule.ts";
import { judgePart, type MeasureFigures, type PartCase, type PartStanding, print } from "./judge-part.ts";
import { leadPart } from "./lead-measure.ts";
import { meetsTarget } from "./meets-target.ts";
import { isHeldBack, type ProgressStatus, worstStatus } from "./status.ts";
import type { JudgedPeriod, PeriodFigure, YearFigure } from "./to-yearly.ts";
import { yearToDate } from "./to-yearly.ts";

/** Where a goal stands, ready to be shown. Figures and paces are those of the measure that leads; `parts` has every measure. */
export type Standing = Head & {
  readonly goal: string;
  readonly method: GoalMethod | null;
  /** Whether the goal's year is over. */
  readonly closed: boolean;
  /** What the goal is counted under: where the worst of its measures stands. [PG15], [PG18] */
  readonly status: ProgressStatus;
  readonly heldBack: boolean;
  readonly parts: readonly PartStanding[];
  /** How many of the parts have no verdict, and qualify that of the goal. */
  readonly without: number;
  /** The year that is not over yet, as far as it is known. */
  readonly toDate: YearFigure | null;
};

/** What the verdict of a goal takes into account beside the figures of its own measure. */
export type StandingAids = {
  readonly judgedBy?: JudgedPeriod;
  readonly range?: readonly string[] | null;
  readonly decimals?: number;
  /** Figures of the goal's further measures. */
  readonly others?: readonly MeasureFigures[];
  /** The share of returns in percent below which a figure is judged with care. [PG20] */
  readonly floor?: number | null;
};

/**
 * Judges a goal by its own method from released figures alone: each of its measures, and the goal as the worst of them. [PG9],
 * [PG11]–[PG22]
 * @param figures of the goal's own measure, any order; `unit` theirs
 * @param ask the year of the assessment; a goal whose year is over is judged as it ended
 * @example toStanding(loadGoal("G25-17"), [{ period: "2025", value: "94", low: null, high: null }], "%", 2026).gap // "1", missed by it
 */
export function toStanding(
  goal: Goal,
  figures: readonly PeriodFigure[],
  unit: string,
  ask: number,
  aids: StandingAids = {},
): Standing {
  const rule = findGoalRule(goal.id);
  const cases = toPartCases(goal, figures, unit, ask, aids);
  const parts = cases.map(judgePart);
  const lead = leadPart(parts);
  const own = cases[lead ? parts.indexOf(lead) : 0]?.own;
  const without = parts.filter(({ status }) => status === "not_assessable").length;
  const status = worstStatus(parts.map((part) => part.status));
  return {
    ...toHead(rule?.kind === "conformity" ? toConformity(parts, parts[0]) : lead),
    goal: goal.id,
    method: rule?.kind === "conformity" ? rule.kind : (lead?.method ?? null),
    closed: ask > goal.horizon,
    status,
    heldBack: parts.some((part) => isHeldBack(part.status) || isHeldBack(part.linear.status)),
    parts,
    without,
    toDate: ask > goal.horizon || !own ? null : yearToDate(own.figures, own.unit, ask),
  };
}

/** Every measure of a goal with the figures that it is judged by, its own first. Arguments as of `toStanding`. */
export function toPartCases(
  goal: Goal,
  figures: readonly PeriodFigure[],
  unit: string,
  ask: number,
  aids: StandingAids,
): readonly PartCase[] {
  const { others = [], floor = null, ...definition } = aids;
  const measure = findGoalRule(goal.id)?.measure ?? null;
  const head: MeasureFigures = { indicator: goal.indicator, measure, unit, figures, ...definition };
  return listGoalParts(goal).map((part, at) => {
    const own = at === 0 && (figures.length > 0 || unit !== "") ? head : findFigures(others, part);
    return { goal, part, isHead: at === 0, own, ask, floor };
  });
}

type Head = Omit<PartStanding, "indicator" | "measure" | "method">;

function toHead(part: PartStanding | undefined): Head {
  if (!part) return nothing;
  const { indicator: _indicator, measure: _measure, method: _method, ...head } = part;
  return head;
}

function findFigures(others: readonly MeasureFigures[], { indicator, measure }: GoalPart) {
  return others.find((one) => one.indicator === indicator && one.measure === (measure ?? null));
}

/** The share of limits that are met, a band while some are not known. [PG22] */
function toConformity(
  parts: readonly PartStanding[],
  first: PartStanding | undefined,
): PartStanding | undefined {
  if (!first) return undefined;
  const each = new Decimal(100).div(parts.length);
  const share = sum(
    parts.map(({ target, now }) => {
      const [least, most] = [now?.value ?? now?.low ?? null, now?.value ?? now?.high ?? null];
      const isMet = (at: string | null) =>
        at !== null && target ? meetsTarget(at, target, "increase") : null;
      return toBand(isMet(least) === true ? each : 0, isMet(most) === false ? 0 : each, "missing");
    }),
  );
  const latest = parts.flatMap(({ now }) => now ?? []).at(-1);
  const [low, high] = [print(new Decimal(share.low ?? 0)), print(new Decimal(share.high ?? 100))];
  const isKnown = low === high;
  const care = parts.flatMap((part) => part.care ?? []);
  return {
    ...first,
    unit: "%",
    baseline: null,
    target: { year: first.target?.year ?? 0, operator: "=", value: "100" },
    now: latest
      ? {
          year: latest.year,
          period: latest.period,
          value: isKnown ? low : null,
          low: isKnown ? null : low,
          high: isKnown ? null : high,
        }
      : null,
    linear: { ratio: null, status: worstStatus(parts.map(({ status }) => status)) },
    compound: { ratio: null, status: worstStatus(parts.map(({ status }) => status)) },
    disagree: false,
    gap: isKnown && low !== null ? print(new Decimal(100).minus(low)) : null,
    made: null,
    needed: null,
    band: null,
    spread: null,
    care: care.length > 0 ? Math.min(...care) : null,
  };
}

const none = { ratio: null, status: "not_assessable" } as const;
const nothing: Head = {
  unit: null,
  judgedBy: "year",
  baseline: null,
  target: null,
  now: null,
  status: "not_assessable",
  linear: none,
  compound: none,
  disagree: false,
  why: "measure",
  lacking: [],
  gap: null,
  made: null,
  needed: null,
  band: null,
  spread: null,
  care: null,
};
