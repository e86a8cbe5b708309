/** Every verb that people and programs call. tRPC, REST and OpenAPI are made from this list. */
export { findAccount, manageAccount } from "./bodies/account/manage-accounts.ts";
export { loadClaimPace } from "./bodies/claim/claim-pace.ts";
export { approveClaim, refuseClaim, undoClaim } from "./bodies/claim/decide-claim.ts";
export { listClaims } from "./bodies/claim/list-claims.ts";
export { answerContest, checkFact, listContests } from "./bodies/fact/answer-contest.ts";
export { contestFact, withdrawContest } from "./bodies/fact/contest-fact.ts";
export { loadFacts } from "./bodies/fact/load-facts.ts";
export { addPasskey, beginPasskey } from "./bodies/factor/add-passkey.ts";
export { beginTotp, confirmTotp } from "./bodies/factor/add-totp.ts";
export { listFactors } from "./bodies/factor/list-factors.ts";
export { removeFactor, renewRecovery } from "./bodies/factor/remove-factor.ts";
export { acceptInvitation, joinByInvitation, loadInvitation } from "./bodies/invitation/accept-invitation.ts";
export { inviteMember, revokeInvitation } from "./bodies/invitation/invite-member.ts";
export { createKey, listKeys, revokeKey } from "./bodies/key/manage-keys.ts";
export { changeRole, deactivateMember, reactivateMember } from "./bodies/member/change-member.ts";
export { listMembers } from "./bodies/member/list-members.ts";
export { listMerges } from "./bodies/merge/list-merges.ts";
export { listPairs } from "./bodies/merge/list-pairs.ts";
export { listMergeRequests } from "./bodies/merge/list-requests.ts";
export { mergeBodies, tellApart, undoMerge } from "./bodies/merge/merge-bodies.ts";
export { askToMerge, dropMerge, signMerge, unsignMerge } from "./bodies/merge/sign-merge.ts";
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
export { loadReset, requestReset, resetPassword } from "./bodies/person/reset-password.ts";
export { closeSession } from "./bodies/session/close-session.ts";
export { askToConfirm, confirmSession } from "./bodies/session/confirm-session.ts";
export { listSessions } from "./bodies/session/list-sessions.ts";
export { revokeOtherSessions, revokeSession } from "./bodies/session/revoke-session.ts";
export { switchOrganization } from "./bodies/session/switch-organization.ts";
export { loadViewer } from "./bodies/viewer/load-viewer.ts";
export { listOverdue } from "./duty/list-overdue.ts";
export * from "./exchange/verbs.ts";
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
export { remindReturn } from "./figures/return/remind-return.ts";
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
export { agreeToShare } from "./fund/application/agree-to-share.ts";
export { appealApplication, dismissAppeal, upholdApplication } from "./fund/application/appeal.ts";
export { checkApplications } from "./fund/application/check-applications.ts";
export { listOwnApplications, loadApplication } from "./fund/application/load-application.ts";
export {
  beginApplication,
  reopenApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from "./fund/application/write-application.ts";
export { declineApplication, endAward, giveAward } from "./fund/award/give-award.ts";
export { loadAward } from "./fund/award/load-award.ts";
export { listAwards, loadPortfolio } from "./fund/award/load-portfolio.ts";
export { loadRoom } from "./fund/award/load-room.ts";
export { askEarlyReview, askSpecialCheck, endPlanStage, movePlan } from "./fund/award/move-plan.ts";
export { endPayment, orderPayment } from "./fund/award/pay.ts";
export { rankCall } from "./fund/award/rank-call.ts";
export { loadCalls } from "./fund/call/load-calls.ts";
export { openCall } from "./fund/call/open-call.ts";
export { addOutput } from "./fund/project/add-output.ts";
export { addMilestone, endMilestone, rebaseline } from "./fund/project/keep-milestone.ts";
export { listOpenProjects, loadOpenProject } from "./fund/project/open-projects.ts";
export { orderMilestone } from "./fund/project/order-milestone.ts";
export { tellMaturity } from "./fund/project/tell-maturity.ts";
export { claimResult, nameUser } from "./fund/relay/claim-result.ts";
export { loadRelay, loadResult, loadResultOfAchievement } from "./fund/relay/load-relay.ts";
export { offerResult, withdrawResult } from "./fund/relay/offer-result.ts";
export { answerRelayStep, tellRelayStep } from "./fund/relay/tell-step.ts";
export { leaveReview, submitReview } from "./fund/review/answer-review.ts";
export { askAssignment } from "./fund/review/ask-assignment.ts";
export { enrolReviewer, loadReviewer } from "./fund/review/enrol-reviewer.ts";
export { listTasks, loadTask } from "./fund/review/load-tasks.ts";
export { loadBoard } from "./group/board/load-board.ts";
export { loadPace } from "./group/board/load-pace.ts";
export { fileUse, listUses } from "./group/chain-health/file-use.ts";
export { askChainHealth, keepChainHealth, loadChainHealth } from "./group/chain-health/load-chain-health.ts";
export { proposeWeakLink } from "./group/chain-health/propose-link.ts";
export { countWaiting } from "./group/desk/count-waiting.ts";
export { loadDesk } from "./group/desk/load.ts";
export { listAlikeItems } from "./group/governance/list-alike-items.ts";
export { listConceptWatch } from "./group/governance/list-concept-watch.ts";
export { listPolicyLives } from "./group/governance/list-policy-lives.ts";
export { listPolicyNews } from "./group/governance/list-policy-news.ts";
export { listPostingBarriers } from "./group/governance/list-posting-barriers.ts";
export { loadBarriers } from "./group/governance/load-barriers.ts";
export { loadBinding } from "./group/governance/load-binding.ts";
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
export { inviteUnmet } from "./group/network/invite-unmet.ts";
export { loadNetwork } from "./group/network/load-network.ts";
export { sayNamed } from "./group/network/say-named.ts";
export { decideReport } from "./group/report/decide-report.ts";
export { fileReport } from "./group/report/file-report.ts";
export { listReports } from "./group/report/list-reports.ts";
export { countRights } from "./group/supply/count-rights.ts";
export { loadConceptSupply } from "./group/supply/load-concept-supply.ts";
export { layBlock, loadEcology } from "./group/supply/load-ecology.ts";
export { loadReserve } from "./group/supply/load-reserve.ts";
export { loadSupply, setCeiling } from "./group/supply/load-supply.ts";
export { addStock, moveStock, openRoom } from "./group/supply/reserve.ts";
export {
  dropScenario,
  keepScenario,
  listScenarios,
  loadDiversified,
  loadStressBase,
} from "./group/supply/stress.ts";
export { closeTrade, dropTrade, openTrade, takeTrade } from "./group/supply/take-trade.ts";
export { attendEvent, withdrawFromEvent } from "./people/event/attend-event.ts";
export { checkIn, missGuest } from "./people/event/check-in.ts";
export { listAttendedEvents } from "./people/event/list-attended.ts";
export { loadHallBoard } from "./people/event/load-board.ts";
export { loadEventDay } from "./people/event/load-day.ts";
export { loadEvent } from "./people/event/load-event.ts";
export { loadEventYield } from "./people/event/load-yield.ts";
export { askPlan, publishPlan } from "./people/event/plan-event.ts";
export { repairPlan, tryRepair } from "./people/event/repair-event.ts";
export { sayInterest } from "./people/event/say-interest.ts";
export { tellOutcome } from "./people/event/tell-outcome.ts";
export { claimIncentive, withdrawClaim } from "./people/incentive/claim-incentive.ts";
export { decideClaim, setTerms } from "./people/incentive/keep-incentive.ts";
export { listIncentives, loadIncentive } from "./people/incentive/load-incentive.ts";
export { loadTalent } from "./people/talent/load-talent.ts";
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
export { loadQuotas } from "./platform/quota/load-quotas.ts";
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
export { confirmHandovers } from "./recovery/battery/confirm-handovers.ts";
export { correctEvent } from "./recovery/battery/correct-event.ts";
export { denyHandover } from "./recovery/battery/deny-handover.ts";
export { fileBatteries } from "./recovery/battery/file-batteries.ts";
export { listBatteries } from "./recovery/battery/list-batteries.ts";
export { listCorrections } from "./recovery/battery/list-corrections.ts";
export { loadBattery } from "./recovery/battery/load-battery.ts";
export { reportEvent } from "./recovery/battery/report-event.ts";
export { upholdHandover } from "./recovery/battery/uphold-handover.ts";
export { listCaptures, loadCapture, readCaptureFile } from "./recovery/capture/list-captures.ts";
export { listEvents } from "./recovery/capture/list-events.ts";
export { startCapture } from "./recovery/capture/start-capture.ts";
export { listLots } from "./recovery/lot/list-lots.ts";
export { planRoutes } from "./recovery/lot/plan-routes.ts";
export { saveLot, withdrawLot } from "./recovery/lot/save-lot.ts";
export { listOwnItems, overseeBatteries } from "./recovery/oversight/list-items.ts";
export { settleHandover } from "./recovery/oversight/settle-handover.ts";
export { loadPassport } from "./recovery/passport/load-passport.ts";
export { loadRates } from "./recovery/rate/load-rates.ts";
export { askRates } from "./recovery/rate/publish-rates.ts";
export { loadOutlook, saveSales } from "./recovery/rate/sales.ts";
export { loadHolder } from "./recovery/recycler/load-holder.ts";
export { loadRecyclers } from "./recovery/recycler/load-recyclers.ts";
export { answerBooking, bookTest } from "./recovery/residual/book-test.ts";
export { fileTest, saveSeries } from "./recovery/residual/file-test.ts";
export { loadResidual } from "./recovery/residual/load-residual.ts";
export { answerSale, sellBattery } from "./recovery/residual/sell-battery.ts";
export { confirmRule } from "./recovery/rule/confirm-rule.ts";
export { endLicence, grantLicence, listLicences } from "./recovery/rule/keep-licence.ts";
export { listRules } from "./recovery/rule/list-rules.ts";
