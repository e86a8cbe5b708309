import { Decimal } from "decimal.js";
import type { Goal } from "../goal.ts";
import { goals } from "../show-goal.ts";
import { type GoalPart, listGoalParts } from "./goal-rule.ts";
import type { PartStanding } from "./judge-part.ts";
import { worstStatus } from "./status.ts";
import type { JudgedPeriod } from "./to-yearly.ts";

type Led = Pick<PartStanding, "status" | "gap" | "unit">;

/**
 * Which of a goal's measures leads, in its sentence, its figure and its picture: of those that stand where the goal stands the one with the
 * widest gap, where all of these have one unit; else the first of them. Without a verdict the goal's own. [PG23]
 * @example leadPart([{ status: "on_track", gap: "1", unit: "%" }, { status: "on_track", gap: "3", unit: "%" }])?.gap // "3"
 */
export function leadPart<Part extends Led>(parts: readonly Part[]): Part | undefined {
  const status = worstStatus(parts.map((part) => part.status));
  if (status === "not_assessable") return parts[0];
  const alike = parts.filter((part) => part.status === status);
  if (alike.some(({ unit }) => unit !== alike[0]?.unit)) return alike[0];
  return alike.toSorted((a, b) => new Decimal(b.gap ?? 0).cmp(a.gap ?? 0))[0];
}

/** The figures of an indicator's leading measure: of the last period that is judged, and a later one of a part of a year. [PG23] */
export type HeadFigures<Figure> = { readonly judged: Figure | null; readonly later: Figure | null };

/**
 * The figures that the page of an indicator leads with. Where no period is judged yet, the last figure is a later one alone. Amounts are
 * not added up: a year that was not released itself does not lead.
 * @param figures oldest first
 * @example headFigures([{ period: "2025" }, { period: "2026Q2" }], "year").judged // { period: "2025" }
 */
export function headFigures<Figure extends { readonly period: string }>(
  figures: readonly Figure[],
  judgedBy: JudgedPeriod = "year",
): HeadFigures<Figure> {
  const kind = judgedKinds[judgedBy];
  const judged = figures.findLast(({ period }) => kind.test(period)) ?? null;
  const last = figures.at(-1) ?? null;
  return { judged, later: last === judged ? null : last };
}

const judgedKinds: Readonly<Record<JudgedPeriod, RegExp>> = {
  year: /^\d{4}$/,
  quarter: /^\d{4}Q[1-4]$/,
  month: /^\d{4}-\d\d$/,
  year_to_date: /^\d{4}-01\.\./,
};

/**
 * Of the measures of an indicator that a page has, the one that leads: the judged one where it is there, else the headline, else the
 * first. Every page that tells one figure of an indicator tells this one. [PG23]
 * @example pickLead("SME-02", [{ measure: "share" }, { measure: "capacity" }])?.measure // "capacity"
 */
export function pickLead<One extends { readonly measure: string; readonly headline?: boolean }>(
  indicator: string,
  found: readonly One[],
): One | undefined {
  const judged = judgedMeasure(indicator);
  const headline = found.find((one) => one.headline) ?? found[0];
  return (judged ? found.find(({ measure }) => measure === judged) : undefined) ?? headline;
}

/**
 * The goals whose target is of the measure that leads the page of an indicator, so that it may stand beside that figure. [PG23]
 * @example goalsLedBy("RES-15").map(({ id }) => id) // ["G35-03"]
 */
export function goalsLedBy(indicator: string): readonly Goal[] {
  const lead = judgedMeasure(indicator);
  if (lead === undefined) return [];
  return goals.filter((goal) => {
    const [first] = listGoalParts(goal);
    return first?.indicator === indicator && (first.measure ?? null) === lead;
  });
}

const keyOf = ({ indicator, measure }: GoalPart) => `${indicator} ${measure ?? ""}`;

/**
 * The other goals that are judged by the first measure of this one, and so show the same figure for the same year. [PG23]
 * @example goalsBeside(loadGoal("G25-16")).map(({ id }) => id) // ["G35-14"]
 */
export function goalsBeside(goal: Goal): readonly Goal[] {
  const [own] = listGoalParts(goal);
  if (!own) return [];
  return goals.filter((one) => {
    const [first] = listGoalParts(one);
    return one.id !== goal.id && first !== undefined && keyOf(first) === keyOf(own);
  });
}

const parts = goals.flatMap((goal) => listGoalParts(goal));

/**
 * The measure of an indicator that its page leads with: the one that goals are judged by, as they name it first. Null is the headline of
 * its definition; undefined where no goal is judged by the indicator. [PG23]
 * @example judgedMeasure("SME-02") // "capacity"
 */
export function judgedMeasure(indicator: string): string | null | undefined {
  const own = parts.filter((part: GoalPart) => part.indicator === indicator);
  if (own.length === 0) return undefined;
  return own.some(({ measure }) => measure === undefined) ? null : (own[0]?.measure ?? null);
}
