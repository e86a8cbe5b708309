export type { Axis, Dimension } from "./axis.ts";
export { type CellJudgement, type DisclosureParameters, judgeCell } from "./judge-cell.ts";
export type { Bounds } from "./print-bounds.ts";
export { loadSolver, type Solver } from "./programme.ts";
export { type ProtectedCell, protectTable } from "./protect-table.ts";
export { type Cell, type Contribution, type Table, toTable } from "./table.ts";
