/** The verbs of the exchange. */
export { cancelAppointment, takeAppointment } from "./appointment/answer-time.ts";
export { loadAppointments } from "./appointment/load-appointments.ts";
export { markTimes } from "./appointment/mark-times.ts";
export { moveAppointment, proposeAppointment } from "./appointment/name-time.ts";
export { tellAppointment } from "./appointment/tell-outcome.ts";
export { readAttachment } from "./attachment/read-attachment.ts";
export { removeAttachment } from "./attachment/remove-attachment.ts";
export { uploadAttachment } from "./attachment/upload-attachment.ts";
export { listConcepts } from "./chain/list-concepts.ts";
export { loadConcept } from "./chain/load-concept.ts";
export { loadOverview } from "./chain/load-overview.ts";
export { listDisclosures } from "./disclosure/list-disclosures.ts";
export { loadAccompanied, writeForClient } from "./engagement/accompany.ts";
export { answerEngagement, endEngagement } from "./engagement/answer-engagement.ts";
export { letIn, letOut } from "./engagement/let-in.ts";
export { listAdvisers, listClients, loadClient } from "./engagement/list-engagements.ts";
export { nameAdviser } from "./engagement/name-adviser.ts";
export { handOverDraft, prepareDraft } from "./engagement/prepare-draft.ts";
export { decidePair, listProposedPairs, proposePair } from "./engagement/propose-pair.ts";
export { decideVersion } from "./engine/decide-version.ts";
export { listEngineVersions } from "./engine/list-versions.ts";
export { acceptIntroduction, declineIntroduction } from "./introduction/answer.ts";
export { askIntroduction } from "./introduction/ask.ts";
export { endIntroduction, withdrawIntroduction } from "./introduction/close.ts";
export { decideEntry, proposeEntry } from "./introduction/ledger.ts";
export { listIntroductions } from "./introduction/list.ts";
export { listOfAchievement } from "./introduction/list-of-achievement.ts";
export { loadIntroduction } from "./introduction/load.ts";
export { prepareIntroduction } from "./introduction/prepare.ts";
export { writeMessage } from "./introduction/write-message.ts";
export { loadMarket } from "./market/load-market.ts";
export { explainMatch } from "./match/explain-match.ts";
export { listAchievements, listNeeds } from "./match/list-achievements.ts";
export { listMatches } from "./match/list-matches.ts";
export { listSuggestions } from "./match/list-suggestions.ts";
export { listWithOrganization } from "./match/list-with-organization.ts";
export { markMatch } from "./match/mark-match.ts";
export { tryMatches } from "./match/try-matches.ts";
export { closePosting } from "./posting/close-posting.ts";
export { createPosting } from "./posting/create-posting.ts";
export { publishPosting, returnPosting } from "./posting/decide-review.ts";
export { decideWithClaim } from "./posting/decide-with-claim.ts";
export { discardDraft } from "./posting/discard-draft.ts";
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
export { withdrawPosting } from "./posting/withdraw-posting.ts";
export { findSimilar } from "./search/find-similar.ts";
export { jump } from "./search/jump.ts";
export {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from "./search/saved-searches.ts";
export { searchConcepts } from "./search/search-concepts.ts";
export { searchPostings } from "./search/search-postings.ts";
export { listTickets } from "./support/list-tickets.ts";
export { loadTicket } from "./support/load-ticket.ts";
export { openTicket } from "./support/open-ticket.ts";
export {
  askCloseTicket,
  confirmTicket,
  reopenTicket,
  writeTicket,
} from "./support/write-ticket.ts";
export { findTeam } from "./team/find-team.ts";
export { acceptUse } from "./use/accept-use.ts";
export { listAcceptances } from "./use/list-acceptances.ts";
export { setUse } from "./use/set-use.ts";
