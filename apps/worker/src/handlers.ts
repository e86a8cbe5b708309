import type { JobName } from "@lilink/contract";
import {
  allocateMarket,
  askOwn,
  assignFundReviewers,
  callJob,
  computeMatches,
  deliverNotice,
  expirePostings,
  followLinks,
  judgeChain,
  type Kernel,
  learnVersion,
  type Market,
  makeReading,
  pairUp,
  planEvent,
  printMeeting,
  printRelease,
  publishAbroad,
  publishFundShare,
  publishRates,
  publishRecords,
  publishSupply,
  remakeMatches,
  rewallOrganization,
  type Signer,
  sendDigests,
  sendMatchDigest,
  signHeads,
  sweepFiles,
  sweepGuard,
  tellCover,
  tellUnmet,
  tickAppointments,
  tickDuties,
  tickIntroductions,
  tickTickets,
  type Verb,
  warnOfExpiry,
} from "@lilink/services";
import { noteTold } from "@lilink/services/jobs";
import type { z } from "zod";
import type { Handler } from "./job/run.ts";
import type { Press } from "./print/open-press.ts";

/** Which verb does which job. A job without a verb here stays in the outbox. */
export function createHandlers(
  kernel: Kernel,
  market: Market,
  {
    sendMail,
    sendWebhooks,
    makeRelease,
    rollUpTalent,
    importReturn,
    importRecord,
    takeBatteries,
    signer,
    press,
  }: Readonly<
    Record<
      | "sendMail"
      | "sendWebhooks"
      | "makeRelease"
      | "rollUpTalent"
      | "importReturn"
      | "importRecord"
      | "takeBatteries",
      Handler
    >
  > & {
    readonly signer: Signer | null;
    readonly press: Press;
  },
): Partial<Record<JobName, Handler>> {
  // callJob parses the payload by the verb's own schema, so what the queue holds is not trusted here.
  const by =
    <S extends z.ZodType, O>(verb: Verb<S, O>): Handler =>
    (payload, job) =>
      callJob(kernel, job, verb, payload as z.input<S>);
  return {
    "attachment.sweep": by(sweepFiles),
    "guard.sweep": by(sweepGuard),
    // Without a key nobody signs, and no job waits for one.
    "audit.sign": signer ? by(signHeads(signer)) : async () => undefined,
    "posting.match": by(computeMatches(market)),
    "market.pair": by(pairUp(market)),
    "market.allocate": by(allocateMarket),
    "meeting.print": by(printMeeting(press.meeting)),
    "engine.learn": by(learnVersion),
    "engine.remake": by(remakeMatches),
    "posting.expire": by(expirePostings),
    "posting.warn": by(warnOfExpiry),
    "organization.rewall": by(rewallOrganization),
    "introduction.tick": by(tickIntroductions),
    "support.tick": by(tickTickets),
    "appointment.tick": by(tickAppointments),
    "duty.tick": by(tickDuties),
    "release.make": makeRelease,
    "release.own": by(askOwn),
    "talent.rollUp": rollUpTalent,
    "release.print": by(printRelease(press.release)),
    "return.import": importReturn,
    "record.import": importRecord,
    "battery.take": takeBatteries,
    // On one server nothing is left to be heard.
    ...(kernel.tracePool && { "battery.note": by(noteTold) }),
    "rate.publish": by(publishRates),
    "supply.publish": by(publishSupply),
    "supply.publishAbroad": by(publishAbroad),
    "reserve.cover": by(tellCover),
    "chainHealth.judge": by(judgeChain),
    "event.plan": by(planEvent),
    "chainHealth.follow": by(followLinks),
    "fund.assign": by(assignFundReviewers),
    "fund.publish": by(publishFundShare),
    "governance.publish": by(publishRecords),
    "network.read": by(makeReading),
    "network.invite": by(tellUnmet),
    "search.digest": by(sendDigests),
    "match.digest": by(sendMatchDigest),
    "notice.deliver": by(deliverNotice),
    "mail.send": sendMail,
    "webhook.send": sendWebhooks,
  };
}
