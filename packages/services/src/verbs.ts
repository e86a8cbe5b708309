/** Every verb that people and programs call. tRPC, REST and OpenAPI are made from this list. */
export { findAccount, manageAccount } from "./bodies/account/manage-accounts.ts";
export { loadClaimPace } from "./bodies/claim/claim-pace.ts";
export { approveClaim, refuseClaim, undoClaim } from "./bodies/claim/decide-claim.ts";
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
export { listAlike } from "./bodies/organization/find-alike.ts";
export { assignGroup, createGroup, listGroups } from "./bodies/organization/group.ts";
export { listOrganizations } from "./bodies/organization/list-organizations.ts";
export { loadOrganization, loadOwnOrganization } from "./bodies/organization/load-organization.ts";
export { registerOrganization } from "./bodies/organization/register-organization.ts";
export { setOrganizationStatus } from "./bodies/organization/set-status.ts";
export { changePassword } from "./bodies/person/change-password.ts";
export { editPerson, loadPerson } from "./bodies/person/edit-person.ts";
export { confirmPerson, loadRegistration, registerPerson } from "./bodies/person/register-person.ts";
export { requestReset, resetPassword } from "./bodies/person/reset-password.ts";
export { closeSession } from "./bodies/session/close-session.ts";
export { askToConfirm, confirmSession } from "./bodies/session/confirm-session.ts";
export { listSessions } from "./bodies/session/list-sessions.ts";
export { revokeOtherSessions, revokeSession } from "./bodies/session/revoke-session.ts";
export { switchOrganization } from "./bodies/session/switch-organization.ts";
export { loadViewer } from "./bodies/viewer/load-viewer.ts";
export { listOverdue } from "./duty/list-overdue.ts";
export { readAttachment } from "./exchange/attachment/read-attachment.ts";
export { removeAttachment } from "./exchange/attachment/remove-attachment.ts";
export { uploadAttachment } from "./exchange/attachment/upload-attachment.ts";
export { listConcepts } from "./exchange/chain/list-concepts.ts";
export { loadConcept } from "./exchange/chain/load-concept.ts";
export { loadOverview } from "./exchange/chain/load-overview.ts";
export { listDisclosures } from "./exchange/disclosure/list-disclosures.ts";
export { decideVersion } from "./exchange/engine/decide-version.ts";
export { listEngineVersions } from "./exchange/engine/list-versions.ts";
export { acceptIntroduction, declineIntroduction } from "./exchange/introduction/answer.ts";
export { askIntroduction } from "./exchange/introduction/ask.ts";
export { endIntroduction, withdrawIntroduction } from "./exchange/introduction/close.ts";
export { decideEntry, proposeEntry } from "./exchange/introduction/ledger.ts";
export { listIntroductions } from "./exchange/introduction/list.ts";
export { loadIntroduction } from "./exchange/introduction/load.ts";
export { prepareIntroduction } from "./exchange/introduction/prepare.ts";
export { writeMessage } from "./exchange/introduction/write-message.ts";
export { loadMarket } from "./exchange/market/load-market.ts";
export { explainMatch } from "./exchange/match/explain-match.ts";
export { listMatches } from "./exchange/match/list-matches.ts";
export { listSuggestions } from "./exchange/match/list-suggestions.ts";
export { listWithOrganization } from "./exchange/match/list-with-organization.ts";
export { markMatch } from "./exchange/match/mark-match.ts";
export { tryMatches } from "./exchange/match/try-matches.ts";
export { closePosting } from "./exchange/posting/close-posting.ts";
export { createPosting } from "./exchange/posting/create-posting.ts";
export { publishPosting, returnPosting } from "./exchange/posting/decide-review.ts";
export { decideWithClaim } from "./exchange/posting/decide-with-claim.ts";
export { discardDraft } from "./exchange/posting/discard-draft.ts";
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
export { withdrawPosting } from "./exchange/posting/withdraw-posting.ts";
export { findSimilar } from "./exchange/search/find-similar.ts";
export { jump } from "./exchange/search/jump.ts";
export {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from "./exchange/search/saved-searches.ts";
export { searchConcepts } from "./exchange/search/search-concepts.ts";
export { searchPostings } from "./exchange/search/search-postings.ts";
export { findTeam } from "./exchange/team/find-team.ts";
export { adoptDefinition } from "./figures/definition/adopt-definition.ts";
export { listDefinitions } from "./figures/definition/list-definitions.ts";
export { proposeDefinition } from "./figures/definition/propose-definition.ts";
export { withdrawDefinition } from "./figures/definition/withdraw-definition.ts";
export { listGoals, loadGoalCard, loadIndicator } from "./figures/goal/load-goal.ts";
export { loadStanding, loadStandings } from "./figures/goal/load-standings.ts";
export { loadFloor, setFloor } from "./figures/goal/set-floor.ts";
export {
  listPublicFigures,
  notePublicFigure,
  removePublicFigure,
} from "./figures/public-figure/manage-public-figures.ts";
export { askRelease } from "./figures/release/ask-release.ts";
export { latestFigures } from "./figures/release/latest-figures.ts";
export { listFigures } from "./figures/release/list-figures.ts";
export { listReleases } from "./figures/release/list-releases.ts";
export { loadPeers } from "./figures/release/load-peers.ts";
export { loadRelease } from "./figures/release/load-release.ts";
export { readReleasePaper } from "./figures/release/read-release-paper.ts";
export { queryReturn, verifyReturn } from "./figures/return/decide-return.ts";
export { listReturnFigures } from "./figures/return/list-figures.ts";
export { listOwnReturns } from "./figures/return/list-own.ts";
export { listReturnQueue } from "./figures/return/list-queue.ts";
export { listRounds } from "./figures/return/list-rounds.ts";
export { loadReturn } from "./figures/return/load-return.ts";
export { loadReturnReview } from "./figures/return/load-review.ts";
export { loadReturnTemplate } from "./figures/return/load-template.ts";
export { moveDue } from "./figures/return/move-due.ts";
export { closeRound, openRound } from "./figures/return/open-round.ts";
export { saveExplanation, saveValues } from "./figures/return/save-values.ts";
export { correctReturn, submitReturn } from "./figures/return/submit-return.ts";
export { cancelImport, listImports, readImportFile } from "./figures/return-file/list-imports.ts";
export { startImport } from "./figures/return-file/start-import.ts";
export {
  adoptSeries,
  listSeriesMeasures,
  readSeries,
  withdrawSeries,
} from "./figures/series/adopt-series.ts";
export { listSeries, loadSeries } from "./figures/series/list-series.ts";
export { giveWaiver, listWaivers, withdrawWaiver } from "./figures/waiver/manage-waivers.ts";
export { loadBoard } from "./group/board/load-board.ts";
export { loadPace } from "./group/board/load-pace.ts";
export { countWaiting } from "./group/desk/count-waiting.ts";
export { loadDesk } from "./group/desk/load.ts";
export { listAlikeItems } from "./group/governance/list-alike-items.ts";
export { listPolicyLives } from "./group/governance/list-policy-lives.ts";
export { listPolicyNews } from "./group/governance/list-policy-news.ts";
export { listPostingBarriers } from "./group/governance/list-posting-barriers.ts";
export { loadBarriers } from "./group/governance/load-barriers.ts";
export { loadEvaluation } from "./group/governance/load-evaluation.ts";
export { loadGroup } from "./group/governance/load-group.ts";
export { loadWatchYear } from "./group/governance/load-watch-year.ts";
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
export { loadLawNote } from "./group/meeting/load-law-note.ts";
export { loadMeeting } from "./group/meeting/load-meeting.ts";
export { readPaper } from "./group/meeting/read-paper.ts";
export { readSince } from "./group/meeting/read-since.ts";
export { castBallot, closeVote, openVote } from "./group/meeting/vote.ts";
export { decideReport } from "./group/report/decide-report.ts";
export { fileReport } from "./group/report/file-report.ts";
export { listReports } from "./group/report/list-reports.ts";
export { loadSupply, setCeiling } from "./group/supply/load-supply.ts";
export {
  dropScenario,
  keepScenario,
  listScenarios,
  loadDiversified,
  loadStressBase,
} from "./group/supply/stress.ts";
export { closeTrade, dropTrade, openTrade, takeTrade } from "./group/supply/take-trade.ts";
export {
  isExportSigned,
  readExportCheckpoints,
  readExportHeads,
  readExportLinks,
  startExport,
} from "./platform/audit/export-chains.ts";
export { listActs, listEntries, searchEntries } from "./platform/audit/list-entries.ts";
export { closeEmergency, listEmergencies, openEmergency } from "./platform/emergency/open-emergency.ts";
export { listEmergencyPostings, readEmergencyPosting } from "./platform/emergency/read-posting.ts";
export { noteExport } from "./platform/export/note-export.ts";
export { chooseNotices, listNoticeChoices } from "./platform/notice/choose.ts";
export { countUnread, listNotices } from "./platform/notice/list.ts";
export { readAllNotices, readNotice, readNoticesOf } from "./platform/notice/read.ts";
export { loadSystem } from "./platform/system/load-system.ts";
export {
  createWebhook,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
} from "./platform/webhook/manage-endpoints.ts";
export { listBatches } from "./recovery/batch/list-batches.ts";
export { loadBatch } from "./recovery/batch/load-batch.ts";
export { openBatch } from "./recovery/batch/open-batch.ts";
export { saveBatch } from "./recovery/batch/save-batch.ts";
export { stepBatch } from "./recovery/batch/step-batch.ts";
export { correctEvent } from "./recovery/battery/correct-event.ts";
export { fileBatteries } from "./recovery/battery/file-batteries.ts";
export { listBatteries } from "./recovery/battery/list-batteries.ts";
export { listCorrections } from "./recovery/battery/list-corrections.ts";
export { loadBattery } from "./recovery/battery/load-battery.ts";
export { reportEvent } from "./recovery/battery/report-event.ts";
export { listCaptures, loadCapture, readCaptureFile } from "./recovery/capture/list-captures.ts";
export { listEvents } from "./recovery/capture/list-events.ts";
export { startCapture } from "./recovery/capture/start-capture.ts";
export { listLots } from "./recovery/lot/list-lots.ts";
export { planRoutes } from "./recovery/lot/plan-routes.ts";
export { saveLot, withdrawLot } from "./recovery/lot/save-lot.ts";
export { listOwnItems, overseeBatteries } from "./recovery/oversight/list-items.ts";
export { loadPassport } from "./recovery/passport/load-passport.ts";
export { loadRates } from "./recovery/rate/load-rates.ts";
export { askRates } from "./recovery/rate/publish-rates.ts";
export { loadOutlook, saveSales } from "./recovery/rate/sales.ts";
export { loadRecyclers } from "./recovery/recycler/load-recyclers.ts";
export { answerBooking, bookTest } from "./recovery/residual/book-test.ts";
export { fileTest, saveSeries } from "./recovery/residual/file-test.ts";
export { loadResidual } from "./recovery/residual/load-residual.ts";
export { answerSale, sellBattery } from "./recovery/residual/sell-battery.ts";
export { confirmRule } from "./recovery/rule/confirm-rule.ts";
export { endLicence, grantLicence, listLicences } from "./recovery/rule/keep-licence.ts";
export { listRules } from "./recovery/rule/list-rules.ts";
