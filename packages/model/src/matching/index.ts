export type { Quantity } from "@lilink/engine/quantity";
export { type QuantityDoubt, quantityDoubts } from "@lilink/engine/quantity";
export type { Span } from "@lilink/engine/text";
export { fromPostingFile, type PostingFile, type ReadPostingFile } from "./adapt/from-posting-file.ts";
export { analyzeText, type TextAnalysis } from "./analyze/analyze-text.ts";
export type { Mention } from "./analyze/mention.ts";
export { countTerms } from "./analyze/weigh-terms.ts";
export { printFigure } from "./constrain/print-figure.ts";
export * from "./document.ts";
export { type EventText, type Likeness, likenessOf, sameEventScore } from "./events/same-event.ts";
export {
  chooseWord,
  countClauses,
  type DistantCause,
  isBroken,
  type MatchWord,
  matchWords,
  whyDistant,
  whyPossible,
} from "./explain/choose-word.ts";
export { type ExamplePairs, examplePairs } from "./explain/example-pair.ts";
export { type Gloss, glossOf } from "./explain/gloss-of.ts";
export { type NextMove, nextMove, openTerms } from "./explain/next-move.ts";
export { type ReasonCode, reasonCodes, reasonParams } from "./explain/reason-codes.ts";
export { type AskCause, whyAsk } from "./explain/why-ask.ts";
export { calibrationError, type Foretold } from "./learn/calibration-error.ts";
export { declineEvidence } from "./learn/decline-evidence.ts";
export { featureKey, featuresOf } from "./learn/features-of.ts";
export {
  type AnswerCell,
  type LearnedWeights,
  type LearnOptions,
  learnWeights,
  leastOrganizations,
} from "./learn/learn-weights.ts";
export {
  type BeforeAfter,
  type ChangedPair,
  type ChangeReport,
  reportCalibration,
  reportChange,
  type Slate,
} from "./learn/report-change.ts";
export { type GoldenReport, reportGolden } from "./learn/report-golden.ts";
export { type Answered, answeredLike, tellAnswered } from "./learn/tell-answered.ts";
export { featureNames, isCost, toVector } from "./learn/weight-vector.ts";
export { type AskedQuantity, type ProposedDraft, proposeDraft } from "./propose/ask-figure.ts";
export { findCue } from "./propose/find-cue.ts";
export {
  type Doubt,
  hearFields,
  type Proposed,
  type ProposedConcept,
  type ProposedFields,
  proposeFields,
} from "./propose/propose-fields.ts";
export { proposeMail } from "./propose/propose-mail.ts";
export { readDocument, takenConcepts } from "./propose/read-document.ts";
export { kindsThatMeet, type Side, sideOf } from "./relate/side-of-pair.ts";
export { type CoveredPeriod, coverSchedule, type ScheduleCover } from "./schedule/cover-schedule.ts";
export { judgeSchedule } from "./schedule/judge-schedule.ts";
export { judgePair, type PairMemo } from "./score/judge-pair.ts";
export { type RankedMatch, type Ranking, type RankOptions, rankCandidates } from "./score/rank-candidates.ts";
export { handWeights, leastScore, type MatchWeights, modelVersion, suggestedScore } from "./score/weights.ts";
export {
  createIndex,
  loadIndex,
  type MatchIndex,
  type SearchHit,
  type SearchOptions,
} from "./search/create-index.ts";
