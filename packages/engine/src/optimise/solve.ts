import { InputError } from "../error/index.ts";
import type { Answer, Unfinished } from "./answer.ts";
import { type ColouringProblem, type ColouringRepair, colourEdges } from "./colour-edges.ts";
import type { Solver } from "./highs.ts";
import {
  type AssignmentProblem,
  type AssignmentRepair,
  solveAssignmentProblem,
} from "./solve-assignment-problem.ts";
import { type FlowProblem, type FlowRepair, solveFlowProblem } from "./solve-flow-problem.ts";
import { type LinearProblem, type LinearRepair, type LinearSolution, solveLinear } from "./solve-linear.ts";

export type Problem = FlowProblem | AssignmentProblem | ColouringProblem | LinearProblem;

/**
 * The one door of optimisation. Every answer carries a bound and whether it is proven; where nothing fits, the cheapest
 * repair as data. A linear problem needs the solver of `loadSolver`. [EN30]
 * @throws InputError for a broken problem, and for one whose cost has no end
 * @example solve({ kind: "assignment", cost: [[1, 9], [2, 3]] }) // value 4, proven, solution [0, 1]
 */
export function solve(problem: FlowProblem): Answer<Float64Array, FlowRepair>;
export function solve(problem: AssignmentProblem): Answer<readonly number[], AssignmentRepair>;
export function solve(problem: ColouringProblem): Answer<readonly number[], ColouringRepair>;
export function solve(
  problem: LinearProblem,
  solver: Solver,
): Answer<LinearSolution, LinearRepair> | Unfinished;
export function solve(problem: Problem, solver?: Solver): Answer<unknown, unknown> | Unfinished {
  switch (problem.kind) {
    case "flow":
      return solveFlowProblem(problem);
    case "assignment":
      return solveAssignmentProblem(problem);
    case "colouring":
      return colourEdges(problem);
    case "linear":
      if (!solver) throw new InputError({ rule: "solver" });
      return solveLinear(problem, solver);
  }
}
