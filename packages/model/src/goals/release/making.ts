/** How a release is made, for the server alone: what is tabulated, how measures follow from sums, what is said of the whole. */
export { bandedMeasures, bandFigures, type FigureBand, placesOf } from "./band-figures.ts";
export { type At, CellBook } from "./cell-book.ts";
export { checkFigures, type FigureCheck, type WrongFigure } from "./check-figures.ts";
export { countedRows } from "./counted-rows.ts";
export { GroupBook } from "./group-book.ts";
export { isDue } from "./is-due.ts";
export { isShown } from "./is-shown.ts";
export { measureFigures, type Spread } from "./measure-figures.ts";
export { needsOf, readMeasure } from "./measure-need.ts";
export type { Pair, PairPart } from "./pair-parts.ts";
export {
  isFinestCode,
  overPeriods,
  periodDimension,
  planTables,
  type TableDimension,
  type TableFace,
  type TableMember,
  type TablePlan,
  unstatedCode,
} from "./plan-tables.ts";
export { pruneTrees } from "./prune-trees.ts";
export { reportRelease } from "./report.ts";
export { settleAnswers } from "./settle-answers.ts";
export { type Answer, countsIn, toSigner, withAnswers } from "./sign-reports.ts";
export { cellKey, listReported, sumCells } from "./sum-cells.ts";
export { type Marks, type Report, toContributions } from "./to-contributions.ts";
export { toFigures } from "./to-figures.ts";
