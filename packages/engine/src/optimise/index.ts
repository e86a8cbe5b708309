export type { Answer, Infeasible, Solved, Unfinished } from "./answer.ts";
export type { ColouringProblem, ColouringRepair } from "./colour-edges.ts";
export { loadSolver, type Solver } from "./highs.ts";
export { type Problem, solve } from "./solve.ts";
export type { AssignmentProblem, AssignmentRepair } from "./solve-assignment-problem.ts";
export type { FlowProblem, FlowRepair } from "./solve-flow-problem.ts";
export type {
  LinearColumn,
  LinearProblem,
  LinearRepair,
  LinearRow,
  LinearSolution,
} from "./solve-linear.ts";
