/** What a release tells, safe in the browser; how it is made is a room of the server (`making.ts`). */
export { answerCodeName, answerDimension, answerDimensionName } from "./answer-names.ts";
export { toCoverage } from "./coverage.ts";
export {
  type FigureAnswer,
  type FigureCell,
  figureStatuses,
  type ReleaseAudience,
  type ReleaseState,
  releaseAudiences,
  releaseMachine,
  releaseStates,
} from "./figure.ts";
export type { ReleaseReport } from "./report.ts";
