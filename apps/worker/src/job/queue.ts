import { type JobName, jobPayloads } from "@lilink/contract";

/** Where a job lands that failed for good; somebody has to look. */
export const DEAD_LETTER_QUEUE = "job.dead";

export const JOB_NAMES: readonly string[] = Object.keys(jobPayloads);

/** A worker that dies stops its heartbeat; its jobs go back to the queue after this long. */
const HEARTBEAT_SECONDS = 10;

/** Of these jobs one waits at a time: whoever asks meanwhile is served by the same run. */
const CALM_JOBS: readonly string[] = ["market.allocate" satisfies JobName, "webhook.send" satisfies JobName];

export function policyOf(name: string): "short" | "standard" {
  return CALM_JOBS.includes(name) ? "short" : "standard";
}

export const QUEUE_SETTINGS = {
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 600,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
  deadLetter: DEAD_LETTER_QUEUE,
} as const;
