import rulesJson from "../data/goal-rules.json" with { type: "json" };
import type { TargetOperator } from "../goal.ts";

type Single = Exclude<TargetOperator, "between">;

/**
 * How a goal is judged. `level`: against a value. `corridor`: between two. `steady`: year by year in its direction, no
 * target. `relative`: against its own value of a year, or the first survey's. `mean`: against the mean of years.
 * `conformity`: a share that must be whole. `milestone`: in place or not, and a level beside it. `measure`: what of its indicator
 * the target speaks of, the headline where it is absent; null where no definition measures that, so that the goal has no figure.
 */
export type GoalRule = { readonly goal: string; readonly measure?: string | null } & (
  | { readonly kind: "level" | "conformity" | "milestone"; readonly operator: Single; readonly value: string }
  | { readonly kind: "corridor"; readonly low: string; readonly high: string }
  | { readonly kind: "steady" }
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
    }
);
export type GoalMethod = GoalRule["kind"];

/** One rule for each goal; what is not the paper's own target carries the goal's mark of a proposal. [PG9] */
export const goalRules = rulesJson as readonly GoalRule[];

const ruleByGoal = new Map(goalRules.map((rule) => [rule.goal, rule]));

/** The rule of a goal, or null. @example findGoalRule("G35-05")?.kind // "corridor" */
export function findGoalRule(goal: string): GoalRule | null {
  return ruleByGoal.get(goal) ?? null;
}
