export { type ActorClaim, RoleError } from "@lilink/db";
export { type ErrorCode, LilinkError } from "@lilink/model/error";
export { checkHsLines } from "@lilink/model/goals";
export { type AccountView, findAccount, manageAccount } from "./account/manage-accounts.ts";
export { readAttachment } from "./attachment/read-attachment.ts";
export { removeAttachment } from "./attachment/remove-attachment.ts";
export { sweepFiles } from "./attachment/sweep-files.ts";
export { uploadAttachment } from "./attachment/upload-attachment.ts";
export {
  isExportSigned,
  readExportCheckpoints,
  readExportHeads,
  readExportLinks,
  startExport,
} from "./audit/export-chains.ts";
export { listActs, listEntries, searchEntries } from "./audit/list-entries.ts";
export {
  openDatabaseSource,
  openFileSource,
  readKeptCheckpoints,
} from "./audit/open-source.ts";
export { readPublicKey, readSigner, type Signer } from "./audit/sign.ts";
export { signHeads } from "./audit/sign-heads.ts";
export { type AuditReport, verifyAudit } from "./audit/verify.ts";
export { ping } from "./bare/ping.ts";
export { type Board, loadBoard, type UnansweredConcept } from "./board/load-board.ts";
export type { ConceptCounts } from "./chain/count-postings.ts";
export { listConcepts } from "./chain/list-concepts.ts";
export { loadConcept } from "./chain/load-concept.ts";
export { loadOverview } from "./chain/load-overview.ts";
export { searchConcepts } from "./chain/search-concepts.ts";
export { approveClaim, refuseClaim } from "./claim/decide-claim.ts";
export { listClaims } from "./claim/list-claims.ts";
export { adoptDefinition } from "./definition/adopt-definition.ts";
export { type DefinitionView, listDefinitions, type UsableComponent } from "./definition/list-definitions.ts";
export { proposeDefinition } from "./definition/propose-definition.ts";
export { seedDefinitions } from "./definition/seed-definitions.ts";
export { withdrawDefinition } from "./definition/withdraw-definition.ts";
export { seedDemo } from "./demo/seed-demo.ts";
export { seedMeetings } from "./demo/seed-meetings.ts";
export { demoCast } from "./demo/seed-people.ts";
export { seedReleases } from "./demo/seed-releases.ts";
export { countWaiting } from "./desk/count-waiting.ts";
export { loadDesk } from "./desk/load.ts";
export { listDisclosures } from "./disclosure/list-disclosures.ts";
export { closeEmergency, listEmergencies, openEmergency } from "./emergency/open-emergency.ts";
export {
  type EmergencyPosting,
  listEmergencyPostings,
  readEmergencyPosting,
} from "./emergency/read-posting.ts";
export { decideVersion } from "./engine/decide-version.ts";
export { learnVersion } from "./engine/learn-version.ts";
export {
  type EngineDecisionView,
  type EngineVersionView,
  listEngineVersions,
  type VersionState,
} from "./engine/list-versions.ts";
export { remakeMatches } from "./engine/remake-matches.ts";
export type { VersionReport } from "./engine/report-version.ts";
export { addPasskey, beginPasskey } from "./factor/add-passkey.ts";
export { beginTotp, confirmTotp } from "./factor/add-totp.ts";
export { listFactors } from "./factor/list-factors.ts";
export { removeFactor, renewRecovery } from "./factor/remove-factor.ts";
export { type ImportResult, importSeries } from "./goal/import-series.ts";
export {
  type GoalListItem,
  listGoals,
  loadGoalCard,
  loadIndicator,
  type SeriesReading,
} from "./goal/load-goal.ts";
export { type GoalStanding, loadStanding, loadStandings } from "./goal/load-standings.ts";
export { type ImportLayout, importLayouts, isLayout, readSeriesFile } from "./goal/read-series-file.ts";
export { seedSeries } from "./goal/seed-series.ts";
export { acceptIntroduction, declineIntroduction } from "./introduction/answer.ts";
export { askIntroduction } from "./introduction/ask.ts";
export { endIntroduction, withdrawIntroduction } from "./introduction/close.ts";
export { decideEntry, proposeEntry } from "./introduction/ledger.ts";
export { listIntroductions } from "./introduction/list.ts";
export { loadIntroduction } from "./introduction/load.ts";
export { prepareIntroduction } from "./introduction/prepare.ts";
export { tickIntroductions } from "./introduction/tick.ts";
export { writeMessage } from "./introduction/write-message.ts";
export { acceptInvitation, joinByInvitation, loadInvitation } from "./invitation/accept-invitation.ts";
export { inviteMember, revokeInvitation } from "./invitation/invite-member.ts";
export { type CallTerms, call, callJob, spendAllowance } from "./kernel/call.ts";
export type { Context, FileStore, Kernel, LiveEvent } from "./kernel/context.ts";
export type { Mutation, Query, Verb } from "./kernel/define.ts";
export { createEventHub, type EventHub } from "./kernel/event-hub.ts";
export { type GuardSettings, openGuard } from "./kernel/guard.ts";
export type { IdentitySettings } from "./kernel/identity.ts";
export { createFileStore, createKernel } from "./kernel/kernel.ts";
export type { Once } from "./kernel/once.ts";
export { openKernel, openTrueKernel } from "./kernel/open-kernel.ts";
export { openPing } from "./kernel/open-ping.ts";
export { hashToken } from "./kernel/token.ts";
export { createKey, listKeys, revokeKey } from "./key/manage-keys.ts";
export { concerns, loadAudience } from "./live/load-audience.ts";
export { claimMail, settleMail } from "./mail/claim.ts";
export { allocateMarket } from "./market/allocate-market.ts";
export { loadMarket, type MarketBalance, type MarketConcept } from "./market/load-market.ts";
export type { AllocationSums, ConceptAllocation } from "./market/sum-allocation.ts";
export { computeMatches } from "./match/compute-matches.ts";
export { explainMatch, type WhyNot, type WhyNotCode, whyNotCodes } from "./match/explain-match.ts";
export { listMatches } from "./match/list-matches.ts";
export { listSuggestions } from "./match/list-suggestions.ts";
export { markMatch } from "./match/mark-match.ts";
export { Market } from "./match/market.ts";
export type { MatchView } from "./match/read-matches.ts";
export { callMeeting } from "./meeting/call-meeting.ts";
export { endDecision, recordDecision, withdrawDecision } from "./meeting/decide.ts";
export { editDecision } from "./meeting/edit-decision.ts";
export { cancelMeeting, editMeeting } from "./meeting/edit-meeting.ts";
export {
  addItem,
  addSeat,
  closeMeeting,
  holdMeeting,
  noteItem,
  noteMinutes,
  removeSeat,
} from "./meeting/keep-meeting.ts";
export { listMeetings } from "./meeting/list-meetings.ts";
export { listOwnDecisions } from "./meeting/list-own-decisions.ts";
export { loadMeeting } from "./meeting/load-meeting.ts";
export { type MeetingPapers, type MeetingPress, printMeeting } from "./meeting/print-meeting.ts";
export { readPaper } from "./meeting/read-paper.ts";
export type { MeetingSnapshot } from "./meeting/snapshot.ts";
export { changeRole, deactivateMember, reactivateMember } from "./member/change-member.ts";
export { listMembers } from "./member/list-members.ts";
export { chooseNotices, listNoticeChoices } from "./notice/choose.ts";
export { deliverNotice } from "./notice/deliver.ts";
export { countUnread, listNotices } from "./notice/list.ts";
export { readAllNotices, readNotice, readNoticesOf } from "./notice/read.ts";
export { claimOrganization } from "./organization/claim-organization.ts";
export { editOrganization } from "./organization/edit-organization.ts";
export { assignGroup, createGroup, listGroups } from "./organization/group.ts";
export { listOrganizations } from "./organization/list-organizations.ts";
export { loadOrganization, loadOwnOrganization } from "./organization/load-organization.ts";
export { registerOrganization } from "./organization/register-organization.ts";
export { rewallOrganization } from "./organization/rewall-organization.ts";
export { setOrganizationStatus } from "./organization/set-status.ts";
export { changePassword } from "./person/change-password.ts";
export { editPerson, loadPerson } from "./person/edit-person.ts";
export { confirmPerson, loadRegistration, registerPerson } from "./person/register-person.ts";
export { requestReset, resetPassword } from "./person/reset-password.ts";
export { closePosting } from "./posting/close-posting.ts";
export { createPosting } from "./posting/create-posting.ts";
export { publishPosting, returnPosting } from "./posting/decide-review.ts";
export { discardDraft } from "./posting/discard-draft.ts";
export { expirePostings } from "./posting/expire-postings.ts";
export { listOwnPostings } from "./posting/list-own-postings.ts";
export { listReviews } from "./posting/list-reviews.ts";
export { compareVersions, listVersions, loadVersion } from "./posting/list-versions.ts";
export { loadDraft } from "./posting/load-draft.ts";
export { loadPosting } from "./posting/load-posting.ts";
export { loadReview } from "./posting/load-review.ts";
export { proposePosting } from "./posting/propose-posting.ts";
export { renewPosting } from "./posting/renew-posting.ts";
export { reopenPosting } from "./posting/reopen-posting.ts";
export { saveDraft } from "./posting/save-draft.ts";
export { submitPosting } from "./posting/submit-posting.ts";
export { toPartRows } from "./posting/to-part-rows.ts";
export { warnOfExpiry } from "./posting/warn-of-expiry.ts";
export { withdrawPosting } from "./posting/withdraw-posting.ts";
export {
  listPublicFigures,
  notePublicFigure,
  removePublicFigure,
} from "./public-figure/manage-public-figures.ts";
export { noteExport } from "./rate/note-export.ts";
export { sweepGuard } from "./rate/sweep-guard.ts";
export { seedReference } from "./reference/seed-reference.ts";
export { askRelease } from "./release/ask-release.ts";
export { failRelease } from "./release/fail-release.ts";
export { type FigureSeries, type LatestFigure, latestFigures } from "./release/latest-figures.ts";
export { listFigures } from "./release/list-figures.ts";
export { listFrozen } from "./release/list-frozen.ts";
export { listReleases } from "./release/list-releases.ts";
export { loadPeers, type PeerFigure } from "./release/load-peers.ts";
export { loadRelease, type ReleasedMeasure } from "./release/load-release.ts";
export type { Maker, Protect } from "./release/make-figures.ts";
export { makeRelease } from "./release/make-release.ts";
export { printRelease, type ReleasePress } from "./release/print-release.ts";
export type { CoverageView, ReleaseHead } from "./release/read-head.ts";
export { readReleasePaper } from "./release/read-release-paper.ts";
export { verifyRelease } from "./release/verify-release.ts";
export { decideReport } from "./report/decide-report.ts";
export { fileReport } from "./report/file-report.ts";
export { listReports, type ReportView } from "./report/list-reports.ts";
export { queryReturn, verifyReturn } from "./return/decide-return.ts";
export { listReturnFigures } from "./return/list-figures.ts";
export { listOwnReturns } from "./return/list-own.ts";
export { listReturnQueue } from "./return/list-queue.ts";
export { listRounds, type ReportingCount } from "./return/list-rounds.ts";
export { loadReturn } from "./return/load-return.ts";
export { loadReturnReview } from "./return/load-review.ts";
export { loadReturnTemplate } from "./return/load-template.ts";
export { moveDue } from "./return/move-due.ts";
export { closeRound, openRound } from "./return/open-round.ts";
export type { FigureView } from "./return/read-content.ts";
export { type FigureConflict, saveExplanation, saveValues } from "./return/save-values.ts";
export { correctReturn, submitReturn } from "./return/submit-return.ts";
export {
  type ImportReport,
  importReturnFile,
  type ReturnFile,
  type ReturnFileReader,
} from "./return-file/import-file.ts";
export { cancelImport, type ImportView, listImports, readImportFile } from "./return-file/list-imports.ts";
export { reportImport } from "./return-file/report-import.ts";
export { startImport } from "./return-file/start-import.ts";
export { countPostings, type PostingCount } from "./search/count-postings.ts";
export { jump } from "./search/jump.ts";
export {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from "./search/saved-searches.ts";
export { type PostingListItem, type PostingPage, searchPostings } from "./search/search-postings.ts";
export { sendDigests } from "./search/send-digests.ts";
export { closeSession } from "./session/close-session.ts";
export { askToConfirm, confirmSession } from "./session/confirm-session.ts";
export { listSessions } from "./session/list-sessions.ts";
export { openExternalSession } from "./session/open-external-session.ts";
export { openSession, type SignInAnswer } from "./session/open-session.ts";
export { askForFactor, type FactorStep, passFactor } from "./session/pass-factor.ts";
export { revokeOtherSessions, revokeSession } from "./session/revoke-session.ts";
export { switchOrganization } from "./session/switch-organization.ts";
export { loadSystem, type SystemView } from "./system/load-system.ts";
export { findTeam, type TeamMember } from "./team/find-team.ts";
export { loadViewer } from "./viewer/load-viewer.ts";
export { giveWaiver, listWaivers, withdrawWaiver } from "./waiver/manage-waivers.ts";
export { claimDeliveries, settleDelivery } from "./webhook/claim-deliveries.ts";
export {
  createWebhook,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
} from "./webhook/manage-endpoints.ts";
export { resealSecrets } from "./webhook/reseal-secrets.ts";
export { isCalledAt, resolveTarget, type TargetRules } from "./webhook/resolve-target.ts";
export type { SealKey } from "./webhook/seal-secret.ts";
export { signEvent } from "./webhook/sign-event.ts";
