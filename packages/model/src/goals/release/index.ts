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
export { type ReleaseReport, reportRelease, toCoverage } from "./report.ts";
