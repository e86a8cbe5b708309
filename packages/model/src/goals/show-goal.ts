import { type EditorNote, listEditorNotes } from "../chain/index.ts";
import { LilinkError } from "../error/index.ts";
import { findIndicator, type Indicator } from "../indicator/index.ts";
import goalsJson from "./data/goals.json" with { type: "json" };
import overarchingJson from "./data/overarching.json" with { type: "json" };
import { type CrossCheck, listCrossChecks } from "./fact.ts";
import type { Goal, GoalHorizon, OverarchingGoal, PrintedTarget, ProposedTarget } from "./goal.ts";

/** 18 goals for 2025 and 17 for 2035, in our own words. */
export const goals = goalsJson as readonly Goal[];
/** The nine goals over all links. */
export const overarchingGoals: readonly OverarchingGoal[] = overarchingJson;

const goalById = new Map(goals.map((goal) => [goal.id, goal]));

/** The goal of an id, or null. */
export function findGoal(id: string): Goal | null {
  return goalById.get(id) ?? null;
}

/** @throws LilinkError NOT_FOUND with params {kind: "goal", id} */
export function loadGoal(id: string): Goal {
  const goal = goalById.get(id);
  if (!goal) throw new LilinkError("NOT_FOUND", { kind: "goal", id });
  return goal;
}

/** closed: its year is over, it is scored as it ended. running: still open. */
export type HorizonState = "closed" | "running";

/** Whether a horizon is closed. The state is a fact of the product's edition, not of a clock. [GO2] */
export function horizonState(horizon: GoalHorizon): HorizonState {
  return horizon === 2025 ? "closed" : "running";
}

/** What a screen shows of a goal. `target` carries its origin: printed in the paper, or a proposal of this product. */
export type GoalCard = {
  readonly goal: Goal;
  readonly state: HorizonState;
  readonly indicator: Indicator | null;
  readonly further: readonly Indicator[];
  readonly target: PrintedTarget | ProposedTarget | null;
  readonly editorNotes: readonly EditorNote[];
  readonly crossChecks: readonly CrossCheck[];
};

/**
 * A goal with its baseline as printed, its target or else the marked proposal, and the editor's notes of the goal. [GO3]
 * @throws LilinkError NOT_FOUND
 * @example goalCard("G25-12").target // { origin: "seed", operator: ">", value: 40, unit: { zh: "%", en: "%" } }
 */
export function goalCard(goalId: string): GoalCard {
  const goal = loadGoal(goalId);
  return {
    goal,
    state: horizonState(goal.horizon),
    indicator: findIndicator(goal.indicator),
    further: goal.furtherIndicators.flatMap((id) => findIndicator(id) ?? []),
    target: goal.target ?? goal.proposal,
    editorNotes: listEditorNotes("goal", goalId),
    crossChecks: listCrossChecks([goal.indicator, ...goal.furtherIndicators]),
  };
}
