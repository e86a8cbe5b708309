export { type ActorClaim, RoleError } from "@lilink/db";
export { type ErrorCode, LilinkError } from "@lilink/model/error";
export { checkHsLines } from "@lilink/model/goals";
export { type AccountView, findAccount, manageAccount } from "./bodies/account/manage-accounts.ts";
export { approveClaim, refuseClaim } from "./bodies/claim/decide-claim.ts";
export { listClaims } from "./bodies/claim/list-claims.ts";
export { addPasskey, beginPasskey } from "./bodies/factor/add-passkey.ts";
export { beginTotp, confirmTotp } from "./bodies/factor/add-totp.ts";
export { listFactors } from "./bodies/factor/list-factors.ts";
export { removeFactor, renewRecovery } from "./bodies/factor/remove-factor.ts";
export { acceptInvitation, joinByInvitation, loadInvitation } from "./bodies/invitation/accept-invitation.ts";
export { inviteMember, revokeInvitation } from "./bodies/invitation/invite-member.ts";
export { createKey, listKeys, revokeKey } from "./bodies/key/manage-keys.ts";
export { changeRole, deactivateMember, reactivateMember } from "./bodies/member/change-member.ts";
export { listMembers } from "./bodies/member/list-members.ts";
export { claimOrganization } from "./bodies/organization/claim-organization.ts";
export { editOrganization } from "./bodies/organization/edit-organization.ts";
export { assignGroup, createGroup, listGroups } from "./bodies/organization/group.ts";
export { listOrganizations } from "./bodies/organization/list-organizations.ts";
export { loadOrganization, loadOwnOrganization } from "./bodies/organization/load-organization.ts";
export { registerOrganization } from "./bodies/organization/register-organization.ts";
export { rewallOrganization } from "./bodies/organization/rewall-organization.ts";
export { setOrganizationStatus } from "./bodies/organization/set-status.ts";
export { changePassword } from "./bodies/person/change-password.ts";
export { editPerson, loadPerson } from "./bodies/person/edit-person.ts";
export { confirmPerson, loadRegistration, registerPerson } from "./bodies/person/register-person.ts";
export { requestReset, resetPassword } from "./bodies/person/reset-password.ts";
export { closeSession } from "./bodies/session/close-session.ts";
export { askToConfirm, confirmSession } from "./bodies/session/confirm-session.ts";
export { listSessions } from "./bodies/session/list-sessions.ts";
export { openExternalSession } from "./bodies/session/open-external-session.ts";
export { openSession, type SignInAnswer } from "./bodies/session/open-session.ts";
export { askForFactor, type FactorStep, passFactor } from "./bodies/session/pass-factor.ts";
export { revokeOtherSessions, revokeSession } from "./bodies/session/revoke-session.ts";
export { switchOrganization } from "./bodies/session/switch-organization.ts";
export { loadViewer } from "./bodies/viewer/load-viewer.ts";
export { readAttachment } from "./exchange/attachment/read-attachment.ts";
export { removeAttachment } from "./exchange/attachment/remove-attachment.ts";
export { sweepFiles } from "./exchange/attachment/sweep-files.ts";
export { uploadAttachment } from "./exchange/attachment/upload-attachment.ts";
export type { ConceptCounts } from "./exchange/chain/count-postings.ts";
export { listConcepts } from "./exchange/chain/list-concepts.ts";
export { loadConcept } from "./exchange/chain/load-concept.ts";
export { loadOverview } from "./exchange/chain/load-overview.ts";
export { listDisclosures } from "./exchange/disclosure/list-disclosures.ts";
export { decideVersion } from "./exchange/engine/decide-version.ts";
export { learnVersion } from "./exchange/engine/learn-version.ts";
export {
  type EngineDecisionView,
  type EngineVersionView,
  listEngineVersions,
  type VersionState,
} from "./exchange/engine/list-versions.ts";
export { remakeMatches } from "./exchange/engine/remake-matches.ts";
export type { VersionReport } from "./exchange/engine/report-version.ts";
export { acceptIntroduction, declineIntroduction } from "./exchange/introduction/answer.ts";
export { askIntroduction } from "./exchange/introduction/ask.ts";
export { endIntroduction, withdrawIntroduction } from "./exchange/introduction/close.ts";
export { decideEntry, proposeEntry } from "./exchange/introduction/ledger.ts";
export { listIntroductions } from "./exchange/introduction/list.ts";
export { loadIntroduction } from "./exchange/introduction/load.ts";
export { prepareIntroduction } from "./exchange/introduction/prepare.ts";
export { tickIntroductions } from "./exchange/introduction/tick.ts";
export { writeMessage } from "./exchange/introduction/write-message.ts";
export { allocateMarket } from "./exchange/market/allocate-market.ts";
export { loadMarket, type MarketBalance, type MarketConcept } from "./exchange/market/load-market.ts";
export type { AllocationSums, ConceptAllocation } from "./exchange/market/sum-allocation.ts";
export { computeMatches } from "./exchange/match/compute-matches.ts";
export { explainMatch, type WhyNot, type WhyNotCode, whyNotCodes } from "./exchange/match/explain-match.ts";
export { listMatches } from "./exchange/match/list-matches.ts";
export { listSuggestions } from "./exchange/match/list-suggestions.ts";
export { markMatch } from "./exchange/match/mark-match.ts";
export { Market } from "./exchange/match/market.ts";
export type { MatchView } from "./exchange/match/read-matches.ts";
export { closePosting } from "./exchange/posting/close-posting.ts";
export { createPosting } from "./exchange/posting/create-posting.ts";
export { publishPosting, returnPosting } from "./exchange/posting/decide-review.ts";
export { discardDraft } from "./exchange/posting/discard-draft.ts";
export { expirePostings } from "./exchange/posting/expire-postings.ts";
export { listOwnPostings } from "./exchange/posting/list-own-postings.ts";
export { listReviews } from "./exchange/posting/list-reviews.ts";
export { compareVersions, listVersions, loadVersion } from "./exchange/posting/list-versions.ts";
export { loadDraft } from "./exchange/posting/load-draft.ts";
export { loadPosting } from "./exchange/posting/load-posting.ts";
export { loadReview } from "./exchange/posting/load-review.ts";
export { proposePosting } from "./exchange/posting/propose-posting.ts";
export { renewPosting } from "./exchange/posting/renew-posting.ts";
export { reopenPosting } from "./exchange/posting/reopen-posting.ts";
export { saveDraft } from "./exchange/posting/save-draft.ts";
export { submitPosting } from "./exchange/posting/submit-posting.ts";
export { toPartRows } from "./exchange/posting/to-part-rows.ts";
export { warnOfExpiry } from "./exchange/posting/warn-of-expiry.ts";
export { withdrawPosting } from "./exchange/posting/withdraw-posting.ts";
export { countPostings, type PostingCount } from "./exchange/search/count-postings.ts";
export { jump } from "./exchange/search/jump.ts";
export {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from "./exchange/search/saved-searches.ts";
export { searchConcepts } from "./exchange/search/search-concepts.ts";
export { type PostingListItem, type PostingPage, searchPostings } from "./exchange/search/search-postings.ts";
export { sendDigests } from "./exchange/search/send-digests.ts";
export { findTeam, type TeamMember } from "./exchange/team/find-team.ts";
export { adoptDefinition } from "./figures/definition/adopt-definition.ts";
export {
  type DefinitionView,
  listDefinitions,
  type UsableComponent,
} from "./figures/definition/list-definitions.ts";
export { proposeDefinition } from "./figures/definition/propose-definition.ts";
export { seedDefinitions } from "./figures/definition/seed-definitions.ts";
export { withdrawDefinition } from "./figures/definition/withdraw-definition.ts";
export { type ImportResult, importSeries } from "./figures/goal/import-series.ts";
export {
  type GoalListItem,
  listGoals,
  loadGoalCard,
  loadIndicator,
  type SeriesReading,
} from "./figures/goal/load-goal.ts";
export { type GoalStanding, loadStanding, loadStandings } from "./figures/goal/load-standings.ts";
export {
  type ImportLayout,
  importLayouts,
  isLayout,
  readSeriesFile,
} from "./figures/goal/read-series-file.ts";
export { seedSeries } from "./figures/goal/seed-series.ts";
export {
  listPublicFigures,
  notePublicFigure,
  removePublicFigure,
} from "./figures/public-figure/manage-public-figures.ts";
export { askRelease } from "./figures/release/ask-release.ts";
export { failRelease } from "./figures/release/fail-release.ts";
export { type FigureSeries, type LatestFigure, latestFigures } from "./figures/release/latest-figures.ts";
export { listFigures } from "./figures/release/list-figures.ts";
export { listFrozen } from "./figures/release/list-frozen.ts";
export { listReleases } from "./figures/release/list-releases.ts";
export { loadPeers, type PeerFigure } from "./figures/release/load-peers.ts";
export { loadRelease, type ReleasedMeasure } from "./figures/release/load-release.ts";
export type { Maker, Protect } from "./figures/release/make-figures.ts";
export { makeRelease } from "./figures/release/make-release.ts";
export { printRelease, type ReleasePress } from "./figures/release/print-release.ts";
export type { CoverageView, ReleaseHead } from "./figures/release/read-head.ts";
export { readReleasePaper } from "./figures/release/read-release-paper.ts";
export { verifyRelease } from "./figures/release/verify-release.ts";
export { queryReturn, verifyReturn } from "./figures/return/decide-return.ts";
export { listReturnFigures } from "./figures/return/list-figures.ts";
export { listOwnReturns } from "./figures/return/list-own.ts";
export { listReturnQueue } from "./figures/return/list-queue.ts";
export { listRounds, type ReportingCount } from "./figures/return/list-rounds.ts";
export { loadReturn } from "./figures/return/load-return.ts";
export { loadReturnReview } from "./figures/return/load-review.ts";
export { loadReturnTemplate } from "./figures/return/load-template.ts";
export { moveDue } from "./figures/return/move-due.ts";
export { closeRound, openRound } from "./figures/return/open-round.ts";
export type { FigureView } from "./figures/return/read-content.ts";
export { type FigureConflict, saveExplanation, saveValues } from "./figures/return/save-values.ts";
export { correctReturn, submitReturn } from "./figures/return/submit-return.ts";
export {
  type ImportReport,
  importReturnFile,
  type ReturnFile,
  type ReturnFileReader,
} from "./figures/return-file/import-file.ts";
export {
  cancelImport,
  type ImportView,
  listImports,
  readImportFile,
} from "./figures/return-file/list-imports.ts";
export { reportImport } from "./figures/return-file/report-import.ts";
export { startImport } from "./figures/return-file/start-import.ts";
export { giveWaiver, listWaivers, withdrawWaiver } from "./figures/waiver/manage-waivers.ts";
export { type GuardSettings, openGuard } from "./ground/process/open-guard.ts";
export { openKernel, openTrueKernel } from "./ground/process/open-kernel.ts";
export { openPing } from "./ground/process/open-ping.ts";
export type { SealKey } from "./ground/seal/create-seals.ts";
export { type Board, loadBoard, type UnansweredConcept } from "./group/board/load-board.ts";
export { countWaiting } from "./group/desk/count-waiting.ts";
export { loadDesk } from "./group/desk/load.ts";
export { callMeeting } from "./group/meeting/call-meeting.ts";
export { endDecision, recordDecision, withdrawDecision } from "./group/meeting/decide.ts";
export { editDecision } from "./group/meeting/edit-decision.ts";
export { cancelMeeting, editMeeting } from "./group/meeting/edit-meeting.ts";
export {
  addItem,
  addSeat,
  closeMeeting,
  holdMeeting,
  noteItem,
  noteMinutes,
  removeSeat,
} from "./group/meeting/keep-meeting.ts";
export { listMeetings } from "./group/meeting/list-meetings.ts";
export { listOwnDecisions } from "./group/meeting/list-own-decisions.ts";
export { loadMeeting } from "./group/meeting/load-meeting.ts";
export { type MeetingPapers, type MeetingPress, printMeeting } from "./group/meeting/print-meeting.ts";
export { readPaper } from "./group/meeting/read-paper.ts";
export type { MeetingSnapshot } from "./group/meeting/snapshot.ts";
export { decideReport } from "./group/report/decide-report.ts";
export { fileReport } from "./group/report/file-report.ts";
export { listReports, type ReportView } from "./group/report/list-reports.ts";
export { type CallTerms, call, callJob, spendAllowance } from "./kernel/call.ts";
export type { Context, FileStore, Kernel, LiveEvent } from "./kernel/context.ts";
export type { Mutation, Query, Verb } from "./kernel/define.ts";
export { createEventHub, type EventHub } from "./kernel/event-hub.ts";
export type { TargetRules } from "./kernel/guard.ts";
export type { IdentitySettings } from "./kernel/identity.ts";
export { createFileStore, createKernel } from "./kernel/kernel.ts";
export type { Once } from "./kernel/once.ts";
export { hashToken } from "./kernel/token.ts";
export {
  isExportSigned,
  readExportCheckpoints,
  readExportHeads,
  readExportLinks,
  startExport,
} from "./platform/audit/export-chains.ts";
export { listActs, listEntries, searchEntries } from "./platform/audit/list-entries.ts";
export {
  openDatabaseSource,
  openFileSource,
  readKeptCheckpoints,
} from "./platform/audit/open-source.ts";
export { readPublicKey, readSigner, type Signer } from "./platform/audit/sign.ts";
export { signHeads } from "./platform/audit/sign-heads.ts";
export { type AuditReport, verifyAudit } from "./platform/audit/verify.ts";
export { ping } from "./platform/bare/ping.ts";
export { seedDemo } from "./platform/demo/seed-demo.ts";
export { seedMeetings } from "./platform/demo/seed-meetings.ts";
export { demoCast } from "./platform/demo/seed-people.ts";
export { seedReleases } from "./platform/demo/seed-releases.ts";
export { closeEmergency, listEmergencies, openEmergency } from "./platform/emergency/open-emergency.ts";
export {
  type EmergencyPosting,
  listEmergencyPostings,
  readEmergencyPosting,
} from "./platform/emergency/read-posting.ts";
export { noteExport } from "./platform/export/note-export.ts";
export { concerns, loadAudience } from "./platform/live/load-audience.ts";
export { claimMail, settleMail } from "./platform/mail/claim.ts";
export { chooseNotices, listNoticeChoices } from "./platform/notice/choose.ts";
export { deliverNotice } from "./platform/notice/deliver.ts";
export { countUnread, listNotices } from "./platform/notice/list.ts";
export { readAllNotices, readNotice, readNoticesOf } from "./platform/notice/read.ts";
export { seedReference } from "./platform/reference/seed-reference.ts";
export { loadSystem, type SystemView } from "./platform/system/load-system.ts";
export { sweepGuard } from "./platform/system/sweep-guard.ts";
export { claimDeliveries, settleDelivery } from "./platform/webhook/claim-deliveries.ts";
export {
  createWebhook,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
} from "./platform/webhook/manage-endpoints.ts";
export { resealSecrets } from "./platform/webhook/reseal-secrets.ts";
export { isCalledAt, resolveTarget } from "./platform/webhook/resolve-target.ts";
export { signEvent } from "./platform/webhook/sign-event.ts";
