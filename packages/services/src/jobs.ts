/** Every verb that the worker alone calls: its `authorize` names an action of jobs. */
export { rewallOrganization } from "./bodies/organization/rewall-organization.ts";
export { sweepFiles } from "./exchange/attachment/sweep-files.ts";
export { learnVersion } from "./exchange/engine/learn-version.ts";
export { remakeMatches } from "./exchange/engine/remake-matches.ts";
export { tickIntroductions } from "./exchange/introduction/tick.ts";
export { allocateMarket } from "./exchange/market/allocate-market.ts";
export { expirePostings } from "./exchange/posting/expire-postings.ts";
export { warnOfExpiry } from "./exchange/posting/warn-of-expiry.ts";
export { sendDigests } from "./exchange/search/send-digests.ts";
export { importSeries } from "./figures/goal/import-series.ts";
export { failRelease } from "./figures/release/fail-release.ts";
export { listFrozen } from "./figures/release/list-frozen.ts";
export { reportImport } from "./figures/return-file/report-import.ts";
export { claimMail, settleMail } from "./platform/mail/claim.ts";
export { deliverNotice } from "./platform/notice/deliver.ts";
export { sweepGuard } from "./platform/system/sweep-guard.ts";
export { claimDeliveries, settleDelivery } from "./platform/webhook/claim-deliveries.ts";
export { resealSecrets } from "./platform/webhook/reseal-secrets.ts";
