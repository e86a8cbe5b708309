export { type Principal, RoleError } from "@lilink/db";
export { type ErrorCode, LilinkError } from "@lilink/model/error";
export { checkHsLines } from "@lilink/model/goals";
export { createTradeReader, readHeading, type TradeFault, type TradeRow } from "@lilink/model/supply/trade";
export type { AccountView } from "./bodies/account/manage-accounts.ts";
export { openExternalSession } from "./bodies/session/open-external-session.ts";
export { openSession, type SignInAnswer } from "./bodies/session/open-session.ts";
export { askForFactor, type FactorStep, passFactor } from "./bodies/session/pass-factor.ts";
export type { EngineDecisionView, EngineVersionView, VersionState } from "./exchange/engine/list-versions.ts";
export type { VersionReport } from "./exchange/engine/report-version.ts";
export type { MarketBalance, MarketConcept } from "./exchange/market/load-market.ts";
export type { AllocationSums, ConceptAllocation } from "./exchange/market/sum-allocation.ts";
export { computeMatches } from "./exchange/match/compute-matches.ts";
export type { WhyNot } from "./exchange/match/explain-match.ts";
export { Market } from "./exchange/match/market.ts";
export { pairUp } from "./exchange/match/pair-up.ts";
export type { MatchView } from "./exchange/match/read-matches.ts";
export { toPartRows } from "./exchange/posting/to-part-rows.ts";
export type { ConceptCounts, PostingCount } from "./exchange/search/count-postings.ts";
export type { PostingListItem, PostingPage } from "./exchange/search/search-postings.ts";
export type { TeamMember } from "./exchange/team/find-team.ts";
export type { DefinitionView, UsableComponent } from "./figures/definition/list-definitions.ts";
export { seedDefinitions } from "./figures/definition/seed-definitions.ts";
export type { ImportResult } from "./figures/goal/import-series.ts";
export type { GoalListItem } from "./figures/goal/load-goal.ts";
export type { GoalStanding } from "./figures/goal/load-standings.ts";
export type { Adoption } from "./figures/goal/read-adoptions.ts";
export type { SeriesEdition } from "./figures/goal/read-editions.ts";
export {
  type ImportLayout,
  importLayouts,
  isLayout,
  readSeriesFile,
} from "./figures/goal/read-series-file.ts";
export { seedSeries } from "./figures/goal/seed-series.ts";
export type { FigureSeries, LatestFigure } from "./figures/release/latest-figures.ts";
export type { PeerFigure } from "./figures/release/load-peers.ts";
export type { ReleasedMeasure } from "./figures/release/load-release.ts";
export type { Maker, Protect } from "./figures/release/make-figures.ts";
export { makeRelease } from "./figures/release/make-release.ts";
export { printRelease, type ReleasePress } from "./figures/release/print-release.ts";
export type { CoverageView, ReleaseHead } from "./figures/release/read-head.ts";
export { verifyRelease } from "./figures/release/verify-release.ts";
export type { ReportingCount } from "./figures/return/list-rounds.ts";
export type { FigureView } from "./figures/return/read-content.ts";
export type { FigureConflict } from "./figures/return/save-values.ts";
export {
  type ImportReport,
  importReturnFile,
  type ReturnFile,
  type ReturnFileReader,
} from "./figures/return-file/import-file.ts";
export type { ImportView } from "./figures/return-file/list-imports.ts";
export { type GuardSettings, openGuard } from "./ground/process/open-guard.ts";
export { openKernel, openTrueKernel } from "./ground/process/open-kernel.ts";
export { openPing } from "./ground/process/open-ping.ts";
export type { SealKey } from "./ground/seal/create-seals.ts";
export type { Board, UnansweredConcept } from "./group/board/load-board.ts";
export { type MeetingPapers, type MeetingPress, printMeeting } from "./group/meeting/print-meeting.ts";
export type { MeetingSnapshot } from "./group/meeting/snapshot.ts";
export type { ReportView } from "./group/report/list-reports.ts";
export * from "./jobs.ts";
export {
  type CallTerms,
  call,
  callJob,
  createPageReader,
  type PageReader,
  spendAllowance,
} from "./kernel/call.ts";
export type { Context, FileStore, Kernel, LiveEvent } from "./kernel/context.ts";
export type { Mutation, Query, Verb } from "./kernel/define.ts";
export { createEventHub, type EventHub } from "./kernel/event-hub.ts";
export type { TargetRules } from "./kernel/guard.ts";
export { type Hint, readHint, writeHint } from "./kernel/hint.ts";
export type { IdentitySettings } from "./kernel/identity.ts";
export { createFileStore, createKernel } from "./kernel/kernel.ts";
export type { Once } from "./kernel/once.ts";
export { hashToken } from "./kernel/token.ts";
export { rollUpTalent } from "./people/talent/roll-up-talent.ts";
export { openDatabaseSource, openFileSource, readKeptCheckpoints } from "./platform/audit/open-source.ts";
export { readPublicKey, readSigner, type Signer } from "./platform/audit/sign.ts";
export { signHeads } from "./platform/audit/sign-heads.ts";
export { type AuditReport, verifyAudit } from "./platform/audit/verify.ts";
export { ping } from "./platform/bare/ping.ts";
export { seedDemo } from "./platform/demo/seed-demo.ts";
export { seedMeetings } from "./platform/demo/seed-meetings.ts";
export { demoCast } from "./platform/demo/seed-people.ts";
export { seedReleases } from "./platform/demo/seed-releases.ts";
export { seedReserves } from "./platform/demo/seed-reserves.ts";
export type { EmergencyPosting } from "./platform/emergency/read-posting.ts";
export { concerns, loadAudience } from "./platform/live/load-audience.ts";
export { keepWebKey } from "./platform/reference/keep-web-key.ts";
export { seedReference } from "./platform/reference/seed-reference.ts";
export type { SystemView } from "./platform/system/load-system.ts";
export { isCalledAt, resolveTarget } from "./platform/webhook/resolve-target.ts";
export { signEvent } from "./platform/webhook/sign-event.ts";
export {
  importRecordFile,
  type RecordFileReader,
  type RecordImportCalls,
} from "./record/import-file.ts";
export {
  type ImportInput,
  type ImportOutcome,
  type ImportRow,
  importRecords,
} from "./record/import-records.ts";
export type { RecordItem, RecordPage } from "./record/list-records.ts";
export type { RecordView } from "./record/load-record.ts";
export {
  type RecordRoomVerbs,
  type RecordVerbs,
  recordVerbList,
  recordVerbs,
} from "./record/record-verbs.ts";
export type { CaptureAnswer } from "./recovery/capture/answer.ts";
export {
  type CaptureFiles,
  type FaultyFileRow,
  type FileKind,
  takeCapture,
} from "./recovery/capture/take-capture.ts";
export * from "./verbs.ts";
