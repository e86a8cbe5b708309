import { introductionSides } from "@lilink/model/introduction";
import { paperKinds } from "@lilink/model/meeting";
import { networkLanes } from "@lilink/model/network";
import { noticeKinds } from "@lilink/model/notice";
import { z } from "zod";

/** Every job and its payload. Payloads hold ids, never content. */
export const jobPayloads = {
  "attachment.sweep": z.object({}),
  "audit.sign": z.object({}),
  "guard.sweep": z.object({}),
  "posting.match": z.object({ postingId: z.uuid() }),
  "market.pair": z.object({ postingId: z.uuid() }),
  "market.allocate": z.object({}),
  "meeting.print": z.object({ meetingId: z.uuid(), kind: z.enum(paperKinds) }),
  "engine.learn": z.object({}),
  /** From which posting on, by id; the first when absent. */
  "engine.remake": z.object({ after: z.uuid().optional() }),
  "posting.expire": z.object({}),
  "posting.warn": z.object({}),
  "return.import": z.object({ importId: z.uuid() }),
  "record.import": z.object({ importId: z.uuid() }),
  "battery.take": z.object({ captureId: z.uuid() }),
  "battery.note": z.object({}),
  "rate.publish": z.object({}),
  "supply.publish": z.object({}),
  "supply.publishAbroad": z.object({}),
  "reserve.cover": z.object({}),
  "chainHealth.judge": z.object({}),
  "event.plan": z.object({ planId: z.uuid() }),
  "chainHealth.follow": z.object({}),
  "fund.assign": z.object({ assignmentId: z.uuid() }),
  "fund.publish": z.object({}),
  "governance.publish": z.object({}),
  "organization.rewall": z.object({ organizationId: z.uuid() }),
  "introduction.tick": z.object({}),
  "support.tick": z.object({}),
  "appointment.tick": z.object({}),
  "duty.tick": z.object({}),
  "release.print": z.object({ releaseId: z.uuid() }),
  "release.make": z.object({ releaseId: z.uuid() }),
  "release.own": z.object({}),
  "talent.rollUp": z.object({}),
  "network.read": z.object({}),
  "network.invite": z.object({ eventId: z.uuid(), lane: z.enum(networkLanes) }),
  "search.digest": z.object({ every: z.enum(["daily", "weekly"]) }),
  "match.digest": z.object({}),
  "notice.deliver": z.object({
    kind: z.enum(noticeKinds),
    causeKey: z.string(),
    /** When what it tells of happened, or was to be told. */
    since: z.iso.datetime().optional(),
    path: z.string(),
    params: z.record(z.string(), z.string()),
    personId: z.uuid().optional(),
    organizationId: z.uuid().optional(),
    introductionId: z.uuid().optional(),
    side: z.enum(introductionSides).optional(),
    postingId: z.uuid().optional(),
    /** The person whom an engagement names by address. */
    engagementId: z.uuid().optional(),
    /** The client of a proposed pair, unless the pair is kept from it. */
    pairId: z.uuid().optional(),
    officers: z.boolean().optional(),
    /** Of the organization, its administrators alone. */
    adminsOnly: z.boolean().optional(),
    /** An address that may have no account yet, with the language of its letter. */
    email: z.string().optional(),
    locale: z.enum(["zh-CN", "en"]).optional(),
  }),
  "mail.send": z.object({}),
  "webhook.send": z.object({}),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
