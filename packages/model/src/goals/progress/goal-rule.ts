import rulesJson from "../data/goal-rules.json" with { type: "json" };
import type { Goal, TargetOperator } from "../goal.ts";

type Single = Exclude<TargetOperator, "between">;

/**
 * How a measure is judged. `level`: against a value. `corridor`: between two. `steady`: year by year in its direction, no
 * target. `relative`: against its own value of a year, or the first survey's. `mean`: against the mean of years.
 * `milestone`: a level that shows that something is in place. `yes_no`: in place or not. `limit`: against the rule set in force
 * that day, by the name of its fact. `conformity`: by the share of such limits that are met, which must be whole.
 */
export type MeasureRule =
  | { readonly kind: "level" | "milestone"; readonly operator: Single; readonly value: string }
  | { readonly kind: "corridor"; readonly low: string; readonly high: string }
  | { readonly kind: "steady" }
  | { readonly kind: "yes_no" }
  | { readonly kind: "limit"; readonly fact: string }
  | { readonly kind: "conformity"; readonly operator: Single; readonly value: string }
  | {
      readonly kind: "relative";
      readonly from: number | "first";
      readonly operator: Single;
      readonly plus?: string;
      readonly times?: string;
    }
  | {
      readonly kind: "mean";
      readonly years: readonly number[];
      readonly operator: Single;
      readonly times: string;
    };

/** A measure of an indicator, the headline where none is named, and the rule that it is judged by. */
export type GoalPart = MeasureRule & { readonly indicator: string; readonly measure?: string };

/**
 * The rule of a goal. `also`: further measures; the goal stands where the worst of them stands. `base` own: the baseline that the
 * paper prints is of another measure. `apart`: what the target asks for besides, and nothing measures.
 */
export type GoalRule = MeasureRule & {
  readonly goal: string;
  readonly measure?: string;
  readonly base?: "own";
  readonly also?: readonly GoalPart[];
  readonly apart?: { readonly zh: string; readonly en: string };
};
export type GoalMethod = GoalRule["kind"];

/** One rule for each goal; what is not the paper's own target carries the goal's mark of a proposal. [PG9] */
export const goalRules = rulesJson as readonly GoalRule[];

const ruleByGoal = new Map(goalRules.map((rule) => [rule.goal, rule]));

/** The rule of a goal, or null. @example findGoalRule("G35-05")?.kind // "corridor" */
export function findGoalRule(goal: string): GoalRule | null {
  return ruleByGoal.get(goal) ?? null;
}

/**
 * The measures that a goal is judged by, its own indicator's first. A conformity has its limits alone. [PG18]
 * @example listGoalParts(loadGoal("G35-16")).map(({ indicator }) => indicator) // ["REC-02", "REC-03", "REC-04", "REC-05"]
 */
export function listGoalParts({ id, indicator }: Pick<Goal, "id" | "indicator">): readonly GoalPart[] {
  const rule = findGoalRule(id);
  if (!rule) return [];
  const { goal: _goal, base: _base, apart: _apart, also = [], ...own } = rule;
  return rule.kind === "conformity" ? also : [{ ...own, indicator }, ...also];
}
