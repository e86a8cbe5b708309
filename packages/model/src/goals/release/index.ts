/** Releases: what is tabulated, how a measure follows from sums, what is said of the whole. Pure; the worker makes them. */
export {
  type FigureAnswer,
  type FigureCell,
  type FigureStatus,
  figureStatuses,
  type ReleaseAudience,
  type ReleaseState,
  releaseAudiences,
  releaseStates,
} from "./figure.ts";
export { isDue } from "./is-due.ts";
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
export { type ReleaseReport, reportRelease, toCoverage } from "./report.ts";
export { type Marks, type Report, toContributions } from "./to-contributions.ts";
export { type FigurePlace, toFigures, toPlace } from "./to-figures.ts";
