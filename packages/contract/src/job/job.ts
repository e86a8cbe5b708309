import { z } from "zod";

/** Every job and its payload. Payloads hold ids, never content. */
export const jobPayloads = {
  "posting.match": z.object({ postingId: z.uuid() }),
  "posting.expire": z.object({}),
  "organization.rewall": z.object({ organizationId: z.uuid() }),
  "introduction.tick": z.object({}),
  "search.digest": z.object({ every: z.enum(["daily", "weekly"]) }),
  "notice.deliver": z.object({
    kind: z.string(),
    causeKey: z.string(),
    path: z.string(),
    params: z.record(z.string(), z.string()),
    personId: z.uuid().optional(),
    organizationId: z.uuid().optional(),
    introductionId: z.uuid().optional(),
    side: z.enum(["asking", "asked"]).optional(),
    postingId: z.uuid().optional(),
    officers: z.boolean().optional(),
    email: z.string().optional(),
  }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
